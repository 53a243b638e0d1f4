package epsilonlab.ui.privacy.mean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSets;
import epsilonlab.privacy.mean.MeanScore;
import epsilonlab.privacy.mean.MeanSettings;
import epsilonlab.privacy.mean.Simulation;
import epsilonlab.privacy.mean.Theory;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.capsule.WindowCapsules;
import epsilonlab.ui.generate.run.TypedField;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeanViewModelTest {
  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LabSession session;
  private MeanViewModel model;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    session = services.session();
    model = new MeanViewModel(session);
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private boolean type(TypedField field, String text) {
    model.form().typed().text(field).set(text);
    return model.form().commit();
  }

  /** Until the microscope shows what is chosen. */
  private Look look() throws Exception {
    fx.until(
        "scores of what is chosen",
        () ->
            model.look().get() != null
                && model.look().get().of().scores().equals(model.form().chosen().get().scores()));
    return model.look().get();
  }

  private double accuracy() {
    return model.microscope().confusion().get().balancedAccuracy();
  }

  private void repeat() throws Exception {
    model.startOrCancel();
    fx.until("all points", () -> !model.repeating().job().running().get());
  }

  @Test
  void theCurvesVerifyFromACapsule(@TempDir Path folder) throws Exception {
    session.seed().set(3);
    session.useData(DataSets.load(Optional.empty(), "synthetic", session.home().downloads(), 0));
    type(MeanForm.REPEATS, "20");
    assertTrue(MeanRepeat.of(model.repeating().curves().get()).isEmpty());
    repeat();
    // nobody can measure with that, so the curves stay those of the seed before
    assertFalse(type(MeanForm.N, "many"));
    session.seed().set(4);
    WindowCapsules.assertVerifies(
        session,
        folder,
        "privacy",
        MeanRepeat.of(model.repeating().curves().get()).stream().toList(),
        "dimensions[2].accuracy_fresh_data",
        "gaussian");
  }

  @Test
  void scoresFollowWhatIsChosen() throws Exception {
    assertNull(model.look().get());
    model.shown();
    Look first = look();
    assertEquals(10_000, first.scores().members().length);
    // best of 20,000 scores: 3.5 standard errors, and half a point for the choice and the mixing
    assertEquals(Theory.accuracy(50, 100, 0), accuracy(), 0.015);
    assertTrue(type(MeanForm.D, "400"));
    look();
    assertEquals(Theory.accuracy(50, 400, 0), accuracy(), 0.015);
    assertTrue(type(MeanForm.VARIANCE, "0.2"));
    look();
    assertEquals(Theory.accuracy(50, 400, 0.2), accuracy(), 0.015);
    model.form().simulation().set(Simulation.FAITHFUL);
    assertTrue(model.microscope().stale().get());
    look();
    assertEquals(Theory.accuracy(50, 400, 0.2), accuracy(), 0.02);
    assertFalse(model.microscope().stale().get());
  }

  @Test
  void nothingIsDrawnWhileItIsOutOfView() throws Exception {
    model.shown();
    Look first = look();
    model.hidden();
    type(MeanForm.N, "7");
    fx.settle();
    assertSame(first, model.look().get());
    model.shown();
    assertEquals(7, look().of().n());
  }

  @Test
  void aThresholdStaysUntilTheScoreIsAnother() throws Exception {
    model.shown();
    look();
    model.microscope().moveTo(2.5);
    type(MeanForm.D, "150");
    look();
    assertEquals(2.5, model.microscope().threshold().get());
    model.form().score().set(MeanScore.PROJECTION);
    Look now = look();
    assertEquals(now.scores().best(), model.microscope().threshold().get());
  }

  @Test
  void wrongInputIsOneSentence() throws Exception {
    complains(MeanForm.N, "0", "The number of people n is 0, but must be from 1 to 100000.");
    complains(MeanForm.N, "200000", "The number of people n is 200000, but must be");
    complains(MeanForm.D, "0", "The dimension d is 0, but must be from 1 to 100000.");
    complains(MeanForm.D, "1.5", "The dimension d is “1.5”, but must be a whole number");
    complains(MeanForm.VARIANCE, "-1", "The variance of the noise is -1.0, but must be 0 or more.");
    complains(MeanForm.VARIANCE, "", "The variance of the noise is missing; type a number");
    complains(
        MeanForm.REPEATS,
        "1",
        "The number of repeats is 1, but must be from 2 to 1000000, for a single one has no"
            + " spread.");
    complains(MeanForm.REPEATS, "many", "The number of repeats is “many”, but must be");
    model.form().typed().seedText().set("x");
    assertFalse(model.form().commit());
    assertTrue(model.form().complaint().get().startsWith("The seed is “x”"));
  }

  private void complains(TypedField field, String text, String sentence) {
    String before = model.form().typed().text(field).get();
    MeanForm.Chosen chosen = model.form().chosen().get();
    assertFalse(type(field, text));
    assertTrue(model.form().complaint().get().startsWith(sentence), model.form().complaint().get());
    assertTrue(field.isBlamedBy(model.form().complaint().get()), field.noun());
    assertEquals(chosen, model.form().chosen().get());
    model.startOrCancel();
    assertFalse(model.repeating().job().running().get());
    assertTrue(type(field, before));
    assertEquals("", model.form().complaint().get());
  }

  @Test
  void repeatsMeasureBothCurves() throws Exception {
    MeanFigures figures = new MeanFigures(model);
    type(MeanForm.REPEATS, "400");
    assertEquals("Repeat 400 times", model.repeating().action().get());
    // the formula alone
    assertEquals(List.of("dimensions d", "formula"), header(figures));
    repeat();
    assertEquals("Repeated 400 times", model.repeating().action().get());
    assertEquals(0, model.repeating().left().get());
    MeanCurves curves = model.repeating().curves().get();
    assertEquals(
        MeanSettings.DIMENSIONS, curves.dimensions().stream().map(point -> point.d()).toList());
    assertEquals(21, curves.noise().size());
    curves
        .dimensions()
        .forEach(
            point -> {
              // the threshold comes from 100 people, so a little is lost
              double theory = Theory.accuracy(50, point.d(), 0);
              assertEquals(theory, point.freshData().mean(), 0.025, "d " + point.d());
              assertTrue(point.sameData().mean() > point.freshData().mean());
            });
    assertTrue(header(figures).contains("fresh data"));
    assertEquals(
        MeanSettings.DIMENSIONS.size(), figures.dimensions().get().toTable().rows().size());
    // nothing is left to do
    model.startOrCancel();
    assertFalse(model.repeating().job().running().get());
  }

  private static List<String> header(MeanFigures figures) {
    FigureTable table = figures.dimensions().get().toTable();
    return table.header();
  }

  @Test
  void whatIsCancelledGoesOnAndComesToTheSame() throws Exception {
    type(MeanForm.REPEATS, "300");
    repeat();
    MeanCurves whole = model.repeating().curves().get();

    MeanViewModel other = new MeanViewModel(session);
    other.startOrCancel();
    fx.until("some points", () -> other.repeating().curves().get().dimensions().size() >= 2);
    if (other.repeating().job().running().get()) {
      other.startOrCancel();
    }
    assertFalse(other.repeating().job().running().get());
    int before = other.repeating().left().get();
    fx.settle();
    assertEquals(before, other.repeating().left().get());
    if (before > 0) {
      assertEquals(
          "Measure " + before + (before == 1 ? " more point" : " more points"),
          other.repeating().action().get());
      other.startOrCancel();
      fx.until("the rest", () -> !other.repeating().job().running().get());
    }
    assertEquals(whole.dimensions(), other.repeating().curves().get().dimensions());
    assertEquals(whole.noise(), other.repeating().curves().get().noise());
  }

  @Test
  void pointsHoldAsLongAsTheyAreOfWhatIsChosen() throws Exception {
    type(MeanForm.REPEATS, "20");
    repeat();
    type(MeanForm.VARIANCE, "0.33");
    assertEquals("Measure 1 more point", model.repeating().action().get());
    type(MeanForm.D, "60");
    // the dimension itself, and all of the noise with its own variance
    assertEquals(1 + 22, model.repeating().left().get());
    repeat();
    assertEquals(0, model.repeating().left().get());
    type(MeanForm.N, "51");
    assertEquals("Repeat 20 times", model.repeating().action().get());
    assertEquals(7 + 22, model.repeating().left().get());
  }

  @Test
  void anotherChoiceEndsWhatRuns() throws Exception {
    type(MeanForm.REPEATS, "1000000");
    model.startOrCancel();
    assertTrue(model.repeating().job().running().get());
    assertEquals("Cancel", model.repeating().action().get());
    type(MeanForm.VARIANCE, "0.1");
    assertTrue(model.repeating().job().running().get());
    type(MeanForm.N, "40");
    assertFalse(model.repeating().job().running().get());
    fx.settle();
    assertTrue(model.repeating().curves().get().dimensions().isEmpty());
  }

  @Test
  void everythingIsRemembered() throws Exception {
    type(MeanForm.N, "33");
    type(MeanForm.D, "77");
    type(MeanForm.VARIANCE, "0.07");
    type(MeanForm.REPEATS, "50");
    model.form().score().set(MeanScore.PROJECTION);
    model.form().simulation().set(Simulation.FAITHFUL);
    session.seed().set(9);
    MeanForm.Chosen again = new MeanViewModel(session).form().chosen().get();
    assertEquals(
        new MeanForm.Chosen(33, 77, 0.07, 50, MeanScore.PROJECTION, Simulation.FAITHFUL, 9), again);
  }

  @Test
  void wordsAreTrueForTheirNumbers() throws Exception {
    model.shown();
    type(MeanForm.VARIANCE, "1");
    assertTrue(look().words().contains("50 people hardly gives away"), look().words());
    assertTrue(look().words().contains("Without the noise"), look().words());
    type(MeanForm.VARIANCE, "0");
    assertTrue(look().words().contains("50 people gives away who was in it"), look().words());
    type(MeanForm.D, "2000");
    assertTrue(look().words().contains("gives almost everybody in it away"), look().words());
    type(MeanForm.N, "1");
    assertTrue(look().words().startsWith("The average of one person "), look().words());
    assertEquals("none", MeanWords.epsilon(look().of()));
  }

  /**
   * The epsilon of the window solves the equation of Balle and Wang for the ratio 2 sqrt(d) / (n
   * sigma).
   */
  @Test
  void epsilonIsThatOfTheMechanism() throws Exception {
    type(MeanForm.VARIANCE, "0.25");
    double epsilon = Double.parseDouble(MeanWords.epsilon(model.form().chosen().get()));
    double ratio = 2 * Math.sqrt(100) / 50 / 0.5;
    double delta = epsilonlab.privacy.GaussianMechanism.delta(epsilon, ratio);
    // one decimal of epsilon
    assertTrue(delta > 0.7e-5 && delta < 1.4e-5, epsilon + " has delta " + delta);
  }
}
