package epsilonlab.command.bench;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.generative.GanBatch;
import epsilonlab.generative.GanEpoch;
import epsilonlab.generative.GanSettings;
import epsilonlab.generative.GenerativeEvent;
import epsilonlab.generative.GenerativeJob;
import epsilonlab.generative.GenerativeResult;
import epsilonlab.job.JobContext;
import epsilonlab.model.Weights;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** An epoch of the exercise's GAN after 6,000 images to warm up. */
record GanBenchmark() implements DigitBenchmark {
  private static final int WARM = 6000;

  @Override
  public String work() {
    return "gan";
  }

  @Override
  public String group() {
    return work();
  }

  @Override
  public Map<String, Object> measure(Compute compute, DataSet data, long seed) {
    ImageSet some = data.train().slice(0, Math.min(WARM, data.train().size()));
    DataSet small =
        new DataSet(
            data.id(),
            data.title(),
            data.source(),
            data.sha256(),
            data.classNames(),
            some,
            data.test());
    Weights warm = train(compute, small, seed, Optional.empty(), event -> {}).weights();
    AtomicReference<GanBatch> last = new AtomicReference<>();
    GenerativeResult<GanEpoch> result =
        train(
            compute,
            data,
            seed,
            Optional.of(warm),
            event -> {
              if (event instanceof GenerativeEvent.BatchDone<GanBatch, GanEpoch> done) {
                last.set(done.batch());
              }
            });
    Map<String, Object> figures =
        Benchmark.figures(result.epochs().get(0).seconds(), data.train().size());
    // the peers add up the losses of real and generated images, which are averaged here
    figures.put("loss_d", 2 * last.get().discriminatorLoss());
    figures.put("loss_g", last.get().generatorLoss());
    return figures;
  }

  private static GenerativeResult<GanEpoch> train(
      Compute compute,
      DataSet data,
      long seed,
      Optional<Weights> start,
      Consumer<GenerativeEvent<GanBatch, GanEpoch>> events) {
    GanSettings s = GanSettings.exercise();
    GanSettings settings =
        new GanSettings(s.network(), s.generatorLoss(), s.controls(), s.batch(), 1, seed);
    return GenerativeBenchmark.whole(
        new GenerativeJob<>(compute, data, settings, start).run(JobContext.of(events)));
  }
}
