package epsilonlab.command;

import epsilonlab.data.DataSet;
import epsilonlab.engine.LabException;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.model.Weights;
import epsilonlab.training.EpochRecord;
import epsilonlab.training.OptimizerKind;
import epsilonlab.training.Schedule;
import epsilonlab.training.TrainingDiverged;
import epsilonlab.training.TrainingJob;
import epsilonlab.training.TrainingResult;
import epsilonlab.training.TrainingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a classifier. */
@Command(
    name = "train",
    description = "Trains a classifier and saves it as model.safetensors in --out.")
final class TrainCommand extends LabCommand {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "M",
      description = "logistic, mlp, lenet, small-cnn or madry-cnn.")
  String model;

  @Option(
      names = "--epochs",
      required = true,
      paramLabel = "N",
      description = "Passes over the training images.")
  int epochs;

  @Option(
      names = "--optimizer",
      paramLabel = "O",
      defaultValue = "adam",
      description = "adam or sgd (default: ${DEFAULT-VALUE}).")
  String optimizer;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      defaultValue = "0.001",
      description = "Step size of the optimiser (default: ${DEFAULT-VALUE}).")
  double learningRate;

  @Option(
      names = "--schedule",
      paramLabel = "S",
      defaultValue = "decay",
      description =
          "decay: the learning rate falls to 0 in the last quarter; constant: it stays (default: ${DEFAULT-VALUE}).")
  String schedule;

  @Option(
      names = "--momentum",
      paramLabel = "R",
      defaultValue = "0.9",
      description = "Momentum of sgd (default: ${DEFAULT-VALUE}).")
  double momentum;

  @Option(
      names = "--weight-decay",
      paramLabel = "R",
      defaultValue = "0",
      description = "Times the weight, added to the gradient (default: ${DEFAULT-VALUE}).")
  double weightDecay;

  @Option(
      names = "--batch",
      paramLabel = "B",
      defaultValue = "128",
      description = "Images a step (default: ${DEFAULT-VALUE}).")
  int batch;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = "Goes on from the weights in this file.")
  Path resume;

  @Option(
      names = "--weights-out",
      paramLabel = "FILE",
      description = "Saves the weights here (too).")
  Path weightsOut;

  private Architecture architecture;
  private TrainingSettings settings;

  @Override
  String name() {
    return "train";
  }

  @Override
  void check() {
    architecture = Architectures.get(model);
    Path folder = weightsOut == null ? null : weightsOut.toAbsolutePath().getParent();
    boolean inResult = common.out != null && common.out.toAbsolutePath().equals(folder);
    if (folder != null && !inResult && !Files.isWritable(folder)) {
      throw new LabException(
          "The weights cannot be written to "
              + weightsOut
              + ": there is no folder "
              + folder
              + " that can be written to; make it, or choose another.");
    }
    settings =
        new TrainingSettings(
            Choice.of("optimizer", optimizer, OptimizerKind.values(), OptimizerKind::id),
            learningRate,
            Choice.of("schedule", schedule, Schedule.values(), Schedule::id),
            momentum,
            weightDecay,
            batch,
            epochs,
            common.seed);
  }

  @Override
  void run(CommandRun run) {
    run.setting("model", architecture.id());
    settings.toMap().forEach(run::setting);
    run.setting("resume", resume == null ? null : resume.toString());
    run.setting("weights-out", weightsOut == null ? null : weightsOut.toString());
    Optional<Weights> start =
        Optional.ofNullable(resume).map(file -> run.models().weights(file.toString(), model));
    DataSet data = run.data();
    TrainingJob job = new TrainingJob(run.compute(), data, architecture, settings, start);
    try {
      TrainingResult result = run.run(job);
      if (result.steps() == 0) {
        throw new CancellationException("stopped before the first step");
      }
      run.setStopped(result.stopped());
      saveOrRescue(run, result);
    } catch (TrainingDiverged diverged) {
      if (diverged.epochs() > 0) {
        run.rescue(card(data, diverged.epochs(), null), diverged.lastGood());
      }
      throw diverged;
    }
  }

  private ModelCard card(DataSet data, int epochsDone, Double accuracy) {
    Map<String, String> all = new LinkedHashMap<>();
    settings.toMap().forEach((key, value) -> all.put(key, String.valueOf(value)));
    return new ModelCard(
        architecture.title(),
        architecture.id(),
        data.id(),
        settings.optimizer().title() + ", " + epochsDone + (epochsDone == 1 ? " epoch" : " epochs"),
        settings.seed(),
        accuracy,
        null,
        Instant.now(),
        all);
  }

  private void saveOrRescue(CommandRun run, TrainingResult result) {
    ModelCard card = card(run.data(), result.epochs().size(), result.test().accuracy());
    try {
      save(run, result, card);
    } catch (RuntimeException failure) {
      // a full disk or a figure that cannot be drawn must not cost the training
      run.rescue(card, result.weights());
      throw failure;
    }
  }

  private void save(CommandRun run, TrainingResult result, ModelCard card) {
    run.files().weights("model.safetensors", card, result.weights());
    if (result.stopped() && weightsOut == null && common.out == null) {
      run.rescue(card, result.weights());
    }
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("architecture", architecture.id());
    results.put("parameters", architecture.parameterCount());
    results.put(
        "train_accuracy", Double.isNaN(result.trainAccuracy()) ? null : result.trainAccuracy());
    results.put("test_accuracy", result.test().accuracy());
    results.put("stopped", result.stopped());
    results.put("epochs", result.epochs().stream().map(TrainCommand::row).toList());
    TrainingFigures.write(run, architecture, result);
    run.finish(results);
    if (result.stopped() && common.out != null) {
      run.say("Stopped; what was trained so far is in " + common.out + ".");
    }
    if (weightsOut != null) {
      // after the folder is in its place, for the file may lie in it
      ResultFiles.safetensors(card, result.weights()).write(weightsOut);
    }
  }

  /** The figures of an epoch. */
  static Map<String, Object> row(EpochRecord epoch) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("epoch", epoch.epoch());
    row.put("train_loss", epoch.trainLoss());
    row.put("train_accuracy", epoch.trainAccuracy());
    row.put("test_loss", epoch.testLoss());
    row.put("test_accuracy", epoch.testAccuracy());
    row.put("seconds", epoch.seconds());
    return row;
  }
}
