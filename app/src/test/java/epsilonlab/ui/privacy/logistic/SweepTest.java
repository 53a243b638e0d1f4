package epsilonlab.ui.privacy.logistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.DataSets;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.job.JobContext;
import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.privacy.logistic.MembershipJob;
import epsilonlab.privacy.logistic.MembershipResult;
import epsilonlab.privacy.logistic.MembershipSettings;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.Repeatable;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.capsule.WindowCapsules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final DataSet DIGITS = SyntheticDigits.generate(1, 250, 210);

  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LogisticModels models;
  private Sweep sweep;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    models = LogisticModels.of(services);
    sweep = models.sweep();
    models.data().useData(DIGITS);
    type(LogisticForm.N, "100");
    type(LogisticForm.REPEATS, "2");
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private void type(epsilonlab.ui.generate.run.TypedField field, String text) {
    models.form().typed().text(field).set(text);
    models.form().commit();
  }

  private String complaint() {
    return models.form().complaint().get();
  }

  private void done() throws Exception {
    sweep.startOrCancel();
    fx.until("the sweep", () -> !sweep.job().running().get());
    fx.until("the model", () -> sweep.asked().get() != null);
    fx.settle();
  }

  @Test
  void findsWhatTheCommandFinds() throws Exception {
    assertEquals(List.of(100, 200), sweep.sizes(), "as far as there are images");
    assertEquals("Train and attack", sweep.action().get());
    done();
    assertEquals(Sweep.ALL_DONE, sweep.action().get());
    MembershipResult expected =
        new MembershipJob(
                SessionServices.compute(),
                DIGITS,
                new MembershipSettings(
                    List.of(100, 200),
                    MembershipSettings.REGULARISATIONS,
                    100,
                    MembershipSettings.VARIANCES,
                    2,
                    0))
            .run(JobContext.of(event -> {}));
    List<FitPoint> found = sweep.known().get().fits();
    assertEquals(expected.fits().size(), found.size());
    for (int i = 0; i < found.size(); i++) {
      assertEquals(expected.fits().get(i).fit().model(), found.get(i).fit().model());
      assertEquals(expected.fits().get(i).testAccuracy(), found.get(i).testAccuracy());
    }
    assertEquals(
        expected.noise(), sweep.known().get().noise().stream().map(Known.Noise::point).toList());
    FitPoint fit = sweep.known().get().fit(NONE, 100).orElseThrow();
    Reading reading = Reading.of(sweep);
    assertEquals(fit.attackAccuracy(), reading.accuracy(), 1e-12);
    // the images that are shown are those that the accuracies count
    assertEquals(fit.trainAccuracy(), sweep.asked().get().membersRight().size() / 100.0, 1e-12);
    assertEquals(1 - fit.testAccuracy(), sweep.asked().get().othersWrong().size() / 100.0, 1e-12);
  }

  @Tag("full")
  @Test
  void whatIsMeasuredVerifiesFromACapsule(@TempDir Path folder) throws Exception {
    models
        .data()
        .useData(
            DataSets.load(Optional.empty(), "synthetic", services.session().home().downloads(), 0));
    // the lab itself works on other images than this part
    services.session().useData(DIGITS);
    assertTrue(GapRepeat.of(sweep).isEmpty());
    sweep.startOrCancel();
    fx.until("a few fits", () -> sweep.known().get().fits().size() >= 2);
    sweep.startOrCancel();
    fx.settle();
    WindowCapsules.assertVerifies(
        services.session(),
        folder,
        "privacy",
        GapRepeat.of(sweep).stream().toList(),
        "fits[0].weight_norm",
        "membership");
  }

  @Tag("full")
  @Test
  void aCompleteSweepWithItsNoiseVerifiesFromACapsule(@TempDir Path folder) throws Exception {
    models
        .data()
        .useData(
            DataSets.load(Optional.empty(), "synthetic", services.session().home().downloads(), 0));
    services.session().useData(DIGITS);
    type(LogisticForm.VARIANCE, "3");
    done();
    Repeatable all = GapRepeat.of(sweep).orElseThrow();
    assertEquals(List.of("100"), all.options().get("noise-size"));
    assertEquals(List.of("0.0,0.01,0.1,0.5,1.0,2.0,3.0,5.0"), all.options().get("variances"));
    assertEquals(List.of("2"), all.options().get("repeats"));
    assertTrue(all.isWhole());
    WindowCapsules.assertVerifies(
        services.session(),
        folder,
        "privacy",
        List.of(all),
        "noise[23].attack_accuracy",
        "membership");
  }

  @Test
  void aCancelledSweepGoesOnWhereItEnded() throws Exception {
    sweep.startOrCancel();
    assertEquals("Cancel", sweep.action().get());
    fx.until("a fit", () -> sweep.known().get().fits().size() >= 2);
    sweep.startOrCancel();
    assertFalse(sweep.job().running().get());
    fx.settle();
    List<FitPoint> before = sweep.known().get().fits();
    int left = sweep.left();
    assertEquals("Measure " + left + " more", sweep.action().get());
    done();
    List<FitPoint> after = sweep.known().get().fits();
    for (int i = 0; i < before.size(); i++) {
      assertTrue(before.get(i) == after.get(i), "kept, not fitted again");
    }
    assertEquals(6, after.size(), "none twice");
    assertEquals(21, sweep.known().get().noise().size());
    assertEquals(0, sweep.left());
  }

  @Test
  void noiseAndOtherAttacksAreReadOff() throws Exception {
    done();
    type(LogisticForm.VARIANCE, "5");
    fx.until(
        "the noisy model",
        () -> sweep.asked().get() != null && sweep.asked().get().variance() == 5);
    Reading noisy = Reading.of(sweep);
    assertEquals(
        sweep
            .known()
            .get()
            .noise(models.form().chosen().get(), NONE, 5)
            .orElseThrow()
            .attackAccuracy()
            .mean(),
        noisy.accuracy(),
        1e-12);
    assertTrue(noisy.mean());
    type(LogisticForm.VARIANCE, "0");
    sweep.attacks().chosen().set(MembershipAttack.LOSS);
    FitPoint fit = sweep.known().get().fit(0.01, 200).orElseThrow();
    fx.until("the attack", () -> Double.isFinite(sweep.attacks().accuracy(fit)));
    fx.until("the model", () -> sweep.asked().get() != null && sweep.asked().get().variance() == 0);
    // the best threshold on the loss is at least as good as "right or wrong", up to ties
    Reading loss = Reading.of(sweep);
    assertTrue(loss.accuracy() >= 0.5 && loss.accuracy() <= 1);
    // by brute force: the best of all thresholds
    double[] members = sweep.asked().get().members().scores(MembershipAttack.LOSS.score());
    double[] others = sweep.asked().get().others().scores(MembershipAttack.LOSS.score());
    double best = 0.5;
    for (double threshold : members) {
      long in = Arrays.stream(members).filter(score -> score >= threshold).count();
      long out = Arrays.stream(others).filter(score -> score >= threshold).count();
      best = Math.max(best, (in + 100 - out) / 200.0);
    }
    assertEquals(best, loss.accuracy(), 1e-12);
  }

  @Test
  void aLateAnswerIsNotTakenForThatOfAnotherAttack() throws Exception {
    done();
    FitPoint fit = sweep.known().get().fit(NONE, 100).orElseThrow();
    PlainAttacks attacks = sweep.attacks();
    attacks.chosen().set(MembershipAttack.CONFIDENCE);
    fx.until("confidence", () -> Double.isFinite(attacks.accuracy(fit)));
    final double confidence = attacks.accuracy(fit);
    attacks.chosen().set(MembershipAttack.CORRECT);
    attacks.chosen().set(MembershipAttack.LOSS);
    List<Double> shown = new ArrayList<>();
    attacks.accuracies().addListener((property, before, now) -> shown.add(attacks.accuracy(fit)));
    attacks.chosen().set(MembershipAttack.MARGIN);
    fx.until("the margin", () -> Double.isFinite(attacks.accuracy(fit)));
    fx.settle();
    double margin = attacks.accuracy(fit);
    for (double one : shown) {
      assertTrue(Double.isNaN(one) || one == margin, one + " is no accuracy of the margin");
    }
    attacks.chosen().set(MembershipAttack.CONFIDENCE);
    assertEquals(confidence, attacks.accuracy(fit), "known at once");
  }

  @Test
  void badInputIsOneSentenceAndChangesNothing() {
    LogisticForm.Chosen before = models.form().chosen().get();
    type(LogisticForm.N, "211");
    assertTrue(complaint().contains("choose n up to 210"), complaint());
    type(LogisticForm.N, "1");
    assertTrue(complaint().contains("number of images n is 1"), complaint());
    type(LogisticForm.N, "100");
    assertEquals("", complaint());
    for (String wrong : List.of("0", "-1", "x", "")) {
      type(LogisticForm.C, wrong);
      assertTrue(complaint().startsWith("The regulariser C is "), complaint());
    }
    type(LogisticForm.C, "∞");
    type(LogisticForm.VARIANCE, "-1");
    assertTrue(complaint().startsWith("The variance of the noise is -1"), complaint());
    sweep.startOrCancel();
    assertFalse(sweep.job().running().get(), "nothing starts while the form is wrong");
    type(LogisticForm.VARIANCE, "0");
    type(LogisticForm.REPEATS, "0");
    assertTrue(complaint().startsWith("The number of repeats is 0"), complaint());
    assertEquals(before, models.form().chosen().get());
    type(LogisticForm.REPEATS, "1");
    assertEquals("", complaint());
    assertEquals(1, models.form().chosen().get().repeats());
  }

  @Test
  void oneRepeatAndAnyRegulariserWork() throws Exception {
    type(LogisticForm.REPEATS, "1");
    type(LogisticForm.C, "3,5");
    assertEquals(3.5, models.form().chosen().get().c());
    done();
    assertEquals(3.5, sweep.asked().get().fit().regularisation());
    assertEquals(
        1,
        sweep
            .known()
            .get()
            .noise(models.form().chosen().get(), 3.5, 1)
            .orElseThrow()
            .attackAccuracy()
            .count());
  }

  @Test
  void whatWasMeasuredOnAnotherDataSetComesBack() throws Exception {
    done();
    List<FitPoint> first = sweep.known().get().fits();
    models.data().useData(SyntheticDigits.generate(2, 250, 210));
    assertTrue(sweep.known().get().fits().isEmpty());
    assertNull(sweep.asked().get());
    assertEquals("Train and attack", sweep.action().get());
    models.data().useData(DIGITS);
    assertEquals(first, sweep.known().get().fits());
  }
}
