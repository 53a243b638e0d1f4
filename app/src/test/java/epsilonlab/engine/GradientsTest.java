package epsilonlab.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gradients, and the traps of DJL that the engine room rules out (notes-djl A to H). */
class GradientsTest {
  private static Compute compute;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static void collectGarbage() {
    for (int i = 0; i < 3; i++) {
      System.gc();
      System.runFinalization();
      // reuse what was freed, so that a dangling pointer reads something else
      for (int k = 0; k < 200; k++) {
        java.nio.ByteBuffer.allocateDirect(64 + k).putInt(0, 0x4479c000);
      }
    }
  }

  @Test
  void scalarInAGraphSurvivesACollection() {
    // trap A: d/dx sum(3x) = 3, whatever the collector does between forward and backward
    for (int i = 0; i < 10; i++) {
      float[] gradient =
          compute.call(
              () -> {
                try (NDManager manager = compute.newManager()) {
                  NDArray x = Tensors.of(manager, new float[] {1, 2, 3}, 3);
                  return Gradients.of(
                          x,
                          leaf -> {
                            NDArray y =
                                leaf.mul(Tensors.scalar(leaf.getManager(), 3)).square().sum();
                            collectGarbage();
                            return y;
                          })
                      .toFloatArray();
                }
              });
      assertArrayEquals(new float[] {18, 36, 54}, gradient, 1e-4f);
    }
  }

  @Test
  void savedOperandSurvivesItsBuffer() {
    // trap B: the operand of a product is saved for backward after its Java buffer is gone
    for (int i = 0; i < 10; i++) {
      float[] gradient =
          compute.call(
              () -> {
                try (NDManager manager = compute.newManager()) {
                  NDArray x = Tensors.of(manager, new float[] {1, 1, 1, 1}, 4);
                  return Gradients.of(
                          x,
                          leaf -> {
                            NDArray mask =
                                Tensors.of(leaf.getManager(), new float[] {0, 2, 0, 2}, 4);
                            NDArray y = leaf.mul(mask).sum();
                            collectGarbage();
                            return y;
                          })
                      .toFloatArray();
                }
              });
      assertArrayEquals(new float[] {0, 2, 0, 2}, gradient);
    }
  }

  @Test
  void computeThreadsBuildNoGraphOutsideAGradient() {
    // trap D: a fresh Java thread starts with autograd on
    List<Boolean> building =
        compute.map(
            8,
            i -> {
              try (NDManager manager = compute.newManager()) {
                NDArray x = Tensors.of(manager, new float[] {1}, 1);
                x.setRequiresGradient(true);
                return JniUtils.isGradMode() || JniUtils.requiresGrad((PtNDArray) x.square());
              }
            });
    assertFalse(building.contains(true));
  }

  @Test
  void autogradIsOffAgainAfterAFailure() {
    compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            NDArray x = Tensors.of(manager, new float[] {1, 2}, 2);
            assertThrows(IllegalArgumentException.class, () -> Gradients.of(x, NDArray::square));
            assertFalse(JniUtils.isGradMode());
          }
          return null;
        });
  }

  @Test
  void gradientsDoNotAccumulate() {
    // notes-djl 9: a second backward on the same leaf would add up
    compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            NDArray x = Tensors.of(manager, new float[] {5}, 1);
            for (int i = 0; i < 3; i++) {
              assertEquals(10, Gradients.of(x, leaf -> leaf.square().sum()).getFloat());
            }
          }
          return null;
        });
  }

  @Test
  void manyThreadsDifferentiateAtOnce() {
    List<Float> gradients =
        compute.map(
            400,
            i -> {
              try (NDManager manager = compute.newManager()) {
                NDArray x = Tensors.of(manager, new float[] {i}, 1);
                return Gradients.of(x, leaf -> leaf.square().sum()).getFloat();
              }
            });
    for (int i = 0; i < gradients.size(); i++) {
      assertEquals(2f * i, gradients.get(i));
    }
  }

  @Test
  void nothingIsLeftBehind() {
    try (NDManager manager = compute.newManager()) {
      NDArray labels =
          compute.call(() -> Tensors.keep(Tensors.of(manager, new long[] {1}), manager));
      NDArray x =
          compute.call(
              () -> Tensors.keep(Tensors.of(manager, new float[] {1, 2, 3}, 1, 3), manager));
      int before = compute.longLivedArrays();
      int own = manager.getManagedArrays().size();
      for (int i = 0; i < 1000; i++) {
        compute.call(
            () -> Gradients.of(x, leaf -> Losses.crossEntropy(leaf, labels).sum()).toFloatArray());
      }
      assertEquals(own, manager.getManagedArrays().size());
      assertEquals(before, compute.longLivedArrays());
    }
  }

  @Test
  void crossEntropyAgreesWithItsDefinitionAndFiniteDifferences() {
    double[] logits = {0.3, -1.2, 2.0, 0.7};
    int label = 3;
    float[][] got =
        compute.call(
            () -> {
              try (NDManager manager = compute.newManager()) {
                NDArray x = Tensors.of(manager, new float[] {0.3f, -1.2f, 2.0f, 0.7f}, 1, 4);
                NDArray y = Tensors.of(manager, new long[] {label});
                Gradients.Result result =
                    Gradients.withLoss(x, leaf -> Losses.crossEntropy(leaf, y).sum());
                return new float[][] {{(float) result.loss()}, result.gradient().toFloatArray()};
              }
            });
    assertEquals(crossEntropy(logits, label), got[0][0], 1e-5);
    double h = 1e-5;
    for (int i = 0; i < logits.length; i++) {
      double[] up = logits.clone();
      double[] down = logits.clone();
      up[i] += h;
      down[i] -= h;
      double slope = (crossEntropy(up, label) - crossEntropy(down, label)) / (2 * h);
      assertEquals(slope, got[1][i], 1e-5);
    }
  }

  private static double crossEntropy(double[] logits, int label) {
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit);
    }
    return Math.log(sum) - logits[label];
  }
}
