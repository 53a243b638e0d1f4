package epsilonlab.ui.robustness;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Norm;
import epsilonlab.engine.LabException;
import epsilonlab.evaluation.TransferJob;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.LabSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;

/**
 * Which models are attacked with what was made for which. Belongs to the FX thread; needs no
 * screen.
 */
final class TransferViewModel {
  /** What takes part at first; a table of more is hard to read. */
  private static final int FEW = 5;

  /** What was found: a row of accuracies a model, as far as they are known. */
  record Found(
      Subject subject,
      List<ModelEntry> models,
      Attack attack,
      double epsilon,
      List<double[]> matrix) {}

  private final LabSession session;
  private final Set<String> left = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final ReadOnlyIntegerWrapper ticked = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<Attack> attack = new SimpleObjectProperty<>();
  private final NumberText epsilon;
  private final NumberText count;
  private final CurrentJob job;
  private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");

  TransferViewModel(LabSession session) {
    this.session = session;
    job = new CurrentJob(session);
    String last = session.settings().get(RobustnessSettings.TRANSFER_ATTACK);
    attack.set(
        attacks().stream()
            .filter(known -> known.id().equals(last))
            .findFirst()
            .orElse(Attacks.get("pgd")));
    attack.addListener(
        (property, before, now) ->
            session.settings().set(RobustnessSettings.TRANSFER_ATTACK, now.id()));
    epsilon =
        new NumberText(
            session.settings(),
            RobustnessSettings.TRANSFER_EPSILON,
            new NumberText.Range("epsilon of the attacker", 0, 1, false));
    count =
        new NumberText(
            session.settings(),
            RobustnessSettings.TRANSFER_COUNT,
            new NumberText.Range("number of digits", 1, 10_000, true));
    meet();
    session.models().addListener((ListChangeListener<ModelEntry>) change -> meet());
    session
        .data()
        .addListener(
            (property, before, now) -> {
              job.cancel();
              found.set(null);
            });
  }

  /** The attacks that can be crafted on any model, with the largest change of a pixel. */
  static List<Attack> attacks() {
    return Attacks.ALL.stream()
        .filter(any -> any.norm() == Norm.LINF && !any.needsSource())
        .toList();
  }

  private void meet() {
    for (ModelEntry entry : session.models()) {
      if (seen.add(entry.id()) && seen.size() > FEW) {
        left.add(entry.id());
      }
    }
    ticked.set(chosen().size());
  }

  LabSession session() {
    return session;
  }

  ObjectProperty<Attack> attack() {
    return attack;
  }

  NumberText epsilon() {
    return epsilon;
  }

  NumberText count() {
    return count;
  }

  CurrentJob job() {
    return job;
  }

  ReadOnlyObjectProperty<Found> found() {
    return found.getReadOnlyProperty();
  }

  ReadOnlyStringProperty complaint() {
    return complaint.getReadOnlyProperty();
  }

  boolean isTicked(ModelEntry entry) {
    return !left.contains(entry.id());
  }

  /** Lets a model take part, or leaves it out. */
  void tick(ModelEntry entry, boolean takesPart) {
    if (takesPart) {
      left.remove(entry.id());
    } else {
      left.add(entry.id());
    }
    complaint.set("");
    ticked.set(chosen().size());
  }

  /** How many models take part. */
  ReadOnlyIntegerProperty ticked() {
    return ticked.getReadOnlyProperty();
  }

  private List<ModelEntry> chosen() {
    return session.models().stream().filter(this::isTicked).toList();
  }

  /** Fills the matrix, or ends that; the rows that are known stay. */
  void runOrStop() {
    if (job.running().get()) {
      job.cancel();
      return;
    }
    List<ModelEntry> models = chosen();
    if (models.size() < 2) {
      complaint.set("A transfer needs at least two models; tick another one, or train it first.");
      return;
    }
    try {
      double at = epsilon.value();
      Subject of = Subject.of(session, count.whole());
      Attack by = attack.get();
      complaint.set("");
      found.set(new Found(of, models, by, at, List.of()));
      job.start(
          new Loading(session, models, of, AttackPlan.defaults(by, of.seed()), at),
          this::learn,
          all -> {},
          () -> {});
    } catch (LabException wrong) {
      complaint.set(wrong.getMessage());
    }
  }

  private void learn(TransferJob.Line line) {
    Found now = found.get();
    List<double[]> more = new ArrayList<>(now.matrix());
    more.add(line.accuracies());
    found.set(new Found(now.subject(), now.models(), now.attack(), now.epsilon(), more));
  }

  private record Loading(
      LabSession session, List<ModelEntry> models, Subject of, AttackPlan plan, double epsilon)
      implements Job<TransferJob.Line, double[][]> {
    @Override
    public String name() {
      return "Transfer, " + models.size() + " models";
    }

    @Override
    public double[][] run(JobContext<TransferJob.Line> context) {
      List<Classifier> networks = models.stream().map(session::classifier).toList();
      return new TransferJob(session.compute().join(), networks, plan, of.images(), epsilon)
          .run(context);
    }
  }
}
