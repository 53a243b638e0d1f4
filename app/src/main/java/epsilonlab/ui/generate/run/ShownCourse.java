package epsilonlab.ui.generate.run;

import epsilonlab.generative.Pictures;
import epsilonlab.model.Weights;
import epsilonlab.report.Reading;
import epsilonlab.report.Readings;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The shown training at the epoch that is looked at: its pictures, record and weights. Follows
 * {@link Trainings#version()}. Belongs to the FX thread; needs no screen.
 *
 * @param <B> what is known after a batch
 * @param <R> what is known after an epoch
 */
public final class ShownCourse<B, R> {
  private final Trainings<B, R> trainings;
  private final LookedAt lookedAt = new LookedAt();
  private final ReadOnlyObjectWrapper<Pictures> pictures = new ReadOnlyObjectWrapper<>();
  private NavigableMap<Integer, Pictures> all = new TreeMap<>();

  /** Follows the trainings of a part. */
  public ShownCourse(Trainings<B, R> trainings) {
    this.trainings = trainings;
    trainings
        .shown()
        .addListener(
            (property, before, now) -> {
              lookedAt.reached(-1, 1);
              lookedAt.follow();
              refresh();
            });
    trainings.version().addListener((property, before, now) -> refresh());
    lookedAt.epoch().addListener((property, before, now) -> show());
    lookedAt.live().addListener((property, before, now) -> show());
  }

  private void refresh() {
    TrainingCourse<B, R> course = course();
    all = course == null ? new TreeMap<>() : course.pictures();
    int trained = all.isEmpty() ? -1 : all.lastKey();
    lookedAt.reached(trained, course == null ? 1 : end());
    show();
  }

  /** The last epoch that the shown training will have; of one that was stopped, its end. */
  private int end() {
    GenerativeRun<B, R> run = trainings.shown().get();
    boolean over = run.handle() == null || run.handle().state().isOver();
    double end = over ? run.course().now() : run.epochsInAll();
    return (int) Math.ceil(end - 1e-6);
  }

  private void show() {
    Pictures newest = lookedAt.live().get() ? newest() : null;
    if (newest != null) {
      pictures.set(newest);
    } else {
      Map.Entry<Integer, Pictures> at = all.floorEntry(lookedAt.epoch().get());
      pictures.set(at == null ? null : at.getValue());
    }
  }

  private Pictures newest() {
    GenerativeRun<B, R> run = trainings.shown().get();
    if (run == null) {
      return null;
    }
    if (run.kept() != null) {
      return run.kept().result().pictures();
    }
    Reading<Pictures> live = run.course().live();
    return live == null ? null : live.value();
  }

  /** The shown training, or null before the first. */
  public TrainingCourse<B, R> course() {
    GenerativeRun<B, R> run = trainings.shown().get();
    return run == null ? null : run.course();
  }

  /** Which epoch is looked at. */
  public LookedAt lookedAt() {
    return lookedAt;
  }

  /** What the network makes at the epoch that is looked at; null before the first training. */
  public ReadOnlyObjectProperty<Pictures> pictures() {
    return pictures.getReadOnlyProperty();
  }

  /** The pictures of every finished epoch, by its number. */
  public NavigableMap<Integer, Pictures> all() {
    return all;
  }

  /** Epochs done by what is looked at, with fraction while the training is followed. */
  public double epochs() {
    TrainingCourse<B, R> course = course();
    return course == null ? 0 : lookedAt.live().get() ? course.now() : lookedAt.epoch().get();
  }

  /**
   * What the charts show, with the dotted line where one looks; empty before the first training.
   */
  public Readings<B, R> readings() {
    TrainingCourse<B, R> course = course();
    return course == null
        ? new Readings<>(List.of(), List.of(), Double.NaN, 1)
        : new Readings<>(course.batches(), course.epochs(), epochs(), lookedAt.last().get());
  }

  /** What was measured after the epoch that is looked at, or the last one before it. */
  public Optional<R> record() {
    TrainingCourse<B, R> course = course();
    if (course == null) {
      return Optional.empty();
    }
    R found = null;
    for (Reading<R> at : course.epochs()) {
      found = at.epochs() <= lookedAt.epoch().get() + 1e-6 ? at.value() : found;
    }
    return Optional.ofNullable(found);
  }

  /** The weights after the epoch that is looked at, or the last before it that are kept. */
  public Optional<Weights> weights() {
    TrainingCourse<B, R> course = course();
    return course == null
        ? Optional.empty()
        : Optional.ofNullable(course.weights().floorEntry(lookedAt.epoch().get()))
            .map(Map.Entry::getValue);
  }
}
