package epsilonlab.command.bench;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import epsilonlab.job.JobContext;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.training.EpochRecord;
import epsilonlab.training.OptimizerKind;
import epsilonlab.training.Schedule;
import epsilonlab.training.TrainingJob;
import epsilonlab.training.TrainingResult;
import epsilonlab.training.TrainingSettings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** An epoch of Adam 1e-3 with batches of 128: the better of two after one to warm up. */
record TrainingBenchmark(String model) implements DigitBenchmark {
  private static final int EPOCHS = 3;

  @Override
  public String work() {
    return "train-" + model;
  }

  @Override
  public String group() {
    return work();
  }

  @Override
  public Map<String, Object> measure(Compute compute, DataSet data, long seed) {
    TrainingResult result = train(compute, data, model, EPOCHS, seed);
    double best =
        result.epochs().stream().skip(1).mapToDouble(EpochRecord::seconds).min().orElseThrow();
    Map<String, Object> figures = Benchmark.figures(best, data.train().size());
    figures.put("test_accuracy", result.test().accuracy());
    figures.put("epochs", EPOCHS);
    return figures;
  }

  /** The network that the attacks are timed on. */
  static Classifier smallCnn(Compute compute, DataSet data, int epochs, long seed) {
    TrainingResult result = train(compute, data, "small-cnn", epochs, seed);
    return new Classifier(compute, "small-cnn", result.architecture(), result.weights());
  }

  /** The peers keep the learning rate, so this does too. */
  static TrainingResult train(Compute compute, DataSet data, String model, int epochs, long seed) {
    TrainingSettings settings =
        new TrainingSettings(OptimizerKind.ADAM, 1e-3, Schedule.CONSTANT, 0, 0, 128, epochs, seed);
    TrainingResult result =
        new TrainingJob(compute, data, Architectures.get(model), settings, Optional.empty())
            .run(JobContext.of(event -> {}));
    if (result.stopped()) {
      throw new CancellationException("a cut training is no measurement");
    }
    return result;
  }
}
