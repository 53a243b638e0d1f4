package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.privacy.logistic.MembershipEvent;
import epsilonlab.privacy.logistic.MembershipJob;
import epsilonlab.privacy.logistic.MembershipResult;
import epsilonlab.privacy.logistic.MembershipSettings;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.DataHolder;
import epsilonlab.ui.LabSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The overview: fits models of all sizes, adds noise to those of the chosen size, and keeps what it
 * found; a cancelled sweep goes on where it ended. The model that is chosen is asked about every
 * image. Belongs to the FX thread; needs no screen.
 */
final class Sweep {
  /** What stands on the button when there is nothing to do. */
  static final String ALL_DONE = "All is measured";

  private final LabSession session;
  private final DataHolder data;
  private final LogisticForm form;
  private final PlainAttacks attacks;
  private final CurrentJob job;
  private final Latest<Asked> asking;
  private final Map<String, Known> byData = new HashMap<>();
  private final ReadOnlyObjectWrapper<Known> known = new ReadOnlyObjectWrapper<>(Known.NOTHING);
  private final ReadOnlyObjectWrapper<Asked> asked = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper action = new ReadOnlyStringWrapper("");
  private Wanted last;

  /** What the model that is looked at depends on. */
  private record Wanted(FitPoint fit, double variance, long seed) {}

  Sweep(LabSession session, DataHolder data, LogisticForm form) {
    this.session = session;
    this.data = data;
    this.form = form;
    job = new CurrentJob(session);
    asking = new Latest<>(session.jobs(), session.fx());
    attacks = new PlainAttacks(session);
    data.data().addListener((property, before, now) -> dataChanged(now));
    form.chosen().addListener((property, before, now) -> follow());
    known.addListener((property, before, now) -> follow());
    job.running().addListener((property, before, now) -> name());
    if (data.data().get() != null) {
      dataChanged(data.data().get());
    }
    name();
  }

  LogisticForm form() {
    return form;
  }

  DataHolder data() {
    return data;
  }

  CurrentJob job() {
    return job;
  }

  /** What is known of the data set in use. */
  ReadOnlyObjectProperty<Known> known() {
    return known.getReadOnlyProperty();
  }

  /** What the chosen model says; null while it is not fitted. */
  ReadOnlyObjectProperty<Asked> asked() {
    return asked.getReadOnlyProperty();
  }

  /** How the models are attacked, and what comes of it. */
  PlainAttacks attacks() {
    return attacks;
  }

  /** What stands on the button. */
  ReadOnlyStringProperty action() {
    return action.getReadOnlyProperty();
  }

  /** The numbers of images that are measured: the exercise's as far as they go, and the chosen. */
  List<Integer> sizes() {
    int most =
        data.data().get() == null
            ? Integer.MAX_VALUE
            : MembershipSettings.mostImages(data.data().get());
    TreeSet<Integer> sizes = new TreeSet<>(MembershipSettings.SIZES);
    sizes.add(form.chosen().get().n());
    sizes.removeIf(n -> n > most);
    return List.copyOf(sizes);
  }

  /** The variances that are measured. */
  List<Double> variances() {
    TreeSet<Double> variances = new TreeSet<>(MembershipSettings.VARIANCES);
    variances.add(form.chosen().get().variance());
    return List.copyOf(variances);
  }

  /** The regularisers that are measured. */
  List<Double> regularisers() {
    List<Double> all = new ArrayList<>(MembershipSettings.REGULARISATIONS);
    double c = form.chosen().get().c();
    if (!all.contains(c)) {
      all.add(c);
    }
    return all;
  }

  /** The regularised model that stands beside the one without: the chosen one, or another. */
  double regularised(double otherwise) {
    double c = form.chosen().get().c();
    return Double.isInfinite(c) ? otherwise : c;
  }

  private MembershipSettings settings() {
    LogisticForm.Chosen now = form.chosen().get();
    return new MembershipSettings(
        sizes(), regularisers(), now.n(), variances(), now.repeats(), now.seed());
  }

  /** How many fits and noise points are still to be measured. */
  int left() {
    if (data.data().get() == null) {
      return 0;
    }
    MembershipSettings wanted = settings();
    LogisticForm.Chosen chosen = form.chosen().get();
    int left = 0;
    for (double c : wanted.regularisations()) {
      for (int n : wanted.sizes()) {
        left += known.get().fit(c, n).isEmpty() ? 1 : 0;
      }
      for (double variance : wanted.variances()) {
        left += known.get().noise(chosen, c, variance).isEmpty() ? 1 : 0;
      }
    }
    return left;
  }

  /** Starts, goes on, or cancels; what is measured stays. */
  void startOrCancel() {
    if (job.running().get()) {
      job.cancel();
      return;
    }
    DataSet now = data.data().get();
    if (!form.commit() || now == null || left() == 0) {
      return;
    }
    LogisticForm.Chosen chosen = form.chosen().get();
    MembershipSettings wanted = settings();
    MembershipResult before = known.get().of(chosen);
    Job<MembershipEvent, MembershipResult> work =
        new Job<>() {
          @Override
          public String name() {
            return "Membership inference, " + now.title();
          }

          @Override
          public MembershipResult run(JobContext<MembershipEvent> context) {
            return new MembershipJob(session.compute().join(), now, wanted, before).run(context);
          }
        };
    job.start(work, event -> learn(now, known(now).with(event, chosen)), all -> name(), this::name);
  }

  private Known known(DataSet of) {
    return byData.getOrDefault(of.sha256(), Known.NOTHING);
  }

  private void learn(DataSet of, Known more) {
    byData.put(of.sha256(), more);
    if (data.data().get() == of) {
      known.set(more);
    }
  }

  private void dataChanged(DataSet now) {
    job.cancel();
    last = null;
    asking.forget();
    asked.set(null);
    attacks.forget();
    form.commit();
    known.set(known(now));
    follow();
  }

  private void name() {
    boolean running = job.running().get();
    boolean begun = !known.get().fits().isEmpty();
    int left = left();
    action.set(
        running
            ? "Cancel"
            : !begun ? "Train and attack" : left == 0 ? ALL_DONE : "Measure " + left + " more");
  }

  private void follow() {
    name();
    LogisticForm.Chosen now = form.chosen().get();
    DataSet of = data.data().get();
    attacks.follow(of, known.get().fits());
    FitPoint fit = known.get().fit(now.c(), now.n()).orElse(null);
    if (of == null || fit == null) {
      asking.forget();
      last = null;
      asked.set(null);
      return;
    }
    Wanted wanted = new Wanted(fit, now.variance(), now.seed());
    if (!Objects.equals(wanted, last)) {
      last = wanted;
      asking.request(
          Work.following(
              "Ask the model",
              () -> Asked.of(session.compute().join(), of, fit, now.variance(), now.seed())),
          asked::set,
          session::fail);
    }
  }
}
