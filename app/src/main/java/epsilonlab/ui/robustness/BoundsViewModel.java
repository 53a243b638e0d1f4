package epsilonlab.ui.robustness;

import epsilonlab.attack.Epsilon;
import epsilonlab.defence.SmoothedAccuracy;
import epsilonlab.defence.SmoothingJob;
import epsilonlab.defence.SmoothingSettings;
import epsilonlab.engine.LabException;
import epsilonlab.evaluation.Bound;
import epsilonlab.evaluation.BoundsJob;
import epsilonlab.evaluation.Strongest;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What can be proved about the model in use: interval bounds with the strongest attack, and
 * randomised smoothing. Belongs to the FX thread; needs no screen.
 */
final class BoundsViewModel {
  private static final double ALPHA = 0.001;

  /** What was found, as far as it is known; the smoothed accuracy is null until then. */
  record Found(
      Subject subject,
      List<Bound> bounds,
      SmoothingSettings smoothing,
      SmoothedAccuracy smoothed) {}

  private final LabSession session;
  private final StringProperty epsilons = new SimpleStringProperty();
  private final NumberText count;
  private final NumberText sigma;
  private final NumberText samples;
  private final CurrentJob bounding;
  private final CurrentJob smoothing;
  private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");

  BoundsViewModel(LabSession session) {
    this.session = session;
    epsilons.set(session.settings().get(RobustnessSettings.BOUNDS_EPSILONS));
    count =
        new NumberText(
            session.settings(),
            RobustnessSettings.BOUNDS_COUNT,
            new NumberText.Range("number of digits", 1, 10_000, true));
    sigma =
        new NumberText(
            session.settings(),
            RobustnessSettings.SIGMA,
            new NumberText.Range("noise σ", 0.01, 10, false));
    samples =
        new NumberText(
            session.settings(),
            RobustnessSettings.SAMPLES,
            new NumberText.Range("number of noisy copies", 1, 100_000, true));
    bounding = new CurrentJob(session);
    smoothing = new CurrentJob(session);
    session.onOtherNetwork(this::otherInUse);
    session.data().addListener((property, before, now) -> forget());
  }

  LabSession session() {
    return session;
  }

  /** "0, 0.01, 0.05". */
  StringProperty epsilons() {
    return epsilons;
  }

  NumberText count() {
    return count;
  }

  NumberText sigma() {
    return sigma;
  }

  NumberText samples() {
    return samples;
  }

  CurrentJob bounding() {
    return bounding;
  }

  CurrentJob smoothing() {
    return smoothing;
  }

  /** What is known; null before the first time. */
  ReadOnlyObjectProperty<Found> found() {
    return found.getReadOnlyProperty();
  }

  ReadOnlyStringProperty complaint() {
    return complaint.getReadOnlyProperty();
  }

  boolean isRunning() {
    return bounding.running().get() || smoothing.running().get();
  }

  private List<Double> epsilonList() {
    TreeSet<Double> all = new TreeSet<>();
    // a comma parts two numbers here, so it is no decimal comma
    for (String part : epsilons.get().split("[,;\\s]+")) {
      if (!part.isBlank()) {
        all.add(
            Epsilon.check(
                Typed.decimal(part, "epsilon", "a number from 0 to 1, for example 0.05")));
      }
    }
    if (all.isEmpty()) {
      throw new LabException("The epsilons are missing; type some, for example 0, 0.01, 0.05.");
    }
    session.settings().set(RobustnessSettings.BOUNDS_EPSILONS, epsilons.get().strip());
    return List.copyOf(all);
  }

  /** Finds both, or ends that; what is known stays. */
  void runOrStop() {
    if (isRunning()) {
      stop();
      return;
    }
    try {
      List<Double> at = epsilonList();
      Subject of = Subject.of(session, count.whole());
      SmoothingSettings noise =
          new SmoothingSettings(sigma.value(), SmoothingSettings.CHOOSING, samples.whole(), ALPHA);
      complaint.set("");
      found.set(new Found(of, List.of(), noise, null));
      bound(of, at);
      smooth(of, noise);
    } catch (LabException wrong) {
      complaint.set(wrong.getMessage());
    }
  }

  private void bound(Subject of, List<Double> at) {
    bounding.start(
        Loaded.of(
            "Bounds, " + of.model().card().name(),
            session,
            of.model(),
            (compute, network) ->
                new BoundsJob(compute, network, Strongest.plan(of.seed()), of.images(), at)),
        this::learn,
        all -> {},
        () -> {});
  }

  private void learn(Bound bound) {
    Found now = found.get();
    List<Bound> more = new ArrayList<>(now.bounds());
    more.add(bound);
    found.set(new Found(now.subject(), List.copyOf(more), now.smoothing(), now.smoothed()));
  }

  private void smooth(Subject of, SmoothingSettings noise) {
    smoothing.start(
        Loaded.of(
            "Smoothing, " + of.model().card().name(),
            session,
            of.model(),
            (compute, network) ->
                new SmoothingJob(compute, network, of.images(), noise, of.seed())),
        nothing -> {},
        smoothed -> {
          Found now = found.get();
          found.set(new Found(now.subject(), now.bounds(), now.smoothing(), smoothed));
        },
        () -> {});
  }

  private void stop() {
    bounding.cancel();
    smoothing.cancel();
  }

  /** An examination under way goes on: it is of the network that was in use when it began. */
  private void otherInUse() {
    if (!isRunning()) {
      forget();
    }
  }

  /** Ends what runs and drops what is known. */
  void forget() {
    stop();
    complaint.set("");
    found.set(null);
  }

  /** The numbers for other programs, in percent. */
  FigureTable table() {
    List<List<Object>> rows = new ArrayList<>();
    if (found.get() != null) {
      for (Bound bound : found.get().bounds()) {
        rows.add(
            List.of(bound.epsilon(), percent(bound.certified()), percent(bound.strongestAttack())));
      }
    }
    return new FigureTable(List.of("epsilon", "certified", "strongest attack"), rows);
  }

  private static double percent(double share) {
    return Math.round(share * 10_000) / 100.0;
  }
}
