package epsilonlab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionGradientTest {
  private static NDArray random(NDManager manager, String purpose, long... shape) {
    int count = (int) HostTensor.count(shape);
    float[] values = new float[count];
    var random = Seed.of(3).split(purpose).generator();
    for (int i = 0; i < count; i++) {
      values[i] = (float) (2 * random.nextDouble() - 1);
    }
    return Tensors.of(manager, values, shape);
  }

  /** The library's own backward pass is the reference: it shares no code with ours. */
  @ParameterizedTest(name = "{0} to {1} channels, kernel {2}, stride {3}, padding {4}, side {5}")
  @CsvSource({
    "1, 16, 4, 2, 1, 28", // first of the small CNN
    "16, 32, 4, 2, 1, 14", // its second
    "1, 10, 5, 1, 0, 28", // first of LeNet
    "10, 20, 5, 1, 0, 12",
    "1, 32, 5, 1, 2, 28", // first of the Madry CNN
    "3, 4, 3, 2, 1, 9",
    "1, 2, 3, 1, 1, 7",
    "1, 3, 2, 2, 0, 10",
    "2, 3, 3, 3, 0, 11",
    "1, 1, 1, 1, 0, 5",
    "1, 2, 5, 4, 2, 17"
  })
  void agreesWithTheLibrary(int in, int out, int kernel, int stride, int padding, int side) {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 1)) {
      compute.call(
          () -> {
            try (NDManager manager = compute.newManager()) {
              NDArray x = random(manager, "x", 3, in, side, side);
              NDArray weight = random(manager, "weight", out, in, kernel, kernel);
              NDArray bias = random(manager, "bias", out);
              int outSide = (side + 2 * padding - kernel) / stride + 1;
              NDArray factor = random(manager, "factor", 3, out, outSide, outSide);
              List<NDArray> leaves = List.of(x, weight, bias);
              Gradients.Result ours =
                  Gradients.of(
                      leaves,
                      l ->
                          Layers.convolution(l.get(0), l.get(1), l.get(2), stride, padding)
                              .mul(factor)
                              .sum());
              Gradients.Result library =
                  Gradients.of(
                      leaves,
                      l ->
                          Conv2d.conv2d(
                                  l.get(0),
                                  l.get(1),
                                  l.get(2),
                                  new Shape(stride, stride),
                                  new Shape(padding, padding))
                              .head()
                              .mul(factor)
                              .sum());
              assertEquals(library.loss(), ours.loss(), 1e-3);
              for (int i = 0; i < leaves.size(); i++) {
                assertEquals(leaves.get(i).getShape(), ours.gradients().get(i).getShape());
                double worst =
                    library.gradients().get(i).sub(ours.gradients().get(i)).abs().max().getFloat();
                double size = library.gradients().get(i).abs().max().getFloat();
                assertTrue(worst <= 3e-6 * size, "leaf " + i + ": " + worst + " of " + size);
              }
              return null;
            }
          });
    }
  }

  @Test
  void isUsedWhereItPays() {
    assertTrue(way(1, 16, 4, 2, 1, 28).isPresent());
    assertTrue(way(16, 32, 4, 2, 1, 14).isPresent());
    assertTrue(way(1, 10, 5, 1, 0, 28).isPresent());
    assertEquals(Optional.empty(), way(10, 20, 5, 1, 0, 12));
  }

  private static Optional<ConvolutionGradient> way(
      int in, int out, int kernel, int stride, int padding, int side) {
    return ConvolutionGradient.of(
        new ConvolutionGradient.Geometry(
            in, out, kernel, stride, padding, side, (side + 2 * padding - kernel) / stride + 1));
  }

  @Test
  void goesThroughSeveralCutsAndAFork() {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 1)) {
      compute.call(
          () -> {
            try (NDManager manager = compute.newManager()) {
              NDArray x = random(manager, "x", 2, 1, 12, 12);
              NDArray first = random(manager, "first", 4, 1, 3, 3);
              NDArray second = random(manager, "second", 4, 4, 4, 4);
              NDArray zeros = manager.zeros(new Shape(4));
              // both branches use the same first layer, one of them twice over
              NDArray ours =
                  Gradients.of(
                      x,
                      leaf -> {
                        NDArray h = Layers.relu(Layers.convolution(leaf, first, zeros, 1, 1));
                        NDArray a = Layers.convolution(h, second, zeros, 2, 1);
                        NDArray b = Layers.convolution(h.square(), second, zeros, 2, 1);
                        return a.add(b).square().sum();
                      });
              NDArray library =
                  Gradients.of(
                      x,
                      leaf -> {
                        NDArray h = Layers.relu(library(leaf, first, 1));
                        NDArray a = library(h, second, 2);
                        NDArray b = library(h.square(), second, 2);
                        return a.add(b).square().sum();
                      });
              double worst = library.sub(ours).abs().max().getFloat();
              assertTrue(worst <= 1e-5 * library.abs().max().getFloat(), "off by " + worst);
              return null;
            }
          });
    }
  }

  private static NDArray library(NDArray x, NDArray weight, int stride) {
    return Conv2d.conv2d(x, weight, null, new Shape(stride, stride), new Shape(1, 1)).head();
  }
}
