package epsilonlab.ui.generate.run;

import epsilonlab.generative.GenerativeEvent;
import epsilonlab.generative.Pictures;
import epsilonlab.model.Weights;
import epsilonlab.report.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The course of one training: batches, epochs, pictures and weights. The training's thread adds to
 * it and the window's timer takes copies. However long it lasts, it holds at most {@value
 * #MOST_BATCHES} batches and {@value #MOST_VALUES} weights.
 *
 * @param <B> what is known after a batch
 * @param <R> what is known after an epoch
 */
public final class TrainingCourse<B, R> {
  static final int MOST_BATCHES = 4096;
  static final long MOST_VALUES = 60_000_000;
  private static final int ROUND = 5;

  private final double epochsBefore;
  private final List<Reading<B>> batches = new ArrayList<>();
  private final List<Reading<R>> epochs = new ArrayList<>();
  private final NavigableMap<Integer, Pictures> pictures = new TreeMap<>();
  private final NavigableMap<Integer, Weights> weights = new TreeMap<>();
  private long seen;
  private long stride = 1;
  private Reading<Pictures> live;
  private double now;
  private long version;

  /** A course that begins. */
  public TrainingCourse() {
    epochsBefore = 0;
  }

  /** A course that goes on where another one was after an epoch; its later part is forgotten. */
  public TrainingCourse(TrainingCourse<B, R> other, int epoch) {
    epochsBefore = epoch;
    now = epoch;
    synchronized (other) {
      other.batches.stream().filter(at -> at.epochs() <= epoch).forEach(batches::add);
      other.epochs.stream().filter(at -> at.epochs() <= epoch).forEach(epochs::add);
      pictures.putAll(other.pictures.headMap(epoch, true));
      weights.putAll(other.weights.headMap(epoch, true));
      seen = other.seen;
      stride = other.stride;
    }
  }

  /** Takes in what the job reports. */
  public synchronized void accept(GenerativeEvent<B, R> event) {
    version++;
    if (event instanceof GenerativeEvent.BatchDone<B, R> batch) {
      now = epochsBefore + batch.epochs();
      add(batch.batch());
    } else if (event instanceof GenerativeEvent.Glimpse<B, R> glimpse) {
      live = new Reading<>(epochsBefore + glimpse.epochs(), glimpse.pictures());
    } else if (event instanceof GenerativeEvent.EpochDone<B, R> done) {
      int epoch = (int) epochsBefore + done.epoch();
      pictures.put(epoch, done.pictures());
      keep(epoch, done.weights());
      live = new Reading<>(epoch, done.pictures());
      if (done.record() != null) {
        now = epoch;
        epochs.add(new Reading<>(epoch, done.record()));
      }
    }
  }

  private void add(B batch) {
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
    batches.add(new Reading<>(now, batch));
  }

  private void keep(int epoch, Weights now) {
    weights.put(epoch, now);
    int most = (int) Math.max(3, MOST_VALUES / Math.max(1, now.parameterCount()));
    for (int every = ROUND; weights.size() > most; every *= 2) {
      int gap = every;
      // the first, the last and those of round numbers stay
      weights.keySet().removeIf(key -> key % gap != 0 && key != epoch);
    }
  }

  /** Grows with every change. */
  public synchronized long version() {
    return version;
  }

  /** How many epochs are done, with fraction; those before it went on are counted. */
  public synchronized double now() {
    return now;
  }

  /** How many epochs were done when it went on from another course; 0 if it did not. */
  public double epochsBefore() {
    return epochsBefore;
  }

  /** The batches, thinned out if there are many. */
  public synchronized List<Reading<B>> batches() {
    return List.copyOf(batches);
  }

  /** The finished epochs. */
  public synchronized List<Reading<R>> epochs() {
    return List.copyOf(epochs);
  }

  /** The last finished epoch. */
  public synchronized Optional<Reading<R>> lastEpoch() {
    return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
  }

  /** The pictures after each epoch, by its number; 0 is before the training. */
  public synchronized NavigableMap<Integer, Pictures> pictures() {
    return new TreeMap<>(pictures);
  }

  /** The newest pictures, or null before the first. */
  public synchronized Reading<Pictures> live() {
    return live;
  }

  /** The weights that are kept, by epoch; of a large network not those of every epoch. */
  public synchronized NavigableMap<Integer, Weights> weights() {
    return new TreeMap<>(weights);
  }
}
