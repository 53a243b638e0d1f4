package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.data.DataSets;
import epsilonlab.engine.LabException;
import epsilonlab.job.Job;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.DataHolder;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.privacy.microscope.MicroscopeModel;
import epsilonlab.ui.privacy.microscope.ScoreBar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The page of stronger attacks: who was in the training set of a logistic regression, of the model
 * in use or of a GAN? Belongs to the FX thread; needs no screen.
 */
final class Attacks {
  private final LabSession session;
  private final DataHolder data;
  private final LogisticForm shared;
  private final AttackForm form;
  private final AttackJobs jobs;
  private final CurrentJob job;
  private final MicroscopeModel microscope;
  private final ReadOnlyObjectWrapper<AttackFindings> findings = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<AttackScores> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<ScoreBar> bar = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
  private Map<String, Object> started = Map.of();
  private Map<String, Object> measured = Map.of();

  Attacks(LabSession session, DataHolder data, LogisticForm shared) {
    this.session = session;
    this.data = data;
    this.shared = shared;
    form = new AttackForm(session);
    jobs = new AttackJobs(session, data);
    job = new CurrentJob(session);
    microscope = new MicroscopeModel(bar::set);
    selected.addListener((property, before, now) -> show(now));
    for (Observable choice :
        List.of(
            shared.chosen(),
            form.target(),
            form.gan(),
            form.offline(),
            form.typed().text(AttackForm.SHADOWS),
            session.model(),
            data.data())) {
      choice.addListener(any -> compare());
    }
  }

  AttackForm form() {
    return form;
  }

  CurrentJob job() {
    return job;
  }

  LabSession session() {
    return session;
  }

  MicroscopeModel microscope() {
    return microscope;
  }

  /** What was found last; null before the first attack. */
  ReadOnlyObjectProperty<AttackFindings> findings() {
    return findings.getReadOnlyProperty();
  }

  /** The attack under the microscope, or null. */
  ObjectProperty<AttackScores> selected() {
    return selected;
  }

  /** The bar that is looked into, or null. */
  ReadOnlyObjectProperty<ScoreBar> bar() {
    return bar.getReadOnlyProperty();
  }

  /** Whether what was found belongs to another choice than the present one. */
  ReadOnlyBooleanProperty stale() {
    return stale.getReadOnlyProperty();
  }

  /** What the findings depend on, by the names on the command line. */
  Map<String, Object> measured() {
    return measured;
  }

  private Map<String, Object> present() {
    LogisticForm.Chosen now = shared.chosen().get();
    AttackTarget target = form.target().get();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("n", now.n());
    if (target == AttackTarget.LOGISTIC) {
      DataSet of = data.data().get();
      all.put("model", "logistic");
      all.put("c", now.c());
      all.put("data_sha256", of == null ? "" : of.sha256());
    } else {
      ModelEntry entry = entry();
      all.put("weights", entry == null ? "" : entry.sha256());
    }
    if (target != AttackTarget.GAN) {
      all.put("shadows", form.typed().text(AttackForm.SHADOWS).get().strip());
      all.put("offline", form.offline().get());
      all.put("seed", now.seed());
    }
    return all;
  }

  /** The model of the library that is to be attacked, or null. */
  private ModelEntry entry() {
    return switch (form.target().get()) {
      case LOGISTIC -> null;
      case MODEL -> session.model().get();
      case GAN -> form.gan().get();
    };
  }

  /** Says that a model of the library has its own data set, and no C; else empty. */
  String ownData() {
    ModelEntry entry = entry();
    if (entry == null) {
      return "";
    }
    String id = entry.card().dataset();
    return DataSets.names().contains(id)
        ? "On its own data, " + DataSets.title(id) + "; no C"
        : "Nobody knows its data";
  }

  private void compare() {
    stale.set(findings.get() != null && !measured.equals(present()));
    microscope.stale().set(stale.get());
  }

  private void show(AttackScores attack) {
    bar.set(null);
    // a threshold on one score means nothing on another
    microscope.moveToBest();
    microscope.show(attack == null ? null : attack.scores());
    compare();
  }

  /** Attacks, or stops; what was found by then stays. */
  void startOrCancel() {
    if (job.running().get()) {
      job.cancel();
      return;
    }
    if (!shared.commit()) {
      return;
    }
    try {
      Job<AttackNews, Void> work = work();
      started = present();
      form.complaint().set("");
      job.start(work, this::learn, all -> {}, () -> {});
    } catch (LabException wrong) {
      form.complaint().set(wrong.getMessage());
    }
  }

  private void learn(AttackNews news) {
    if (news instanceof AttackNews.Started begun) {
      measured = started;
      findings.set(begun.empty());
      selected.set(null);
      compare();
    } else if (news instanceof AttackNews.Accuracies known) {
      findings.set(findings.get().with(known.members(), known.others()));
    } else if (news instanceof AttackNews.Found found) {
      findings.set(findings.get().with(found.attack()));
      if (selected.get() == null) {
        selected.set(found.attack());
      }
    }
  }

  private Job<AttackNews, Void> work() {
    LogisticForm.Chosen chosen = shared.chosen().get();
    return switch (form.target().get()) {
      case LOGISTIC -> jobs.logistic(chosen, form.read(chosen.seed()));
      case MODEL -> jobs.classifier(chosen, form.read(chosen.seed()));
      case GAN -> jobs.discriminator(chosen, form.gan().get());
    };
  }
}
