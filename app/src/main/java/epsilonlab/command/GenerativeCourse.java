package epsilonlab.command;

import epsilonlab.generative.GenerativeEvent;
import epsilonlab.generative.Pictures;
import epsilonlab.report.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * What a training reports on its way: the batches, and the pictures after its epochs. Of a very
 * long one it keeps every second batch or picture, every fourth and so on.
 *
 * @param <B> what is known after a batch
 * @param <R> what is known after an epoch
 */
final class GenerativeCourse<B, R> implements Consumer<GenerativeEvent<B, R>> {
  private static final int MOST_BATCHES = 1 << 17;
  private static final int MOST_FRAMES = 128;

  private final IntPredicate asked;
  private final List<Reading<B>> batches = new ArrayList<>();
  private final NavigableMap<Integer, Pictures> frames = new TreeMap<>();
  private final NavigableMap<Integer, Pictures> grids = new TreeMap<>();
  private long seen;
  private long stride = 1;
  private int gap = 1;
  private double now;

  /**
   * @param asked the epochs whose pictures must be kept
   */
  GenerativeCourse(IntPredicate asked) {
    this.asked = asked;
  }

  @Override
  public void accept(GenerativeEvent<B, R> event) {
    if (event instanceof GenerativeEvent.BatchDone<B, R> batch) {
      now = batch.epochs();
      add(new Reading<>(now, batch.batch()));
    } else if (event instanceof GenerativeEvent.EpochDone<B, R> done) {
      if (asked.test(done.epoch())) {
        grids.put(done.epoch(), done.pictures());
      }
      addFrame(done.epoch(), done.pictures());
    }
  }

  private void add(Reading<B> batch) {
    if (seen++ % stride != 0) {
      return;
    }
    if (batches.size() == MOST_BATCHES) {
      for (int i = 0; i < MOST_BATCHES / 2; i++) {
        batches.set(i, batches.get(2 * i));
      }
      batches.subList(MOST_BATCHES / 2, MOST_BATCHES).clear();
      stride *= 2;
    }
    batches.add(batch);
  }

  private void addFrame(int epoch, Pictures pictures) {
    if (epoch % gap != 0) {
      return;
    }
    if (frames.size() == MOST_FRAMES) {
      gap *= 2;
      frames.keySet().removeIf(before -> before % gap != 0);
    }
    if (epoch % gap == 0) {
      frames.put(epoch, pictures);
    }
  }

  /** The batches in the order of time. */
  List<Reading<B>> batches() {
    return batches;
  }

  /** The pictures through the epochs, from before the training on. */
  SortedMap<Integer, Pictures> frames() {
    return frames;
  }

  /** The pictures after the epochs that were asked for. */
  SortedMap<Integer, Pictures> grids() {
    return grids;
  }

  /** How many epochs are done, with fraction. */
  double now() {
    return now;
  }
}
