package epsilonlab.ui.theory.regression;

import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.settings.Setting;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.theory.page.Quantity;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The data, lambda, and what follows from both. Belongs to the FX thread; needs no screen. */
final class RegressionModel {
  /** Where the slider of lambda ends. */
  static final double MOST_LAMBDA = 5;

  private static final Setting<Long> SEED = Setting.of("theory.regression.seed", Long.class, 0L);

  private final LabSession session;
  private final Quantity lambda;
  private final Latest<RegressionState.Problem> drawing;
  private final Latest<RegressionState> solving;
  private final ReadOnlyObjectWrapper<RegressionState.Problem> problem =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RegressionState> state = new ReadOnlyObjectWrapper<>();
  private long seed;

  RegressionModel(LabSession session) {
    this.session = session;
    lambda =
        Quantity.even(
            session.settings(),
            new Quantity.Naming(
                "regression.lambda",
                "Budget $λ$ of a column",
                "The adversary changes every column of X by a vector of length at most λ."),
            0,
            MOST_LAMBDA,
            1,
            0.01);
    drawing = new Latest<>(session.jobs(), session.fx());
    solving = new Latest<>(session.jobs(), session.fx());
    seed = session.settings().get(SEED);
    lambda.value().addListener((property, before, now) -> solve());
    problem.addListener((property, before, now) -> solve());
    draw();
  }

  Quantity lambda() {
    return lambda;
  }

  /** The data and the whole path; null for a moment at the start. */
  ReadOnlyObjectProperty<RegressionState.Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** What holds at lambda; null for a moment at the start. */
  ReadOnlyObjectProperty<RegressionState> state() {
    return state.getReadOnlyProperty();
  }

  /** Other random data of the same kind. */
  void drawAgain() {
    seed++;
    session.settings().set(SEED, seed);
    draw();
  }

  /** What lessons may know of the drawing, and set on it. */
  TabFacts facts() {
    return new TabFacts()
        .set("regression.lambda", lambda::get, Double.class, lambda::take)
        .tell("regression.nonzero", this::used);
  }

  private Integer used() {
    RegressionState now = state.get();
    boolean behind = drawing.isBusy() || solving.isBusy();
    return now == null || behind ? null : now.used();
  }

  private void draw() {
    long of = seed;
    drawing.request(
        Work.interactive("Follow the path", () -> RegressionState.Problem.of(of)),
        problem::set,
        session::fail);
  }

  private void solve() {
    RegressionState.Problem of = problem.get();
    double at = lambda.get();
    if (of != null) {
      solving.request(
          Work.interactive("Worst change of the data", () -> RegressionState.of(of, at)),
          state::set,
          session::fail);
    }
  }
}
