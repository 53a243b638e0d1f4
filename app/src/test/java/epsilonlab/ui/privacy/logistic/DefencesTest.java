package epsilonlab.ui.privacy.logistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.job.JobContext;
import epsilonlab.privacy.defence.Defence;
import epsilonlab.privacy.defence.DefenceJob;
import epsilonlab.privacy.defence.DefencePoint;
import epsilonlab.privacy.defence.DefenceSettings;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DefencesTest {
  private static final DataSet DIGITS = SyntheticDigits.generate(1, 100, 90);

  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LogisticModels models;
  private Defences defences;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    models = LogisticModels.of(services);
    defences = models.defences();
    models.data().useData(DIGITS);
    models.form().chooseSize(20);
    defences.form().typed().text(DefenceForm.SPLITS).set("2");
    for (Defence defence : Defence.values()) {
      boolean cheap = defence == Defence.NOISE || defence == Defence.TOP_ONE;
      if (defence != Defence.NONE) {
        defences.form().choose(defence, cheap);
      }
    }
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  @Test
  void aCancelledComparisonGoesOnAndEqualsOneAtOnce() throws Exception {
    defences.startOrCancel();
    fx.until("two points", () -> defences.points().get().size() >= 2);
    defences.startOrCancel();
    fx.settle();
    List<DefencePoint> before = defences.points().get();
    defences.startOrCancel();
    fx.until("the rest", () -> !defences.job().running().get());
    fx.settle();
    assertTrue(defences.points().get().containsAll(before));
    List<DefencePoint> expected =
        new DefenceJob(
                SessionServices.compute(),
                DIGITS,
                new DefenceSettings(
                    20,
                    2,
                    Double.POSITIVE_INFINITY,
                    DefenceSettings.usual(List.of(Defence.NONE, Defence.NOISE, Defence.TOP_ONE)),
                    0))
            .run(JobContext.of(point -> {}));
    assertEquals(expected, defences.points().get());
    // there is nothing left to do
    defences.startOrCancel();
    assertFalse(defences.job().running().get());
    defences.form().choose(Defence.NOISE, false);
    assertEquals(2, defences.points().get().size(), "what is not chosen is not shown");
  }

  @Test
  void pointsOfAnotherChoiceAreGreyedUntilThereAreNewOnes() throws Exception {
    defences.form().choose(Defence.NOISE, false);
    defences.startOrCancel();
    fx.until("the points", () -> !defences.job().running().get());
    fx.settle();
    List<DefencePoint> first = defences.points().get();
    assertFalse(defences.stale().get());
    assertTrue(defences.isBegun());
    models.form().chooseSize(25);
    assertTrue(defences.stale().get());
    assertFalse(defences.isBegun());
    assertEquals(2, defences.left(), "all is still to be measured");
    assertEquals(first, defences.points().get());
    assertEquals(20, defences.shown().n(), "an export says what was measured");
    defences.startOrCancel();
    fx.until("the new points", () -> !defences.job().running().get());
    fx.settle();
    assertFalse(defences.stale().get());
    assertEquals(25, defences.shown().n());
    models.form().chooseSize(20);
    assertEquals(first, defences.points().get(), "what is known comes back");
    assertFalse(defences.stale().get());
    defences.form().typed().text(DefenceForm.SPLITS).set("");
    assertTrue(defences.stale().get());
  }

  @Test
  void badInputIsOneSentence() {
    defences.form().typed().text(DefenceForm.SPLITS).set("1");
    defences.startOrCancel();
    assertTrue(
        defences.form().complaint().get().startsWith("The number of repeats is 1"),
        defences.form().complaint().get());
    defences.form().typed().text(DefenceForm.SPLITS).set("5");
    defences.startOrCancel();
    assertTrue(defences.form().complaint().get().contains("choose n up to 18"));
    assertFalse(defences.job().running().get());
  }
}
