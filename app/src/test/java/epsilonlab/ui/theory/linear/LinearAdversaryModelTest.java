package epsilonlab.ui.theory.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.report.figure.plane.PlaneScale;
import epsilonlab.settings.Settings;
import epsilonlab.theory.linear.BudgetNorm;
import epsilonlab.theory.linear.DigitBudgets;
import epsilonlab.theory.linear.MarginLoss;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinearAdversaryModelTest {
  @TempDir Path folder;
  private Settings settings;
  private LinearAdversaryModel model;

  @BeforeEach
  void open() {
    settings = Settings.load(folder.resolve("settings.json"));
    model = new LinearAdversaryModel(settings);
  }

  private LinearState state() {
    return model.state().get();
  }

  /** w = (1, 1/2), b = -0.3, x = (1.2, 0.6), epsilon = 0.9, by hand. */
  @Test
  void theFirstDrawingsNumbers() {
    double root = Math.sqrt(1.25);
    assertEquals(1.5, state().linf().dualNorm(), 1e-12);
    assertEquals(root, state().l2().dualNorm(), 1e-12);
    assertEquals(1.2, state().linf().before(), 1e-12);
    assertEquals(-0.15, state().linf().after(), 1e-12);
    assertEquals(1.2 - 0.9 * root, state().l2().after(), 1e-12);
    assertEquals(-0.15, state().linf().ascent(), 1e-9);
    assertEquals(0.8, state().linf().smallest(), 1e-12);
    assertEquals(1.2 / root, state().l2().bisection(), 1e-9);
    assertArrayEquals(new double[] {0.3, -0.3}, state().linf().worst(), 1e-12);
    assertTrue(state().linf().isFlipped());
    assertFalse(state().l2().isFlipped());
    assertEquals(Math.log1p(Math.exp(0.15)), state().linf().worstLoss(), 1e-12);
    model.loss().set(MarginLoss.HINGE);
    assertEquals(1.15, state().linf().worstLoss(), 1e-12);
  }

  @Test
  void beyondTheLineTheOtherAnswerIsAttacked() {
    model.x().set(new Point2D(-1, 0));
    assertEquals(-1, state().y());
    assertEquals(1.3, state().l2().before(), 1e-12);
    assertArrayEquals(new double[] {-0.1, 0.9}, state().linf().worst(), 1e-12);
  }

  @Test
  void theLineGoesWhereItIsDragged() {
    BoundaryHandle line = new BoundaryHandle(model);
    line.moveTo(0.4, 0.3);
    assertEquals(0, state().model().score(new double[] {0.4, 0.3}), 0.005);
    PlaneScale scale = new PlaneScale(LinearDrawing.WINDOW, 680, 384);
    assertEquals(0, line.distance(scale, scale.px(line.x()), scale.py(line.y())), 1e-6);
    // one unit along the weights is one unit away
    double length = Math.sqrt(1.25);
    assertEquals(
        scale.unitX(),
        line.distance(scale, scale.px(line.x() + 1 / length), scale.py(line.y() + 0.5 / length)),
        1e-6);
  }

  @Test
  void theArrowTurnsTheWeights() {
    WeightsHandle arrow = new WeightsHandle(model);
    double[] foot = LinearDrawing.foot(state());
    arrow.moveTo(foot[0] - 0.5, foot[1] + 0.25);
    assertArrayEquals(new double[] {-1, 0.5}, state().model().w(), 0.011);
    arrow.moveTo(foot[0], foot[1]);
    assertTrue(Math.hypot(state().model().w()[0], state().model().w()[1]) > 0.05);
  }

  @Test
  void aModelThatLooksAtNothingCannotBeFlipped() {
    model.quantities().get(1).set(0);
    model.quantities().get(2).set(0);
    assertEquals(Double.POSITIVE_INFINITY, state().linf().smallest());
    assertTrue(LinearAdversaryText.words(state()).contains("looks at nothing"));
    assertEquals(
        1,
        LinearDrawing.of(state()).toTable().rows().stream()
            .filter(row -> row.get(1).equals("x"))
            .count());
  }

  @Test
  void whatWasDraggedIsRemembered() {
    model.x().set(new Point2D(0.5, -0.25));
    model.quantities().get(0).set(0.4);
    LinearAdversaryModel again = new LinearAdversaryModel(settings);
    assertArrayEquals(new double[] {0.5, -0.25}, again.state().get().x());
    assertEquals(0.4, again.state().get().epsilon());
  }

  @Test
  void theLawHoldsOnDigits() throws Exception {
    QueuedFx fx = new QueuedFx();
    LabServices services = SessionServices.with(fx, new TestDialogs());
    DigitBudgetsModel digits = new DigitBudgetsModel(services.session());
    digits.measure();
    assertFalse(digits.job().running().get(), "nothing to measure without data");
    services.session().useData(SyntheticDigits.generate(1, 400, 200));
    digits.measure();
    fx.until("the budgets", () -> digits.budgets().get() != null);
    DigitBudgets.Row row = digits.budgets().get().row(BudgetNorm.LINF);
    assertEquals(0, row.fooledBelow());
    assertEquals(1, row.fooledAbove());
    assertEquals(row.medianScore(), row.medianBudget() * row.dualNorm(), 1e-9);
    services.session().useData(SyntheticDigits.generate(2, 100, 100));
    assertEquals(null, digits.budgets().get(), "other digits, other numbers");
    services.jobs().close();
  }
}
