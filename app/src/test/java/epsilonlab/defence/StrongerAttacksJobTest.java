package epsilonlab.defence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.job.JobContext;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrongerAttacksJobTest {
  private static final double EPSILON = 0.01;
  private static final ImageSet IMAGES = SyntheticDigits.generate(2, 10, 130).test();

  private static Classifier network(Compute compute, int seed) {
    Architecture architecture = Architectures.get("logistic");
    return new Classifier(
        compute, "n" + seed, architecture, architecture.initialWeights(Seed.of(seed)));
  }

  private static int row(String title) {
    List<String> titles = StrongerAttack.ALL.stream().map(StrongerAttack::title).toList();
    return titles.indexOf(title);
  }

  /** Which images resist an attack, all in one piece. */
  private static boolean[] fooled(Compute compute, Classifier network, AttackPlan plan) {
    try (PreparedAttack prepared = PreparedAttack.of(compute, network, IMAGES, i -> i, plan)) {
      return prepared.at(EPSILON).success();
    }
  }

  private static double right(boolean[]... fooled) {
    int right = 0;
    for (int i = 0; i < IMAGES.size(); i++) {
      boolean standing = true;
      for (boolean[] one : fooled) {
        standing &= !one[i];
      }
      right += standing ? 1 : 0;
    }
    return right / (double) IMAGES.size();
  }

  @Test
  void everyRowIsThatAttackAndTogetherCountsWhatWithstandsAll() {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 2)) {
      List<Classifier> networks =
          List.of(network(compute, 0), network(compute, 1), network(compute, 2));
      List<StrongerAttacksJob.Cell> told = new ArrayList<>();
      StrongerAttacksJob.Table table =
          new StrongerAttacksJob(compute, networks, networks, IMAGES, EPSILON, 5)
              .run(JobContext.of(told::add));
      assertEquals(StrongerAttack.ALL.size() * 3, told.size());
      for (StrongerAttacksJob.Cell cell : told) {
        assertEquals(table.accuracies()[cell.attack()][cell.network()], cell.accuracy());
        assertTrue(cell.together() <= cell.accuracy());
      }
      Classifier victim = networks.get(1);
      AttackPlan fgsm = AttackPlan.defaults(Attacks.get("fgsm"), 5);
      boolean[] byFgsm = fooled(compute, victim, fgsm);
      double[][] accuracies = table.accuracies();
      assertEquals(right(byFgsm), accuracies[row("FGSM, one step")][1], 1e-12);
      AttackPlan transfer = AttackPlan.defaults(Attacks.get("transfer"), 5);
      boolean[] from0 = fooled(compute, victim, transfer.withSource(networks.get(0)));
      boolean[] from2 = fooled(compute, victim, transfer.withSource(networks.get(2)));
      assertEquals(right(from0, from2), accuracies[row("From another model")][1], 1e-12);
      for (int n = 0; n < 3; n++) {
        for (double[] row : accuracies) {
          assertTrue(table.together()[n] <= row[n]);
        }
        // a linear network has nothing to hide: one step finds what many find
        assertEquals(
            accuracies[row("PGD, 40 steps")][n], accuracies[row("FGSM, one step")][n], 0.05);
      }
      boolean[] byNoise = fooled(compute, victim, AttackPlan.defaults(Attacks.get("noise"), 5));
      assertTrue(table.together()[1] <= right(byFgsm, byNoise, from0, from2));
    }
  }

  @Test
  void withoutAnotherNetworkNothingIsTransferred() {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 2)) {
      StrongerAttacksJob.Table table =
          new StrongerAttacksJob(
                  compute, List.of(network(compute, 0)), List.of(), IMAGES.slice(0, 20), EPSILON, 5)
              .run(JobContext.of(cell -> {}));
      assertArrayEquals(new double[] {Double.NaN}, table.accuracies()[row("From another model")]);
      assertTrue(table.together()[0] >= 0, "it does not spoil the rest");
    }
  }

  @Test
  void anEpsilonThatIsNoneIsRefused() {
    assertThrows(
        LabException.class,
        () -> new StrongerAttacksJob(null, List.of(), List.of(), IMAGES, -0.1, 0));
  }
}
