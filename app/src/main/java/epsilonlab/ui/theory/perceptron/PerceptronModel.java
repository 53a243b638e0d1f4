package epsilonlab.ui.theory.perceptron;

import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.settings.Setting;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.theory.page.LabelledPoint;
import epsilonlab.ui.theory.page.PointCloud;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * The points, the newest run on them, and the mistake that is looked at. Belongs to the FX thread;
 * needs no screen.
 */
final class PerceptronModel {
  private static final Setting<Boolean> BIASED =
      Setting.of("theory.perceptron.bias", Boolean.class, false);
  private static final List<LabelledPoint> FIRST =
      List.of(
          new LabelledPoint(0.5, -1.4, -1),
          new LabelledPoint(-0.4, -0.9, -1),
          new LabelledPoint(-0.5, 1.7, 1),
          new LabelledPoint(-1.2, -0.6, -1),
          new LabelledPoint(-0.1, -1.3, -1),
          new LabelledPoint(-1.5, 1.3, 1),
          new LabelledPoint(-1.9, 0.6, -1),
          new LabelledPoint(-0.6, -1.7, -1),
          new LabelledPoint(1.2, 0.4, 1),
          new LabelledPoint(0.4, 0.9, 1));

  private final LabSession session;
  private final PointCloud cloud;
  private final BooleanProperty biased = new SimpleBooleanProperty();
  private final IntegerProperty step = new SimpleIntegerProperty();
  private final Latest<PerceptronRun> running;
  private final ReadOnlyObjectWrapper<PerceptronRun> run = new ReadOnlyObjectWrapper<>();
  private boolean atEnd = true;
  private boolean following;

  PerceptronModel(LabSession session) {
    this.session = session;
    cloud = new PointCloud(session.settings(), "perceptron.points", FIRST);
    biased.set(session.settings().get(BIASED));
    running = new Latest<>(session.jobs(), session.fx());
    biased.addListener(
        (property, before, now) -> {
          session.settings().set(BIASED, now);
          solve();
        });
    cloud.points().addListener((property, before, now) -> solve());
    step.addListener(
        (property, before, now) -> {
          if (!following && run.get() != null) {
            atEnd = now.intValue() >= run.get().mistakes();
          }
        });
    solve();
  }

  PointCloud cloud() {
    return cloud;
  }

  /** Whether a constant coordinate carries a bias. */
  BooleanProperty biased() {
    return biased;
  }

  /** After how many mistakes the weights are looked at. */
  IntegerProperty step() {
    return step;
  }

  /** The newest run; null while there is no point. */
  ReadOnlyObjectProperty<PerceptronRun> run() {
    return run.getReadOnlyProperty();
  }

  /** Looks so many mistakes further on, within the run. */
  void move(int by) {
    int most = run.get() == null ? 0 : run.get().mistakes();
    step.set((int) Math.max(0, Math.min(most, (long) step.get() + by)));
  }

  /** Whether the last mistake is looked at. */
  boolean isAtEnd() {
    return run.get() == null || step.get() >= run.get().mistakes();
  }

  /** What lessons may know of the drawing. */
  TabFacts facts() {
    return new TabFacts()
        .tell("perceptron.mistakes", () -> newest().map(PerceptronRun::mistakes))
        .tell("perceptron.separable", () -> newest().map(PerceptronRun::isSeparable))
        .tell(
            "perceptron.bound",
            () ->
                newest().filter(PerceptronRun::isSeparable).map(now -> now.bound().mostMistakes()));
  }

  // not of points that have moved since
  private Optional<PerceptronRun> newest() {
    return Optional.ofNullable(run.get())
        .filter(now -> now.biased() == biased.get() && now.points().equals(cloud.points().get()));
  }

  private void solve() {
    List<LabelledPoint> points = cloud.points().get();
    boolean bias = biased.get();
    if (points.isEmpty()) {
      running.forget();
      show(null);
      return;
    }
    running.request(
        Work.interactive("Run the perceptron", () -> PerceptronRun.of(points, bias)),
        this::show,
        session::fail);
  }

  private void show(PerceptronRun now) {
    int most = now == null ? 0 : now.mistakes();
    following = true;
    int wanted = atEnd ? most : Math.min(step.get(), most);
    // never a step that the shown run does not have
    if (wanted < step.get()) {
      step.set(wanted);
      run.set(now);
    } else {
      run.set(now);
      step.set(wanted);
    }
    following = false;
  }
}
