package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.engine.LabException;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.privacy.defence.Defence;
import epsilonlab.privacy.defence.DefenceJob;
import epsilonlab.privacy.defence.DefencePoint;
import epsilonlab.privacy.defence.DefenceSettings;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.DataHolder;
import epsilonlab.ui.LabSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;

/**
 * Accuracy against leakage for families of defences; what was measured before a cancelled job is
 * kept, and not measured again. Belongs to the FX thread; needs no screen.
 */
final class Defences {
  private final LabSession session;
  private final DataHolder data;
  private final LogisticForm shared;
  private final DefenceForm form;
  private final CurrentJob job;
  private final Map<Key, List<DefencePoint>> known = new HashMap<>();
  private final ReadOnlyObjectWrapper<List<DefencePoint>> points =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
  private Key shown;

  /** What points depend on. */
  record Key(String data, int n, double c, int splits, long seed) {}

  Defences(LabSession session, DataHolder data, LogisticForm shared) {
    this.session = session;
    this.data = data;
    this.shared = shared;
    form = new DefenceForm(session);
    job = new CurrentJob(session);
    form.defences().addListener((ListChangeListener<Defence>) change -> show());
    shared.chosen().addListener((property, before, now) -> follow());
    form.typed().text(DefenceForm.SPLITS).addListener((property, before, now) -> follow());
    data.data()
        .addListener(
            (property, before, now) -> {
              job.cancel();
              shown = null;
              follow();
            });
  }

  DefenceForm form() {
    return form;
  }

  CurrentJob job() {
    return job;
  }

  /** What was measured of the chosen defences, the weakest strength of each first. */
  ReadOnlyObjectProperty<List<DefencePoint>> points() {
    return points.getReadOnlyProperty();
  }

  /** Whether the points belong to another choice than the present one. */
  ReadOnlyBooleanProperty stale() {
    return stale.getReadOnlyProperty();
  }

  /** What the points depend on; null before the first. */
  Key shown() {
    return shown;
  }

  /** Whether anything is measured with what is chosen. */
  boolean isBegun() {
    return wanted().filter(known::containsKey).isPresent();
  }

  /** How many points are still to be measured with what is chosen; some if that is not right. */
  int left() {
    return wanted()
        .map(
            key ->
                missing(known.getOrDefault(key, List.of())).values().stream()
                    .mapToInt(List::size)
                    .sum())
        .orElse(1);
  }

  private Optional<Key> wanted() {
    DataSet now = data.data().get();
    if (now == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(key(now, form.typed().whole(DefenceForm.SPLITS)));
    } catch (LabException wrong) {
      return Optional.empty();
    }
  }

  /** Shows what is known of the present choice; until there is something, what was shown last. */
  private void follow() {
    wanted().filter(key -> known.containsKey(key)).ifPresent(key -> shown = key);
    show();
  }

  private Key key(DataSet now, int splits) {
    LogisticForm.Chosen chosen = shared.chosen().get();
    return new Key(now.sha256(), chosen.n(), chosen.c(), splits, chosen.seed());
  }

  /** Measures what is missing, or stops; what is measured stays. */
  void startOrCancel() {
    if (job.running().get()) {
      job.cancel();
      return;
    }
    DataSet now = data.data().get();
    if (!shared.commit() || now == null) {
      return;
    }
    try {
      LogisticForm.Chosen chosen = shared.chosen().get();
      int splits = form.typed().whole(DefenceForm.SPLITS);
      // the same checks as for those that are measured, whether any is or not
      settings(chosen, splits, Map.of()).check(now);
      form.typed().remember();
      form.complaint().set("");
      Key key = key(now, splits);
      follow();
      Map<Defence, List<Double>> missing = missing(known.getOrDefault(key, List.of()));
      if (!missing.isEmpty()) {
        job.start(
            work(now, settings(chosen, splits, missing)),
            point -> learn(key, point),
            all -> {},
            () -> {});
      }
    } catch (LabException wrong) {
      form.complaint().set(wrong.getMessage());
    }
  }

  private static DefenceSettings settings(
      LogisticForm.Chosen chosen, int splits, Map<Defence, List<Double>> strengths) {
    return new DefenceSettings(chosen.n(), splits, chosen.c(), strengths, chosen.seed());
  }

  private Map<Defence, List<Double>> missing(List<DefencePoint> before) {
    Map<Defence, List<Double>> missing = new LinkedHashMap<>();
    for (Defence defence : form.defences()) {
      List<Double> strengths =
          defence.strengths().stream()
              .filter(
                  strength ->
                      before.stream()
                          .noneMatch(
                              point -> point.defence() == defence && point.strength() == strength))
              .toList();
      if (!strengths.isEmpty()) {
        missing.put(defence, strengths);
      }
    }
    return missing;
  }

  private Job<DefencePoint, List<DefencePoint>> work(DataSet now, DefenceSettings settings) {
    return new Job<>() {
      @Override
      public String name() {
        return "Defences against membership inference";
      }

      @Override
      public List<DefencePoint> run(JobContext<DefencePoint> context) {
        return new DefenceJob(session.compute().join(), now, settings).run(context);
      }
    };
  }

  private void learn(Key key, DefencePoint point) {
    List<DefencePoint> more = new ArrayList<>(known.getOrDefault(key, List.of()));
    more.add(point);
    more.sort(
        Comparator.comparing(DefencePoint::defence)
            .thenComparingInt(one -> one.defence().strengths().indexOf(one.strength())));
    known.put(key, List.copyOf(more));
    follow();
  }

  private void show() {
    stale.set(shown != null && !wanted().equals(Optional.of(shown)));
    points.set(
        known.getOrDefault(shown, List.of()).stream()
            .filter(point -> form.defences().contains(point.defence()))
            .toList());
  }
}
