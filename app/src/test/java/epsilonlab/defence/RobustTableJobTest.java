package epsilonlab.defence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import epsilonlab.model.Predictions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RobustTableJobTest {
  @Test
  void everyCellIsTheAccuracyUnderThatAttack() {
    ImageSet images = SyntheticDigits.generate(2, 10, 1050).test();
    Architecture architecture = Architectures.get("logistic");
    try (Compute compute = Compute.start(DeviceChoice.CPU, 2)) {
      List<Classifier> networks = new ArrayList<>();
      for (int seed = 0; seed < 2; seed++) {
        networks.add(
            new Classifier(
                compute, "n" + seed, architecture, architecture.initialWeights(Seed.of(seed))));
      }
      List<RobustTableJob.Cell> told = new ArrayList<>();
      RobustTable table =
          new RobustTableJob(compute, networks, images, List.of(0.02, 0.0), 5)
              .run(JobContext.of(told::add));
      assertEquals(2 * (1 + 2 + 2), told.size());
      for (RobustTableJob.Cell cell : told) {
        RobustTable.Row row = table.rows().get(cell.network());
        int e = table.epsilons().indexOf(cell.epsilon());
        double expected =
            switch (cell.against()) {
              case CLEAN -> row.clean();
              case FGSM -> row.fgsm().get(e);
              case PGD -> row.pgd().get(e);
            };
        assertEquals(expected, cell.accuracy(), cell.toString());
      }
      for (int n = 0; n < 2; n++) {
        RobustTable.Row row = table.rows().get(n);
        assertEquals("n" + n, row.name());
        double clean = Predictions.of(compute, networks.get(n), images).accuracy();
        assertEquals(clean, row.clean(), 1e-12);
        assertEquals(clean, row.fgsm().get(1), 1e-12, "epsilon 0 changes nothing");
        assertEquals(clean, row.pgd().get(1), 1e-12);
        // in one piece of all images, as the job does it in parts
        assertEquals(accuracy(compute, networks.get(n), images, "fgsm"), row.fgsm().get(0), 1e-12);
        assertEquals(accuracy(compute, networks.get(n), images, "pgd"), row.pgd().get(0), 1.5e-3);
      }
    }
  }

  private static double accuracy(
      Compute compute, Classifier network, ImageSet images, String attack) {
    AttackPlan plan = AttackPlan.defaults(Attacks.get(attack), 5);
    try (PreparedAttack prepared = PreparedAttack.of(compute, network, images, i -> i, plan)) {
      return prepared.accuracy(0.02);
    }
  }

  @Test
  void anEpsilonThatIsNoneIsRefusedBeforeAnyWork() {
    ImageSet images = SyntheticDigits.generate(2, 10, 10).test();
    assertThrows(
        LabException.class, () -> new RobustTableJob(null, List.of(), images, List.of(), 0));
    assertThrows(
        LabException.class, () -> new RobustTableJob(null, List.of(), images, List.of(1.5), 0));
  }
}
