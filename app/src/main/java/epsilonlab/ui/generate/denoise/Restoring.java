package epsilonlab.ui.generate.denoise;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Priority;
import epsilonlab.generative.Noise;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.LabSession;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The digits of the grid and 1,000 test digits under noise: restored, and read in both states by
 * the model in use. The grid follows at once, the many digits as soon as they can. Belongs to the
 * FX thread; needs no screen.
 */
final class Restoring {
  /** How many test digits the accuracies are measured on, if there are so many. */
  static final int COUNT = 1000;

  private final LabSession session;
  private final LoadedAutoencoders loaded;
  private final Latest<Read> gridRequests;
  private final Latest<Many> manyRequests;
  private final ReadOnlyObjectWrapper<Read> grid = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Many> many = new ReadOnlyObjectWrapper<>(Many.NOTHING);
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();

  /**
   * What was measured on many digits.
   *
   * @param noisy the share of noisy ones that is read right, in [0, 1]; NaN if nothing is known
   * @param restored the same of the restored ones
   * @param count how many there were
   * @param teaching indices of digits to show in the grid
   */
  record Many(double noisy, double restored, int count, List<Integer> teaching) {
    static final Many NOTHING = new Many(Double.NaN, Double.NaN, 0, List.of());

    private static Many of(Read read) {
      int count = read.labels().length;
      double noisy = IntStream.range(0, count).filter(read::isNoisyRight).count();
      double restored = IntStream.range(0, count).filter(read::isRestoredRight).count();
      return new Many(noisy / count, restored / count, count, Teaching.of(read));
    }
  }

  Restoring(LabSession session, LoadedAutoencoders loaded) {
    this.session = session;
    this.loaded = loaded;
    gridRequests = new Latest<>(session.jobs(), session.fx());
    manyRequests = new Latest<>(session.jobs(), session.fx());
  }

  /** The digits of the grid, or null while there is nothing to show. */
  ReadOnlyObjectProperty<Read> grid() {
    return grid.getReadOnlyProperty();
  }

  /** Whether the digits of the grid are about to be replaced. */
  boolean isBusy() {
    return gridRequests.isBusy();
  }

  /** The accuracies. */
  ReadOnlyObjectProperty<Many> many() {
    return many.getReadOnlyProperty();
  }

  /** Whether the accuracies are of other noise, weights or classifier. */
  ReadOnlyBooleanProperty stale() {
    return stale.getReadOnlyProperty();
  }

  /** Other data, or no autoencoder: what was computed is of no use any more. */
  void clear() {
    gridRequests.forget();
    manyRequests.forget();
    grid.set(null);
    many.set(Many.NOTHING);
    stale.set(false);
  }

  /** Restores the digits of the grid. */
  void showGrid(Autoencoder autoencoder, Digits digits, Noise noise) {
    gridRequests.request(
        work("Restore digits", Priority.INTERACTIVE, autoencoder, digits, noise),
        grid::set,
        session::fail);
  }

  /** Restores and reads many test digits. */
  void countMany(Autoencoder autoencoder, Noise noise) {
    DataSet data = session.data().get();
    if (data == null || session.model().get() == null) {
      manyRequests.forget();
      many.set(Many.NOTHING);
      stale.set(false);
      return;
    }
    stale.set(true);
    ImageSet test = data.test();
    int count = Math.min(COUNT, test.size());
    Work<Read> reading =
        work(
            "Restore 1,000 digits",
            Priority.FOLLOWING,
            autoencoder,
            Digits.first(test, count),
            noise);
    manyRequests.request(
        new Work<>(reading.name(), reading.priority(), () -> Many.of(reading.body().call())),
        counted -> {
          stale.set(manyRequests.isBusy());
          many.set(counted);
        },
        session::fail);
  }

  private Work<Read> work(
      String name, Priority priority, Autoencoder autoencoder, Digits digits, Noise noise) {
    ModelEntry model = session.model().get();
    long seed = session.seed().get();
    return new Work<>(
        name,
        priority,
        () -> {
          Classifier classifier = model == null ? null : session.classifier(model);
          return Read.of(loaded.compute(), digits, noise, seed, loaded.of(autoencoder), classifier);
        });
  }
}
