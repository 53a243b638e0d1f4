package epsilonlab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.BoundsByHand;
import epsilonlab.model.Parameters;
import epsilonlab.model.Weights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loss and its gradients against finite differences of the loss by hand. */
class IntervalLossTest {
  private static final int IMAGES = 2;
  private static final double SCALE = 0.25;
  private static Compute compute;
  private static ImageSet digits;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 1);
    digits = SyntheticDigits.generate(6, 1, IMAGES).test();
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  /** What the loss gave, in Java memory. */
  private record Answer(double loss, long right, List<float[]> gradients) {}

  private static Answer ours(IntervalLoss loss, Weights weights) {
    return compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            List<NDArray> arrays = Parameters.upload(manager, weights).list(loss.architecture());
            LayerScript.BatchGradients batch =
                loss.gradients(
                    arrays,
                    Tensors.of(manager, digits.images(0, IMAGES), IMAGES, 1, 28, 28),
                    Tensors.of(manager, digits.labels(0, IMAGES)),
                    SCALE,
                    manager);
            List<float[]> gradients = new ArrayList<>();
            batch.gradients().forEach(gradient -> gradients.add(gradient.toFloatArray()));
            return new Answer(batch.loss(), batch.right(), gradients);
          }
        });
  }

  private static double byHand(BoundsByHand hand, double epsilon, double kappa) {
    double sum = 0;
    for (int i = 0; i < IMAGES; i++) {
      int label = digits.label(i);
      double[] clean = hand.logits(BoundsByHand.around(digits.image(i), 0)).lower();
      double[] worst = hand.excess(BoundsByHand.around(digits.image(i), epsilon), label);
      sum +=
          kappa * BoundsByHand.crossEntropy(clean, label)
              + (1 - kappa) * BoundsByHand.crossEntropy(worst, label);
    }
    return sum;
  }

  @ParameterizedTest(name = "{0}, epsilon {1}, kappa {2}")
  @CsvSource({
    "logistic, 0.1, 0.5",
    "mlp, 0.05, 0.5",
    "mlp, 0.3, 0",
    "small-cnn, 0.1, 0.5",
    "small-cnn, 0, 1",
    "lenet, 0.02, 0.25"
  })
  void theGradientsAreFiniteDifferences(String id, double epsilon, double kappa) {
    Architecture network = Architectures.get(id);
    Weights weights = network.initialWeights(Seed.of(9));
    Answer answer = ours(new IntervalLoss(network, epsilon, kappa), weights);
    BoundsByHand hand = new BoundsByHand(network, weights);
    double loss = byHand(hand, epsilon, kappa);
    assertEquals(loss, answer.loss(), 1e-4 * loss);
    int tensor = 0;
    for (String name : network.shapes().keySet()) {
      float[] gradient = answer.gradients().get(tensor++);
      double[] values = hand.weight(name);
      int largest = 0;
      for (int i = 0; i < gradient.length; i++) {
        largest = Math.abs(gradient[i]) > Math.abs(gradient[largest]) ? i : largest;
      }
      double size = Math.abs(gradient[largest]);
      assertTrue(size > 1e-4, name + " has a gradient");
      for (int at : new int[] {largest, gradient.length / 2}) {
        double before = values[at];
        double h = 1e-6;
        values[at] = before + h;
        double up = byHand(hand, epsilon, kappa);
        values[at] = before - h;
        double down = byHand(hand, epsilon, kappa);
        values[at] = before;
        double slope = SCALE * (up - down) / (2 * h);
        assertEquals(slope, gradient[at], 2e-3 * size, name + " " + at);
      }
    }
  }

  @Test
  void countsTheCleanAnswersThatAreRight() {
    Architecture network = Architectures.get("mlp");
    Weights weights = network.initialWeights(Seed.of(9));
    BoundsByHand hand = new BoundsByHand(network, weights);
    int right = 0;
    for (int i = 0; i < IMAGES; i++) {
      double[] excess = hand.excess(BoundsByHand.around(digits.image(i), 0), digits.label(i));
      boolean best = true;
      for (double one : excess) {
        best &= one <= 0;
      }
      right += best ? 1 : 0;
    }
    assertEquals(right, ours(new IntervalLoss(network, 0.3, 0.5), weights).right());
  }

  @Test
  void leavesNothingBehind() {
    compute.call(
        () -> {
          Architecture network = Architectures.get("small-cnn");
          try (NDManager weightsManager = compute.newManager();
              NDManager data = compute.newManager()) {
            List<NDArray> arrays =
                Parameters.upload(weightsManager, network.initialWeights(Seed.of(9))).list(network);
            NDArray images = Tensors.of(data, digits.images(0, IMAGES), IMAGES, 1, 28, 28);
            NDArray labels = Tensors.of(data, digits.labels(0, IMAGES));
            IntervalLoss loss = new IntervalLoss(network, 0.1, 0.5);
            int ofWeights = weightsManager.getManagedArrays().size();
            int ofData = data.getManagedArrays().size();
            for (int step = 0; step < 20; step++) {
              try (NDManager owner = compute.newManager()) {
                loss.gradients(arrays, images, labels, SCALE, owner);
                assertEquals(arrays.size(), owner.getManagedArrays().size());
              }
              assertEquals(ofWeights, weightsManager.getManagedArrays().size());
              assertEquals(ofData, data.getManagedArrays().size());
            }
          }
          return null;
        });
  }
}
