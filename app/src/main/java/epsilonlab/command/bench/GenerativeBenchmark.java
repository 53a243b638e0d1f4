package epsilonlab.command.bench;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import epsilonlab.generative.DenoisingEpoch;
import epsilonlab.generative.DenoisingSettings;
import epsilonlab.generative.GenerativeJob;
import epsilonlab.generative.GenerativeResult;
import epsilonlab.generative.GenerativeSettings;
import epsilonlab.generative.VaeEpoch;
import epsilonlab.generative.VaeSettings;
import epsilonlab.job.JobContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;

/**
 * An epoch of the exercise's training after one to warm up, and the test loss after ten.
 *
 * @param settings by seed
 * @param seconds of an epoch
 * @param key what the peers call the test loss
 * @param testLoss after an epoch
 */
record GenerativeBenchmark<R>(
    String work,
    LongFunction<GenerativeSettings<?, R>> settings,
    ToDoubleFunction<R> seconds,
    String key,
    ToDoubleFunction<R> testLoss)
    implements DigitBenchmark {
  private static final int TIMED = 1;
  private static final int LAST = 9;

  static GenerativeBenchmark<VaeEpoch> vae() {
    return new GenerativeBenchmark<>(
        "vae",
        seed -> {
          VaeSettings s = VaeSettings.exercise();
          return new VaeSettings(
              s.network(), s.beta(), s.learningRate(), s.batch(), LAST + 1, seed);
        },
        VaeEpoch::seconds,
        "test_loss_per_image_epoch10",
        epoch -> epoch.test().loss());
  }

  static GenerativeBenchmark<DenoisingEpoch> dae() {
    return new GenerativeBenchmark<>(
        "dae",
        seed -> {
          DenoisingSettings s = DenoisingSettings.exercise();
          return new DenoisingSettings(
              s.network(), s.noise(), s.learningRate(), s.batch(), LAST + 1, seed);
        },
        DenoisingEpoch::seconds,
        "test_bce_per_pixel_epoch10",
        DenoisingEpoch::testLoss);
  }

  @Override
  public String group() {
    return work;
  }

  @Override
  public Map<String, Object> measure(Compute compute, DataSet data, long seed) {
    GenerativeResult<R> result = train(compute, data, settings.apply(seed));
    R timed = result.epochs().get(TIMED);
    Map<String, Object> figures =
        Benchmark.figures(seconds.applyAsDouble(timed), data.train().size());
    figures.put(key, testLoss.applyAsDouble(result.epochs().get(LAST)));
    return figures;
  }

  private static <B, R> GenerativeResult<R> train(
      Compute compute, DataSet data, GenerativeSettings<B, R> settings) {
    return whole(
        new GenerativeJob<>(compute, data, settings, Optional.empty())
            .run(JobContext.of(event -> {})));
  }

  /** A training that was not cut. */
  static <R> GenerativeResult<R> whole(GenerativeResult<R> result) {
    if (result.stopped()) {
      throw new CancellationException("a cut training is no measurement");
    }
    return result;
  }
}
