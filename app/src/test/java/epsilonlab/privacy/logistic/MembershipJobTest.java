package epsilonlab.privacy.logistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import epsilonlab.data.DataSet;
import epsilonlab.data.DataSets;
import epsilonlab.data.RealData;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.job.JobContext;
import epsilonlab.model.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MembershipJobTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  private static MembershipResult run(int threads, DataSet data, MembershipSettings settings) {
    try (Compute compute = Compute.start(DeviceChoice.CPU, threads)) {
      return new MembershipJob(compute, data, settings).run(JobContext.of(event -> {}));
    }
  }

  private static void near(FitPoint found, double train, double test, double slack) {
    String who = "C " + found.regularisation() + " n " + found.n();
    assertEquals(train, found.trainAccuracy(), slack, who);
    assertEquals(test, found.testAccuracy(), slack, who);
    assertEquals((train + 1 - test) / 2, found.attackAccuracy(), slack, who);
  }

  /**
   * scikit-learn 1.9.1, LogisticRegression(C, max_iter=1000) on the first n Fashion-MNIST images,
   * tested on the first n test images: accuracies, and for 0.1 and 0.01, where the minimiser is
   * finite, the Frobenius norm of coef_ and the mean loss with its penalty.
   */
  @Test
  void agreesWithScikitLearnOnTheFirstImages() {
    DataSet data = DataSets.fromFolder(RealData.folder(), "fashion-mnist");
    List<FitPoint> fits =
        run(
                2,
                data,
                new MembershipSettings(
                    List.of(100, 200), List.of(NONE, 0.1, 0.01), 100, List.of(), 1, 0))
            .fits();
    double[][] expected = {
      {1, 0.66}, {1, 0.71}, {0.97, 0.68}, {0.96, 0.76}, {0.82, 0.58}, {0.835, 0.695}
    };
    double[] norms = {26.9, 38.6, 2.481690367517187, 3.1902249671531084, 0.8605879304063886, 1.22};
    double[] values = {
      0.00047,
      0.00046,
      0.6890183525299329,
      0.5754288239663536,
      1.5292577369459563,
      1.3198408430055546
    };
    for (int i = 0; i < fits.size(); i++) {
      boolean free = i < 2;
      double slack = (free ? 0.015 : 0.01) + 1.5 / fits.get(i).n();
      near(fits.get(i), expected[i][0], expected[i][1], slack);
      // without a penalty the weights grow until the solver stops
      double norm = fits.get(i).fit().model().weightNorm();
      assertEquals(norms[i], norm, (free ? 0.15 : 0.01) * norms[i], "norm " + i);
      double value = fits.get(i).fit().minimum().value();
      assertEquals(values[i], value, free ? 5e-4 : 2e-3, "value " + i);
      assertTrue(fits.get(i).iterations() < 1000);
    }
  }

  /** All 16 fits of shared/reference. */
  @Test
  @Tag("full")
  void agreesWithAllFitsOfTheReference() throws IOException {
    JsonObject reference =
        JsonParser.parseString(Files.readString(SharedFiles.of("reference/privacy.json")))
            .getAsJsonObject();
    DataSet data = DataSets.fromFolder(RealData.folder(), "fashion-mnist");
    List<Integer> sizes = MembershipSettings.SIZES;
    List<FitPoint> fits =
        run(2, data, new MembershipSettings(sizes, List.of(NONE, 0.01), 100, List.of(), 1, 0))
            .fits();
    List<JsonElement> rows = new ArrayList<>();
    reference.getAsJsonArray("logistic").forEach(rows::add);
    assertEquals(16, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      JsonObject row = rows.get(i).getAsJsonObject();
      assertEquals(row.get("n").getAsInt(), fits.get(i).n());
      boolean free = row.get("C").getAsString().equals("inf");
      assertEquals(free, Double.isInfinite(fits.get(i).regularisation()));
      near(
          fits.get(i),
          row.get("train_accuracy").getAsDouble(),
          row.get("test_accuracy").getAsDouble(),
          (free ? 0.015 : 0.01) + 1.5 / fits.get(i).n());
    }
  }

  @Test
  void otherDataSetsWorkAndThreadsChangeNothing() {
    DataSet digits = SyntheticDigits.generate(1, 700, 650);
    MembershipSettings settings =
        new MembershipSettings(List.of(40, 620), List.of(0.01), 40, List.of(0.0, 1.0), 3, 5);
    MembershipResult one = run(1, digits, settings);
    assertEquals(one.noise(), run(2, digits, settings).noise());
    MembershipResult three = run(3, digits, settings);
    assertEquals(one.noise(), three.noise());
    for (int i = 0; i < 2; i++) {
      assertEquals(one.fits().get(i).fit().model(), three.fits().get(i).fit().model());
    }
    FitPoint fit = one.fits().get(0);
    NoisyPoint still = one.noise().get(0);
    assertEquals(fit.trainAccuracy(), still.trainAccuracy().mean(), "no noise, no change");
    assertEquals(0, still.attackAccuracy().deviation());
    NoisyPoint noisy = one.noise().get(1);
    assertEquals(3, noisy.trainAccuracy().count());
    assertNotEquals(fit.trainAccuracy(), noisy.trainAccuracy().mean());
    assertEquals(
        (noisy.trainAccuracy().mean() + 1 - noisy.testAccuracy().mean()) / 2,
        noisy.attackAccuracy().mean(),
        1e-12);
  }

  @Test
  void oneRepeatWorks() {
    MembershipResult found =
        run(
            1,
            SyntheticDigits.generate(1, 50, 50),
            new MembershipSettings(List.of(), List.of(1.0), 20, List.of(0.5), 1, 0));
    assertEquals(1, found.noise().get(0).attackAccuracy().count());
    assertTrue(found.fits().isEmpty());
  }

  @Test
  void goesOnWithWhatIsKnown() {
    DataSet digits = SyntheticDigits.generate(1, 60, 60);
    MembershipSettings some =
        new MembershipSettings(List.of(20), List.of(0.1), 20, List.of(0.5), 2, 0);
    MembershipSettings all =
        new MembershipSettings(List.of(20, 40), List.of(0.1, 1.0), 20, List.of(0.5, 1.0), 2, 0);
    MembershipResult before = run(1, digits, some);
    List<MembershipEvent> told = new ArrayList<>();
    try (Compute compute = Compute.start(DeviceChoice.CPU, 1)) {
      MembershipResult after =
          new MembershipJob(compute, digits, all, before).run(JobContext.of(told::add));
      MembershipResult atOnce = new MembershipJob(compute, digits, all).run(JobContext.of(e -> {}));
      assertEquals(atOnce.noise(), after.noise());
      assertEquals(4, after.fits().size());
      for (int i = 0; i < 4; i++) {
        assertEquals(atOnce.fits().get(i).fit().model(), after.fits().get(i).fit().model());
      }
      assertTrue(after.fits().get(0) == before.fits().get(0), "not fitted again");
    }
    assertEquals(3 + 3, told.size(), "only what is new is told");
  }

  @Test
  void badInputIsOneSentence() {
    says("above 0", () -> settings(10, 0, 0.5, 1));
    says("above 0", () -> settings(10, -1, 0.5, 1));
    says("above 0", () -> settings(10, Double.NaN, 0.5, 1));
    says("variance", () -> settings(10, 1, -1, 1));
    says("variance", () -> settings(10, 1, Double.NaN, 1));
    says("repeats", () -> settings(10, 1, 0.5, 0));
    says("at least 2", () -> settings(1, 1, 0.5, 1));
    DataSet digits = SyntheticDigits.generate(1, 50, 30);
    try (Compute compute = Compute.start(DeviceChoice.CPU, 1)) {
      says("up to 30", () -> new MembershipJob(compute, digits, settings(31, 1, 0.5, 1)));
      new MembershipJob(compute, digits, settings(30, 1, 0.5, 1));
    }
  }

  private static MembershipSettings settings(int n, double c, double variance, int repeats) {
    return new MembershipSettings(List.of(n), List.of(c), 20, List.of(variance), repeats, 0);
  }

  private static void says(String words, org.junit.jupiter.api.function.Executable body) {
    String message = assertThrows(LabException.class, body).getMessage();
    assertTrue(message.contains(words), message);
  }
}
