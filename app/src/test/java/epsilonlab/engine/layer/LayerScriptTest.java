package epsilonlab.engine.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Gradients;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.Losses;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compiled passes against autograd through the same layers, which shares no code with them. */
class LayerScriptTest {
  private static final int IMAGES = 5;
  private static final Seed DROPOUT = Seed.of(8);

  private static Compute compute;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 1);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static HostTensor random(String purpose, long... shape) {
    float[] values = new float[(int) HostTensor.count(shape)];
    var random = Seed.of(3).split(purpose).generator();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (2 * random.nextDouble() - 1);
    }
    return new HostTensor(values, shape);
  }

  /** Convolutions alone: those of the lab's networks and some odd ones. */
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
  void convolutions(int in, int out, int kernel, int stride, int padding, int side) {
    int outSide = (side + 2 * padding - kernel) / stride + 1;
    check(
        List.of(
            new Convolution("c", in, out, kernel, stride, padding),
            new Flatten(),
            new Linear("l", out * outSide * outSide, 3)),
        in,
        side);
  }

  @Test
  void everyLayer() {
    check(
        List.of(
            new Convolution("a", 2, 6, 3, 1, 1),
            new MaxPool2(),
            new Relu(),
            new Convolution("b", 6, 8, 4, 2, 1),
            new DropoutLayer(0.5),
            new Relu(),
            new Convolution("c", 8, 4, 3, 1, 1),
            new Flatten(),
            new Linear("d", 36, 20),
            new Relu(),
            new DropoutLayer(0.3),
            new Linear("e", 20, 10)),
        2,
        12);
  }

  private static final List<Layer> DENSE =
      List.of(
          new Linear("a", 9, 14),
          new LeakyRelu(0.2),
          new DropoutLayer(0.3),
          new Linear("b", 14, 12),
          new Tanh(),
          new LinearHeads(List.of(new Linear("mean", 12, 4), new Linear("logvar", 12, 4))));

  @Test
  void layersOfGenerativeNetworks() {
    check(DENSE, 9, 0);
  }

  /** Maps made larger: kernel, stride, padding and side as in a generator, and odd ones. */
  @ParameterizedTest(name = "{0} to {1} channels, kernel {2}, stride {3}, padding {4}, side {5}")
  @CsvSource({
    "6, 4, 4, 2, 1, 7",
    "4, 1, 4, 2, 1, 14",
    "3, 2, 3, 1, 1, 5",
    "2, 3, 5, 3, 2, 4",
    "1, 2, 2, 2, 0, 3"
  })
  void transposedConvolutions(int in, int out, int kernel, int stride, int padding, int side) {
    int outSide = (side - 1) * stride - 2 * padding + kernel;
    check(
        List.of(
            new TransposedConvolution("t", in, out, kernel, stride, padding),
            new Flatten(),
            new Linear("l", out * outSide * outSide, 3)),
        in,
        side);
  }

  @Test
  void aConvolutionalGenerator() {
    check(
        List.of(
            new Linear("a", 5, 54),
            new Unflatten(6, 3),
            new PixelNorm(),
            new LeakyRelu(0.2),
            new TransposedConvolution("b", 6, 4, 4, 2, 1),
            new PixelNorm(),
            new Relu(),
            new TransposedConvolution("c", 4, 1, 4, 2, 1),
            new Flatten(),
            new Tanh()),
        5,
        0);
  }

  @Test
  void aConvolutionalDiscriminator() {
    check(
        List.of(
            new Unflatten(1, 8),
            new Convolution("a", 1, 4, 4, 2, 1),
            new LeakyRelu(0.2),
            new Convolution("b", 4, 6, 4, 2, 1),
            new LeakyRelu(0.2),
            new Flatten(),
            new DropoutLayer(0.3),
            new Linear("c", 24, 2)),
        64,
        0);
  }

  @Test
  void blocksAreUsedWhereTheyPay() {
    assertTrue(way(1, 16, 4, 2, 1, 28).isPresent());
    assertTrue(way(16, 32, 4, 2, 1, 14).isPresent());
    assertTrue(way(1, 10, 5, 1, 0, 28).isPresent());
    assertEquals(Optional.empty(), way(10, 20, 5, 1, 0, 12));
  }

  private static Optional<BlockConvolution> way(
      int in, int out, int kernel, int stride, int padding, int side) {
    return BlockConvolution.of(
        new BlockConvolution.Geometry(in, out, kernel, stride, padding, side));
  }

  private static void check(List<Layer> layers, int channels, int side) {
    compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            new Check(manager, layers, channels, side).all();
          }
          return null;
        });
  }

  /** Both ways on the same numbers. */
  private static final class Check {
    private final List<Layer> layers;
    private final LayerScript script;
    private final NDArray x;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final NDArray factor;

    Check(NDManager manager, List<Layer> layers, int channels, int side) {
      this.layers = layers;
      this.script = new LayerScript(compute, layers, channels, side);
      long[] sizes =
          side == 0 ? new long[] {IMAGES, channels} : new long[] {IMAGES, channels, side, side};
      this.x = Tensors.of(manager, random("x", sizes));
      for (Layer layer : layers) {
        layer
            .weights()
            .forEach(
                (name, shape) -> {
                  HostTensor values = random(name, shape);
                  weights.put(
                      name,
                      shape.length == 4
                          ? Tensors.channelsLast(manager, values)
                          : Tensors.of(manager, values));
                });
      }
      this.factor =
          Tensors.of(manager, random("factor", IMAGES, logits(x, Dropout.NONE).getShape().get(1)));
    }

    private NDArray logits(NDArray images, Dropout dropout) {
      return logits(images, weights, dropout);
    }

    private NDArray logits(NDArray images, Map<String, NDArray> with, Dropout dropout) {
      NDArray h = images;
      for (Layer layer : layers) {
        h = layer.apply(h, with::get, dropout);
      }
      return h;
    }

    void all() {
      List<NDArray> arrays = new ArrayList<>(weights.values());
      try (LayerScript.Pass pass = script.forward(x, script.prepare(arrays))) {
        assertClose("logits", logits(x, Dropout.NONE), pass.logits());
        assertClose(
            "input gradient",
            Gradients.of(x, leaf -> logits(leaf, Dropout.NONE).mul(factor).sum()),
            pass.inputGradient(factor));
      }
      // a cross-entropy wants classes
      long outputs = factor.getShape().get(1);
      if (outputs > 2 && outputs <= 10) {
        training(arrays);
      }
      for (LayerScript.Wanted wanted : LayerScript.Wanted.values()) {
        bothWays(arrays, wanted);
      }
    }

    /** What a pass in training mode gives, for a loss that is a weighted sum of the outputs. */
    private void bothWays(List<NDArray> arrays, LayerScript.Wanted wanted) {
      List<NDArray> leaves = new ArrayList<>(arrays);
      leaves.add(x);
      Gradients.Result theirs =
          Gradients.of(
              leaves,
              all ->
                  logits(all.get(arrays.size()), named(all), Dropout.random(DROPOUT))
                      .mul(factor)
                      .sum());
      try (LayerScript.TrainingPass pass = script.forwardInTraining(x, arrays, DROPOUT, wanted)) {
        assertClose("outputs", logits(x, Dropout.random(DROPOUT)), pass.logits());
        LayerScript.PassGradients found = pass.gradients(factor);
        boolean weightsToo = wanted != LayerScript.Wanted.INPUT;
        assertEquals(weightsToo ? arrays.size() : 0, found.weights().size());
        for (int i = 0; i < found.weights().size(); i++) {
          assertClose(wanted + ", weight " + i, theirs.gradients().get(i), found.weights().get(i));
        }
        assertEquals(wanted == LayerScript.Wanted.WEIGHTS, found.input() == null);
        if (found.input() != null) {
          assertClose(wanted + ", input", theirs.gradients().get(arrays.size()), found.input());
        }
      }
    }

    private void training(List<NDArray> arrays) {
      NDManager manager = x.getManager();
      NDArray pick = Tensors.of(manager, new long[] {4, 1, 2});
      NDArray order = Tensors.of(manager, new long[] {0, 4, 1, 2, 3});
      NDArray labels = Tensors.of(manager, new long[] {0, 1, 2, 1, 2});
      LayerScript.BatchGradients batch =
          script.gradients(x, labels, order, 1, 4, arrays, DROPOUT, 0.25, manager);
      NDArray some = x.get(pick);
      NDArray theirLabels = labels.get(pick);
      Gradients.Result theirs =
          Gradients.of(
              arrays,
              leaves ->
                  Losses.crossEntropy(
                          logits(some, named(leaves), Dropout.random(DROPOUT)), theirLabels)
                      .sum()
                      .mul(Tensors.scalar(manager, 0.25)));
      assertEquals(4 * theirs.loss(), batch.loss(), 1e-4 * (1 + batch.loss()));
      NDArray answers = logits(some, Dropout.random(DROPOUT)).argMax(1);
      assertEquals(answers.eq(theirLabels).sum().getLong(), batch.right());
      for (int i = 0; i < arrays.size(); i++) {
        assertClose("weight gradient " + i, theirs.gradients().get(i), batch.gradients().get(i));
      }
    }

    private Map<String, NDArray> named(List<NDArray> leaves) {
      Map<String, NDArray> with = new LinkedHashMap<>();
      Iterator<NDArray> next = leaves.iterator();
      weights.keySet().forEach(name -> with.put(name, next.next()));
      return with;
    }
  }

  @Test
  void boundsOfTheNewLayersHoldWhatComesOut() {
    List<Layer> layers =
        List.of(
            new Unflatten(3, 4),
            new TransposedConvolution("t", 3, 4, 4, 2, 1),
            new PixelNorm(),
            new LeakyRelu(0.2),
            new Flatten(),
            new LinearHeads(List.of(new Linear("a", 256, 2), new Linear("b", 256, 2))),
            new Tanh());
    compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            Map<String, NDArray> weights = new LinkedHashMap<>();
            layers.forEach(
                layer ->
                    layer
                        .weights()
                        .forEach(
                            (name, shape) ->
                                weights.put(name, Tensors.of(manager, random(name, shape)))));
            // once as a whole, once up to the normalisation, which forgets what came in
            for (List<Layer> chain : List.of(layers, layers.subList(0, 2))) {
              holdsWhatComesOut(manager, chain, weights);
            }
          }
          return null;
        });
  }

  private static void holdsWhatComesOut(
      NDManager manager, List<Layer> chain, Map<String, NDArray> weights) {
    NDArray x = Tensors.of(manager, random("middle", IMAGES, 48));
    NDArray reach = Tensors.scalar(manager, 0.1);
    Interval bounds = new Interval(x.sub(reach), x.add(reach));
    for (Layer layer : chain) {
      bounds = layer.bounds(bounds, weights::get);
    }
    NDArray slack = Tensors.scalar(manager, 1e-4);
    for (String purpose : List.of("one", "two", "three")) {
      NDArray h = x.add(Tensors.of(manager, random(purpose, IMAGES, 48)).mul(reach));
      for (Layer layer : chain) {
        h = layer.apply(h, weights::get, Dropout.NONE);
      }
      assertTrue(h.gte(bounds.lower().sub(slack)).all().getBoolean());
      assertTrue(h.lte(bounds.upper().add(slack)).all().getBoolean());
    }
  }

  private static void assertClose(String what, NDArray expected, NDArray actual) {
    assertEquals(expected.getShape(), actual.getShape(), what);
    double size = expected.abs().max().getFloat();
    double worst = expected.sub(actual).abs().max().getFloat();
    assertTrue(size > 0, what + " says nothing");
    assertTrue(worst <= 3e-6 * size, what + ": off by " + worst + " of " + size);
  }
}
