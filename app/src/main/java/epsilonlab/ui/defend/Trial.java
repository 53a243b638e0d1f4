package epsilonlab.ui.defend;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.defence.StrongerAttack;
import epsilonlab.defence.StrongerAttacksJob;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.job.JobHandle;
import epsilonlab.model.Classifier;
import epsilonlab.ui.LabSession;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Whether the trained networks are truly more robust: the stronger attacks, row by row as they are
 * known. Belongs to the FX thread; needs no screen.
 */
final class Trial {
  /** How many digits are attacked. */
  static final int COUNT = 300;

  private final LabSession session;
  private final Attacker attacker;
  private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>();
  private List<RaceModel> models = List.of();
  private DataSet data;
  private JobHandle<?> job;

  /**
   * What is known so far.
   *
   * @param models those on trial, one a column
   * @param count how many digits
   * @param accuracies by attack, then by model, in [0, 1]; NaN where not known
   * @param together by model, under all attacks so far; NaN before the first
   * @param running whether more will come
   * @param complete whether all is known
   */
  record Outcome(
      List<RaceModel> models,
      double epsilon,
      int count,
      double[][] accuracies,
      double[] together,
      boolean running,
      boolean complete) {
    static Outcome empty(List<RaceModel> models, double epsilon, int count, boolean running) {
      double[][] accuracies = new double[StrongerAttack.ALL.size()][models.size()];
      for (double[] row : accuracies) {
        Arrays.fill(row, Double.NaN);
      }
      double[] together = new double[models.size()];
      Arrays.fill(together, Double.NaN);
      return new Outcome(models, epsilon, count, accuracies, together, running, false);
    }

    Outcome with(StrongerAttacksJob.Cell cell) {
      double[][] copy = new double[accuracies.length][];
      Arrays.setAll(copy, a -> accuracies[a].clone());
      copy[cell.attack()][cell.network()] = cell.accuracy();
      double[] all = together.clone();
      all[cell.network()] = cell.together();
      return new Outcome(models, epsilon, count, copy, all, running, false);
    }

    Outcome ended(boolean whole) {
      return new Outcome(models, epsilon, count, accuracies, together, false, whole);
    }
  }

  Trial(LabSession session, Attacker attacker) {
    this.session = session;
    this.attacker = attacker;
  }

  /** Puts other networks on trial; nothing is known of them. */
  void use(List<RaceModel> trained, DataSet ofThem) {
    cancel();
    models = trained;
    data = ofThem;
    outcome.set(Outcome.empty(onTrial(), attacker.epsilon().get(), count(), false));
  }

  private int count() {
    return Math.min(COUNT, data.test().size());
  }

  /** Nobody asks whether a network is robust that was never taught to be, unless it is alone. */
  private List<RaceModel> onTrial() {
    List<RaceModel> defended = models.stream().filter(RaceModel::isDefended).toList();
    return defended.isEmpty() ? models : defended;
  }

  /** Null before the first race. */
  ReadOnlyObjectProperty<Outcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  /** Runs the stronger attacks at the attacker's epsilon, or ends them. */
  void runOrCancel() {
    Outcome now = outcome.get();
    if (now == null) {
      return;
    }
    if (now.running()) {
      cancel();
      return;
    }
    double epsilon = attacker.epsilon().get();
    Outcome begun = Outcome.empty(onTrial(), epsilon, count(), true);
    outcome.set(begun);
    ImageSet images = data.test().slice(0, count());
    JobHandle<?>[] mine = new JobHandle<?>[1];
    JobHandle<StrongerAttacksJob.Table> handle =
        session
            .jobs()
            .submit(
                new TrialJob(
                    session, begun.models(), models, images, epsilon, session.seed().get()),
                cell ->
                    session
                        .fx()
                        .execute(
                            () -> {
                              if (mine[0] == job) {
                                outcome.set(outcome.get().with(cell));
                              }
                            }));
    mine[0] = handle;
    job = handle;
    handle
        .future()
        .whenComplete(
            (table, failure) ->
                session
                    .fx()
                    .execute(
                        () -> {
                          if (job == handle) {
                            job = null;
                            outcome.set(outcome.get().ended(failure == null));
                          }
                        }));
  }

  private void cancel() {
    if (job != null) {
      job.cancel();
      job = null;
      outcome.set(outcome.get().ended(false));
    }
  }

  private record TrialJob(
      LabSession session,
      List<RaceModel> models,
      List<RaceModel> sources,
      ImageSet images,
      double epsilon,
      long seed)
      implements Job<StrongerAttacksJob.Cell, StrongerAttacksJob.Table> {
    @Override
    public String name() {
      return "Stronger attacks";
    }

    @Override
    public StrongerAttacksJob.Table run(JobContext<StrongerAttacksJob.Cell> context) {
      List<Classifier> all = sources.stream().map(RaceModel::classifier).toList();
      List<Classifier> tried = models.stream().map(sources::indexOf).map(all::get).toList();
      return new StrongerAttacksJob(session.compute().join(), tried, all, images, epsilon, seed)
          .run(context);
    }
  }
}
