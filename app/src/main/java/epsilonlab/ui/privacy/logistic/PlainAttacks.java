package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.ui.LabSession;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The attacks that need nothing but the model, of which one is chosen, and their accuracies on all
 * models of the overview. Belongs to the FX thread; needs no screen.
 */
final class PlainAttacks {
  /** All of them. */
  static final List<MembershipAttack> ALL =
      List.of(
          MembershipAttack.CORRECT,
          MembershipAttack.CONFIDENCE,
          MembershipAttack.LOSS,
          MembershipAttack.MARGIN);

  private final LabSession session;
  private final Latest<Map<FitPoint, Double>> measuring;
  private final ObjectProperty<MembershipAttack> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Map<FitPoint, Double>> accuracies =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final Map<MembershipAttack, Map<FitPoint, Double>> measured =
      new EnumMap<>(MembershipAttack.class);
  private DataSet data;
  private List<FitPoint> fits = List.of();

  PlainAttacks(LabSession session) {
    this.session = session;
    measuring = new Latest<>(session.jobs(), session.fx());
    chosen.set(session.settings().get(LogisticSettings.ATTACK));
    chosen.addListener(
        (property, before, now) -> {
          session.settings().set(LogisticSettings.ATTACK, now);
          measure();
        });
  }

  /** The attack that is looked at; one of {@link #ALL}. */
  ObjectProperty<MembershipAttack> chosen() {
    return chosen;
  }

  /** The balanced accuracy of the chosen attack on a model, in [0, 1]; NaN while not known. */
  double accuracy(FitPoint fit) {
    return chosen.get() == MembershipAttack.CORRECT
        ? fit.attackAccuracy()
        : accuracies.get().getOrDefault(fit, Double.NaN);
  }

  /** Changes when {@link #accuracy} does. */
  ReadOnlyObjectProperty<Map<FitPoint, Double>> accuracies() {
    return accuracies.getReadOnlyProperty();
  }

  /** Other data: nothing that is known holds. */
  void forget() {
    data = null;
    fits = List.of();
    measuring.forget();
    measured.clear();
    accuracies.set(Map.of());
  }

  /** Attacks those of the models that are not attacked yet. */
  void follow(DataSet of, List<FitPoint> models) {
    data = of;
    fits = models;
    measure();
  }

  private void measure() {
    MembershipAttack by = chosen.get();
    DataSet of = data;
    Map<FitPoint, Double> before = measured.computeIfAbsent(by, any -> new IdentityHashMap<>());
    List<FitPoint> left = fits.stream().filter(fit -> !before.containsKey(fit)).toList();
    accuracies.set(before);
    if (by == MembershipAttack.CORRECT || of == null || left.isEmpty()) {
      measuring.forget();
      return;
    }
    measuring.request(
        Work.following(
            "Attack the models",
            () -> {
              Map<FitPoint, Double> found = new IdentityHashMap<>(before);
              for (FitPoint fit : left) {
                found.put(fit, Asked.accuracy(session.compute().join(), of, fit, by));
              }
              return found;
            }),
        found -> {
          measured.put(by, found);
          // another attack may have been chosen since
          if (chosen.get() == by) {
            accuracies.set(found);
          }
        },
        session::fail);
  }
}
