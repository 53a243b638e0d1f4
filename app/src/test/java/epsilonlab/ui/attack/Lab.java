package epsilonlab.ui.attack;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.HostTensor;
import epsilonlab.job.JobRunner;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Weights;
import epsilonlab.settings.Home;
import epsilonlab.settings.Settings;
import epsilonlab.ui.LabSession;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A session without a screen on a world that can be reckoned by hand: the image of class c has ink
 * in rows 2c and 2c + 1 and nowhere else, and the model adds up the ink of each class's rows.
 */
public final class Lab implements AutoCloseable {
  /** Ink of a digit's own rows. */
  static final double INK = 0.6;

  private static Compute compute;

  final Home home;
  final Settings settings;
  final JobRunner jobs = new JobRunner();
  final List<Throwable> failures = new ArrayList<>();
  final LabSession session;
  private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

  Lab(Path folder) {
    this(folder, CompletableFuture.completedFuture(compute()));
  }

  Lab(Path folder, CompletableFuture<Compute> engine) {
    home = Home.of(folder);
    settings = Settings.load(home);
    session =
        new LabSession(home, settings, jobs, engine, queue::add, Optional.empty(), failures::add);
  }

  public static synchronized Compute compute() {
    if (compute == null) {
      compute = Compute.start(DeviceChoice.CPU, 2);
    }
    return compute;
  }

  /** Images of the classes {@code i % 10}; the last of every hundred is labelled wrongly. */
  public static DataSet data(int size) {
    byte[] pixels = new byte[size * ImageSet.PIXELS];
    byte[] labels = new byte[size];
    for (int i = 0; i < size; i++) {
      int drawn = i % 10;
      for (int p = 0; p < 2 * ImageSet.SIDE; p++) {
        pixels[i * ImageSet.PIXELS + 2 * drawn * ImageSet.SIDE + p] = (byte) Math.round(255 * INK);
      }
      labels[i] = (byte) (i % 100 == 99 ? 0 : drawn);
    }
    ImageSet images = ImageSet.ofBytes(pixels, labels);
    List<String> names = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
    return new DataSet(
        "test-" + size, "Test", "a test", String.format("%064x", size), names, images, images);
  }

  /** A logistic model whose score of class c is {@code slope} times the mean ink of c's rows. */
  ModelEntry addModel(String name, double slope) {
    return addModel(session, name, slope);
  }

  public static ModelEntry addModel(LabSession session, String name, double slope) {
    float[] weight = new float[10 * ImageSet.PIXELS];
    for (int c = 0; c < 10; c++) {
      for (int p = 0; p < 2 * ImageSet.SIDE; p++) {
        weight[c * ImageSet.PIXELS + 2 * c * ImageSet.SIDE + p] =
            (float) (slope / (2 * ImageSet.SIDE));
      }
    }
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("fc.weight", new HostTensor(weight, 10, ImageSet.PIXELS));
    tensors.put("fc.bias", new HostTensor(new float[10], 10));
    ModelCard card =
        new ModelCard(name, "logistic", "test", "by hand", 0, 0.9, null, Instant.now(), Map.of());
    return session.library().add(card, Weights.of(tensors));
  }

  /** Runs what has been brought to the FX thread until the condition holds. */
  void until(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within 120 s; failures: " + failures);
      }
      step(20);
    }
  }

  /** Runs what is brought to the FX thread, until nothing has come for a while. */
  void settle() {
    while (step(300)) {
      // more may come
    }
  }

  private boolean step(long millis) {
    try {
      Runnable next = queue.poll(millis, TimeUnit.MILLISECONDS);
      if (next != null) {
        next.run();
      }
      return next != null;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    jobs.close();
  }
}
