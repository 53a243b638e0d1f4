package epsilonlab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Fused;
import epsilonlab.engine.Gradients;
import epsilonlab.engine.Losses;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Closed forms against autograd, and a network without one of its own against a compiled one. */
class LogitsLossTest {
  private static final float[] LOGITS = {1, -2, 0.5f, 30, -30, 0, 0.1f, 0.2f, 0.3f};

  private static void onCompute(java.util.function.BiConsumer<Compute, NDManager> body) {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 1)) {
      compute.call(
          () -> {
            try (NDManager manager = compute.newManager()) {
              body.accept(compute, manager);
            }
            return null;
          });
    }
  }

  private static void assertClose(NDArray expected, NDArray actual) {
    assertEquals(expected.getShape(), actual.getShape());
    double size = expected.abs().max().getFloat();
    double worst = expected.sub(actual).abs().max().getFloat();
    assertTrue(size > 0 && worst <= 3e-6 * size, "off by " + worst + " of " + size);
  }

  @Test
  void bothSignsOfTheCrossEntropy() {
    onCompute(
        (compute, manager) -> {
          NDArray logits = Tensors.of(manager, LOGITS, 3, 3);
          NDArray labels = Tensors.of(manager, new long[] {2, 1, 0});
          NDArray up = Gradients.of(logits, x -> Losses.crossEntropy(x, labels).sum());
          assertClose(up, LogitsLoss.crossEntropy(labels).gradient(logits));
          assertClose(up.neg(), LogitsLoss.minusCrossEntropy(labels).gradient(logits));
          double sum = Losses.crossEntropy(logits, labels).sum().getFloat();
          assertEquals(sum, LogitsLoss.crossEntropy(labels).value(logits).getFloat(), 1e-6);
          assertEquals(-sum, LogitsLoss.minusCrossEntropy(labels).value(logits).getFloat(), 1e-6);
        });
  }

  @Test
  void aLossWithoutAClosedFormUsesAutograd() {
    onCompute(
        (compute, manager) -> {
          NDArray logits = Tensors.of(manager, LOGITS, 3, 3);
          LogitsLoss squares = x -> x.square().sum();
          NDArray two = Tensors.scalar(manager, 2);
          assertClose(logits.mul(two), squares.gradient(logits));
        });
  }

  @Test
  void aNetworkThatIsNotCompiledGivesTheSame() {
    onCompute(
        (compute, manager) -> {
          Architecture architecture = Architectures.get("small-cnn");
          Classifier compiled =
              new Classifier(compute, "c", architecture, architecture.initialWeights(Seed.of(1)));
          Network plain =
              new Network() {
                @Override
                public String name() {
                  return "plain";
                }

                @Override
                public int classes() {
                  return 10;
                }

                @Override
                public NDArray logits(NDArray images) {
                  return compiled.logits(images);
                }
              };
          float[] pixels = new float[3 * 784];
          for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) Math.abs(Math.sin(i));
          }
          NDArray images = Tensors.of(manager, pixels, 3, 1, 28, 28);
          LogitsLoss loss = LogitsLoss.crossEntropy(Tensors.of(manager, new long[] {4, 0, 9}));
          Network.InputGradient theirs = plain.inputGradient(images, loss);
          Network.InputGradient ours = compiled.inputGradient(images, loss);
          assertClose(theirs.logits(), ours.logits());
          assertClose(theirs.gradient(), ours.gradient());
        });
  }

  @Test
  void aSignStepStaysBetweenItsBounds() {
    onCompute(
        (compute, manager) -> {
          NDArray x = Tensors.of(manager, new float[] {0.5f, 0.5f, 0.5f, 0.95f}, 4);
          NDArray gradient = Tensors.of(manager, new float[] {3, -1e-9f, 0, 7}, 4);
          NDArray low = Tensors.of(manager, new float[] {0.4f, 0.45f, 0.4f, 0.9f}, 4);
          NDArray high = Tensors.of(manager, new float[] {0.6f, 0.6f, 0.6f, 1}, 4);
          NDArray next = Fused.signStep(x, gradient, Tensors.scalar(manager, 0.08), low, high);
          float[] expected = {0.58f, 0.45f, 0.5f, 1};
          org.junit.jupiter.api.Assertions.assertArrayEquals(expected, next.toFloatArray(), 1e-6f);
        });
  }

  @Test
  void sumsAddInOrder() {
    onCompute(
        (compute, manager) -> {
          List<NDArray> first =
              List.of(Tensors.of(manager, new float[] {1, 2}, 2), Tensors.scalar(manager, 5));
          List<NDArray> second =
              List.of(Tensors.of(manager, new float[] {10, 20}, 2), Tensors.scalar(manager, 50));
          List<NDArray> sums = Fused.sums(List.of(first, second));
          assertEquals(
              List.of(11f, 22f), List.of(sums.get(0).getFloat(0), sums.get(0).getFloat(1)));
          assertEquals(55f, sums.get(1).getFloat());
        });
  }
}
