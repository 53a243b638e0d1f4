package epsilonlab.ui.defend;

import epsilonlab.data.ImageSet;
import epsilonlab.defence.RaceDefaults;
import epsilonlab.defence.RobustTableJob;
import epsilonlab.defence.RobustTableJob.Against;
import epsilonlab.engine.Priority;
import epsilonlab.job.JobHandle;
import epsilonlab.ui.Failures;
import epsilonlab.ui.LabSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * The accuracies of the trained networks by attack and epsilon, as far as they are known: a few
 * epsilons are measured after a race, that of the slider when it rests. Belongs to the FX thread;
 * needs no screen.
 */
final class TableCells {
  /** How many test digits are attacked. */
  static final int COUNT = 1000;

  private static final long REST_MILLIS = 250;

  private final LabSession session;
  private final Attacker attacker;
  private final Map<Key, Double> known = new HashMap<>();
  private final Set<Long> seeds = new HashSet<>();
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
  private List<RaceModel> models = List.of();
  private ImageSet images;
  private JobHandle<?> measuring;
  private JobHandle<?> following;
  private long generation;
  private long wave;
  private boolean resting;
  private double lastKnown = Double.NaN;

  /** Clean accuracies have epsilon 0. */
  private record Key(int model, Against against, double epsilon) {}

  TableCells(LabSession session, Attacker attacker) {
    this.session = session;
    this.attacker = attacker;
    attacker.epsilon().addListener((property, before, now) -> follow());
  }

  /** Measures other networks; what is known of earlier ones is dropped. */
  void measure(List<RaceModel> trained, ImageSet test) {
    cancel();
    known.clear();
    seeds.clear();
    lastKnown = Double.NaN;
    models = trained;
    images = test.slice(0, Math.min(COUNT, test.size()));
    measureMissing();
  }

  private void measureMissing() {
    List<Double> epsilons = new ArrayList<>(RaceDefaults.ATTACKERS);
    double wanted = attacker.epsilon().get();
    // what is looked at comes first
    epsilons.remove(wanted);
    epsilons.add(0, wanted);
    epsilons.removeIf(this::isComplete);
    measuring = submit(Priority.BACKGROUND, epsilons);
    changed();
  }

  /** Goes on after a measurement that was ended; what is known stays. */
  void measureAgain() {
    cancel();
    measureMissing();
  }

  /** Whether numbers are missing at the attacker's epsilon, and none are on their way. */
  boolean isUnmeasured() {
    return !models.isEmpty()
        && !isComplete(attacker.epsilon().get())
        && measuring == null
        && following == null
        && !resting;
  }

  private void cancel() {
    generation++;
    wave++;
    resting = false;
    for (JobHandle<?> job : new JobHandle<?>[] {measuring, following}) {
      if (job != null) {
        job.cancel();
      }
    }
    measuring = null;
    following = null;
  }

  /** The seed that all of it was measured with; empty if there are several, or none. */
  Optional<Long> seed() {
    return seeds.size() == 1 ? seeds.stream().findFirst() : Optional.empty();
  }

  private JobHandle<?> submit(Priority priority, List<Double> epsilons) {
    long mine = generation;
    seeds.add(session.seed().get());
    JobHandle<?> handle =
        session
            .jobs()
            .submit(
                new TableJob(session, priority, models, images, epsilons, session.seed().get()),
                cell -> session.fx().execute(() -> learn(mine, cell)));
    handle
        .future()
        .whenComplete(
            (done, failure) ->
                session
                    .fx()
                    .execute(
                        () -> {
                          ended(handle);
                          // the frame tells of background jobs
                          if (failure != null
                              && priority != Priority.BACKGROUND
                              && !Failures.isCancelled(failure)) {
                            session.fail(failure);
                          }
                        }));
    return handle;
  }

  private void ended(JobHandle<?> handle) {
    if (handle == measuring) {
      measuring = null;
      changed();
    } else if (handle == following) {
      following = null;
      changed();
    }
  }

  private void learn(long of, RobustTableJob.Cell cell) {
    if (of == generation) {
      double epsilon = cell.against() == Against.CLEAN ? 0 : cell.epsilon();
      known.put(new Key(cell.network(), cell.against(), epsilon), cell.accuracy());
      changed();
    }
  }

  private void changed() {
    if (isComplete(attacker.epsilon().get())) {
      lastKnown = attacker.epsilon().get();
    }
    version.set(version.get() + 1);
  }

  private void follow() {
    long mine = ++wave;
    resting = false;
    if (following != null) {
      following.cancel();
      following = null;
    }
    boolean willCome =
        measuring != null && RaceDefaults.ATTACKERS.contains(attacker.epsilon().get());
    if (models.isEmpty() || isComplete(attacker.epsilon().get()) || willCome) {
      changed();
      return;
    }
    resting = true;
    changed();
    CompletableFuture.delayedExecutor(REST_MILLIS, TimeUnit.MILLISECONDS, session.fx())
        .execute(
            () -> {
              if (mine == wave) {
                resting = false;
                following = submit(Priority.FOLLOWING, List.of(attacker.epsilon().get()));
              }
            });
  }

  /** Grows whenever a cell becomes known or another epsilon holds. */
  ReadOnlyIntegerProperty version() {
    return version.getReadOnlyProperty();
  }

  /** The networks, which are the rows. */
  List<RaceModel> models() {
    return models;
  }

  /** How many digits are attacked. */
  int count() {
    return images == null ? COUNT : images.size();
  }

  /** An accuracy in [0, 1], or NaN while it is not known. */
  double at(int model, Against against, double epsilon) {
    double of = against == Against.CLEAN ? 0 : epsilon;
    return known.getOrDefault(new Key(model, against, of), Double.NaN);
  }

  /** Whether all is known of an epsilon. */
  boolean isComplete(double epsilon) {
    for (int m = 0; m < models.size(); m++) {
      for (Against against : Against.values()) {
        if (Double.isNaN(at(m, against, epsilon))) {
          return false;
        }
      }
    }
    return !models.isEmpty();
  }

  /**
   * The epsilon whose values are to be shown: that of the attacker, or while those of a slider are
   * not known, the last ones.
   */
  double shownEpsilon() {
    double wanted = attacker.epsilon().get();
    return isComplete(wanted) || !attacker.isSliding() || Double.isNaN(lastKnown)
        ? wanted
        : lastKnown;
  }

  /** Whether the values are of another epsilon than the attacker's. */
  boolean isStale() {
    return shownEpsilon() != attacker.epsilon().get();
  }
}
