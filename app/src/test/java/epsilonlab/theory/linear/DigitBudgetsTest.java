package epsilonlab.theory.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.DataSets;
import epsilonlab.data.ImageSet;
import epsilonlab.data.RealData;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.JobContext;
import epsilonlab.theory.Vectors;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DigitBudgetsTest {
  private static final Compute COMPUTE = Compute.start(DeviceChoice.CPU, 2);

  @AfterAll
  static void close() {
    COMPUTE.close();
  }

  private static DigitBudgets measure(DataSet data) {
    return new DigitBudgetsJob(COMPUTE, data, Seed.of(0)).run(JobContext.of(e -> {}));
  }

  @Test
  void theGradientIsThatOfFiniteDifferences() {
    DataSet data = SyntheticDigits.generate(1, 3000, 10);
    DigitPair pair = DigitPair.of(data.train(), 3, 7);
    assertTrue(pair.size() > 500, "more than one part");
    PairObjective objective = new PairObjective(COMPUTE, pair, 0.1);
    SplittableRandom random = new SplittableRandom(2);
    double[] x = Vectors.times(0.1, Vectors.gaussian(785, random));
    double[] gradient = new double[785];
    objective.at(x, gradient);
    for (int i = 0; i < 5; i++) {
      double[] direction = Vectors.gaussian(785, random);
      double h = 1e-5;
      double ahead = objective.at(Vectors.plus(x, h, direction), new double[785]);
      double behind = objective.at(Vectors.plus(x, -h, direction), new double[785]);
      double slope = Vectors.dot(gradient, direction);
      assertEquals((ahead - behind) / (2 * h), slope, 1e-7 * Math.max(1, Math.abs(slope)));
    }
  }

  @Test
  void onBuiltInDigitsTheTheoremHolds() {
    DataSet data = SyntheticDigits.generate(1, 2000, 400);
    DigitBudgets found = measure(data);
    int tested = 0;
    for (int label : data.test().labels()) {
      tested += label == 3 || label == 7 ? 1 : 0;
    }
    assertEquals(tested, found.tested());
    assertTrue(found.right() > 0.8 * tested, "right " + found.right());
    for (DigitBudgets.Row row : found.norms()) {
      assertEquals(0, row.fooledBelow());
      assertEquals(1, row.fooledAbove());
      assertTrue(row.fooledByRandom() < 0.2, "random " + row.fooledByRandom());
      assertEquals(row.medianScore(), row.medianBudget() * row.dualNorm(), 1e-9);
    }
  }

  @Test
  void dataWithoutThoseDigitsAreRefused() {
    ImageSet none = ImageSet.ofBytes(new byte[784], new byte[1]);
    DataSet data = new DataSet("mnist", "MNIST", "made", "", List.of(), none, none);
    String said = assertThrows(LabException.class, () -> measure(data)).getMessage();
    assertTrue(said.contains("3 or 7"), said);
  }

  /**
   * SciPy 1.x's L-BFGS-B on the same objective, C = 0.1, down to a gradient of 6e-7 of the sum:
   * 2,006 right, ||w||_1 = 89.4704, median budget 0.0759288, median score 6.79339, b = 2.12377.
   */
  @Test
  @Tag("full")
  void onMnistTheSameModelAsScipy() {
    DigitBudgets found = measure(DataSets.fromFolder(RealData.folder(), "mnist"));
    assertEquals(2038, found.tested());
    assertEquals(2006, found.right());
    DigitBudgets.Row row = found.row(BudgetNorm.LINF);
    assertEquals(89.4704, row.dualNorm(), 0.01);
    assertEquals(0.0759288, row.medianBudget(), 1e-5);
    assertEquals(6.79339, row.medianScore(), 1e-3);
    assertEquals(2.12377, found.model().b(), 1e-3);
  }
}
