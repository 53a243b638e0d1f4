package epsilonlab.ui.privacy.mean;

import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.privacy.mean.MeanEvent;
import epsilonlab.privacy.mean.MeanJob;
import epsilonlab.privacy.mean.MeanResult;
import epsilonlab.privacy.mean.MeanSettings;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.LabSession;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The curves against the dimension and against the noise, point by point. What was measured before
 * a cancel stays, and the next run goes on with the points that are missing; every point has a seed
 * of its own, so it comes to the same. Belongs to the FX thread; needs no screen.
 */
final class Repeating {
  private static final int VARIANCES = 20;

  private final LabSession session;
  private final MeanForm form;
  private final CurrentJob job;
  private final ReadOnlyObjectWrapper<MeanCurves> curves = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper action = new ReadOnlyStringWrapper();
  private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper();

  Repeating(LabSession session, MeanForm form) {
    this.session = session;
    this.form = form;
    job = new CurrentJob(session);
    curves.set(MeanCurves.nothing(form.chosen().get()));
    form.chosen().addListener((property, before, now) -> chosen(now));
    job.running().addListener((property, before, now) -> name());
    name();
  }

  /** What is measured for the present choice. */
  ReadOnlyObjectProperty<MeanCurves> curves() {
    return curves.getReadOnlyProperty();
  }

  CurrentJob job() {
    return job;
  }

  /** What stands on the button. */
  ReadOnlyStringProperty action() {
    return action.getReadOnlyProperty();
  }

  /** The exercise's dimensions and the chosen one, rising. */
  List<Integer> dimensions() {
    TreeSet<Integer> all = new TreeSet<>(MeanSettings.DIMENSIONS);
    all.add(form.chosen().get().d());
    return List.copyOf(all);
  }

  /** From 0 to 1, and the chosen one, rising. */
  List<Double> variances() {
    TreeSet<Double> all = new TreeSet<>();
    IntStream.rangeClosed(0, VARIANCES).forEach(i -> all.add((double) i / VARIANCES));
    all.add(form.chosen().get().variance());
    return List.copyOf(all);
  }

  /** How many points are still to be measured. */
  ReadOnlyIntegerProperty left() {
    return left.getReadOnlyProperty();
  }

  private int missing() {
    MeanCurves now = curves.get();
    return now.missingDimensions(dimensions()).size() + now.missingVariances(variances()).size();
  }

  /** Starts, goes on, or cancels. */
  void startOrCancel() {
    if (job.running().get()) {
      job.cancel();
      return;
    }
    if (!form.commit() || left.get() == 0) {
      return;
    }
    MeanCurves now = curves.get();
    MeanSettings missing =
        form.chosen()
            .get()
            .curves(now.missingDimensions(dimensions()), now.missingVariances(variances()));
    Job<MeanEvent, MeanResult> work =
        new Job<>() {
          @Override
          public String name() {
            return "Gaussian mean";
          }

          @Override
          public MeanResult run(JobContext<MeanEvent> context) {
            return new MeanJob(session.compute().join(), missing).run(context);
          }
        };
    job.start(work, this::learn, all -> {}, () -> {});
  }

  private void learn(MeanEvent event) {
    curves.set(curves.get().with(event));
    name();
  }

  private void chosen(MeanForm.Chosen now) {
    MeanCurves before = curves.get();
    MeanCurves valid = before.validFor(now);
    // only the noise that is looked at may change while its curve is measured
    if (!before.of().measuresAs(now)) {
      job.cancel();
    }
    curves.set(valid);
    name();
  }

  private void name() {
    MeanCurves now = curves.get();
    boolean begun = !now.dimensions().isEmpty() || !now.noise().isEmpty();
    left.set(missing());
    String times = "%,d times".formatted(form.chosen().get().repeats());
    action.set(
        job.running().get()
            ? "Cancel"
            : left.get() == 0
                ? "Repeated " + times
                : begun
                    ? "Measure " + left.get() + (left.get() == 1 ? " more point" : " more points")
                    : "Repeat " + times);
  }
}
