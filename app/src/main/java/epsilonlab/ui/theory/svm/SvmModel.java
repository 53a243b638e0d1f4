package epsilonlab.ui.theory.svm;

import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.settings.Setting;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.theory.page.LabelledPoint;
import epsilonlab.ui.theory.page.PointCloud;
import epsilonlab.ui.theory.page.Quantity;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What is dragged on the page, and the newest solution of both problems. Belongs to the FX thread;
 * needs no screen.
 */
final class SvmModel {
  private static final Setting<Boolean> TIED = Setting.of("theory.svm.tied", Boolean.class, true);
  private static final List<LabelledPoint> FIRST =
      List.of(
          new LabelledPoint(1.2, 0.9, 1),
          new LabelledPoint(0.5, 1.5, 1),
          new LabelledPoint(1.6, 0.1, 1),
          new LabelledPoint(0.9, -0.2, 1),
          new LabelledPoint(-0.3, 0.5, 1),
          new LabelledPoint(-1.1, -0.6, -1),
          new LabelledPoint(-0.5, -1.4, -1),
          new LabelledPoint(-1.6, 0.3, -1),
          new LabelledPoint(-0.7, 0.1, -1),
          new LabelledPoint(0.4, -0.7, -1));

  private final LabSession session;
  private final PointCloud cloud;
  private final Quantity epsilon;
  private final Quantity lambda;
  private final BooleanProperty tied = new SimpleBooleanProperty();
  private final Latest<SvmSolution> solving;
  private final ReadOnlyObjectWrapper<SvmInput> input = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<SvmSolution> solution = new ReadOnlyObjectWrapper<>();

  SvmModel(LabSession session) {
    this.session = session;
    cloud = new PointCloud(session.settings(), "svm.points", FIRST);
    epsilon =
        Quantity.even(
            session.settings(),
            new Quantity.Naming(
                "svm.epsilon",
                "Budget $ε$",
                "The adversary moves every point by at most ε (Euclidean length)."),
            0,
            1.5,
            0.3,
            0.01);
    lambda =
        Quantity.logarithmic(
            session.settings(),
            new Quantity.Naming(
                "svm.lambda",
                "Regulariser $λ$",
                "The machine's λ weighs the length of w against the hinge losses."),
            0.01,
            100,
            1,
            0.02);
    tied.set(session.settings().get(TIED));
    tied.addListener((property, before, now) -> session.settings().set(TIED, now));
    solving = new Latest<>(session.jobs(), session.fx());
    InvalidationListener follow = any -> solve();
    cloud.points().addListener(follow);
    epsilon.value().addListener(follow);
    lambda.value().addListener(follow);
    tied.addListener(follow);
    solve();
  }

  PointCloud cloud() {
    return cloud;
  }

  Quantity epsilon() {
    return epsilon;
  }

  Quantity lambda() {
    return lambda;
  }

  /** Whether the machine gets the lambda that belongs to epsilon. */
  BooleanProperty tied() {
    return tied;
  }

  /** What is dragged. */
  ReadOnlyObjectProperty<SvmInput> input() {
    return input.getReadOnlyProperty();
  }

  /** The newest solution, a few milliseconds behind; null while one class has no point. */
  ReadOnlyObjectProperty<SvmSolution> solution() {
    return solution.getReadOnlyProperty();
  }

  /** What lessons may know of the drawing. */
  TabFacts facts() {
    return new TabFacts().tell("svm.same", this::same);
  }

  private Boolean same() {
    SvmSolution now = solution.get();
    return now == null || !now.input().equals(input.get()) ? null : now.isSamePlane();
  }

  private void solve() {
    SvmInput now = new SvmInput(cloud.points().get(), epsilon.get(), lambda.get(), tied.get());
    input.set(now);
    if (!now.hasBothClasses()) {
      solving.forget();
      solution.set(null);
      return;
    }
    solving.request(
        Work.interactive("Solve both problems", () -> SvmSolution.of(now)),
        solution::set,
        session::fail);
  }
}
