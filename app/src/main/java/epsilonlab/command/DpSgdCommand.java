package epsilonlab.command;

import epsilonlab.data.DataSet;
import epsilonlab.engine.LabException;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.privacy.dpsgd.DpSgdEpoch;
import epsilonlab.privacy.dpsgd.DpSgdJob;
import epsilonlab.privacy.dpsgd.DpSgdResult;
import epsilonlab.privacy.dpsgd.DpSgdSettings;
import epsilonlab.report.DpSgdCharts;
import epsilonlab.report.Table;
import epsilonlab.training.OptimizerKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a classifier with differential privacy. */
@Command(
    name = "dpsgd",
    description =
        "Trains a classifier with differential privacy (DP-SGD) and saves it as"
            + " model.safetensors in --out: epsilon, accuracy and what an attack learns, by epoch.")
final class DpSgdCommand extends LabCommand {
  private static final double WIDTH = 680;
  private static final double NOISE = 1.1;

  @Option(
      names = "--model",
      paramLabel = "M",
      defaultValue = "logistic",
      description =
          "logistic or mlp; the networks with convolutions work too, slowly, image by image"
              + " (default: ${DEFAULT-VALUE}).")
  String model;

  @Option(
      names = "--n",
      paramLabel = "N",
      description = "Learns from the first N training images (default: all).")
  Integer n;

  @Option(
      names = "--batch",
      paramLabel = "B",
      defaultValue = "256",
      description =
          "Expected images a step: each takes part with probability B / N (default:"
              + " ${DEFAULT-VALUE}, or N if that is less).")
  int batch;

  @Option(
      names = "--noise-multiplier",
      paramLabel = "S",
      description =
          "Standard deviation of the noise over the clipping norm (default: 1.1). Not with"
              + " --epsilon.")
  Double noiseMultiplier;

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      description = "Takes the least noise that keeps the whole training within this epsilon.")
  Double epsilon;

  @Option(
      names = "--delta",
      paramLabel = "D",
      defaultValue = "1e-5",
      description = "delta of (epsilon, delta) (default: ${DEFAULT-VALUE}).")
  double delta;

  @Option(
      names = "--clip",
      paramLabel = "C",
      defaultValue = "1",
      description = "Clipping norm of each image's gradient (default: ${DEFAULT-VALUE}).")
  double clip;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "10",
      description = "Epochs of N / B steps (default: ${DEFAULT-VALUE}).")
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
      defaultValue = "0.005",
      description = "Step size of the optimiser (default: ${DEFAULT-VALUE}).")
  double learningRate;

  @Option(
      names = "--momentum",
      paramLabel = "R",
      defaultValue = "0.9",
      description = "Momentum of sgd (default: ${DEFAULT-VALUE}).")
  double momentum;

  private Architecture network;
  private DpSgdSettings settings;

  @Override
  String name() {
    return "dpsgd";
  }

  @Override
  void check() {
    network = Architectures.get(model);
    if (noiseMultiplier != null && epsilon != null) {
      throw new LabException(
          "Both --noise-multiplier and --epsilon are given, but one follows from the other; leave"
              + " one out.");
    }
    // whether there are so many images shows when they are loaded
    settings = settings(n == null ? Math.max(batch, 1) : n);
  }

  private DpSgdSettings settings(int images) {
    DpSgdSettings all =
        new DpSgdSettings(
            images,
            spec.commandLine().getParseResult().hasMatchedOption("--batch")
                ? batch
                : Math.min(batch, Math.max(1, images)),
            noiseMultiplier == null ? NOISE : noiseMultiplier,
            clip,
            epochs,
            delta,
            Choice.of("optimizer", optimizer, OptimizerKind.values(), OptimizerKind::id),
            learningRate,
            momentum,
            common.seed);
    return epsilon == null ? all : all.within(epsilon);
  }

  @Override
  void run(CommandRun run) {
    DataSet data = run.data();
    if (n == null) {
      settings = settings(data.train().size());
    }
    run.setting("model", network.id());
    settings.toMap().forEach(run::setting);
    run.setting("epsilon", epsilon);
    DpSgdResult result = run.run(new DpSgdJob(run.compute(), data, network, settings));
    if (result.steps() == 0) {
      throw new CancellationException("stopped before the first step");
    }
    run.setStopped(result.stopped());
    ModelCard card = card(data, result);
    try {
      save(run, card, result);
    } catch (RuntimeException failure) {
      // a full disk must not cost the training
      run.rescue(card, result.weights());
      throw failure;
    }
  }

  private ModelCard card(DataSet data, DpSgdResult result) {
    Map<String, String> all = new LinkedHashMap<>();
    settings.toMap().forEach((key, value) -> all.put(key, String.valueOf(value)));
    all.put("method", "dpsgd");
    all.put("epsilon", String.valueOf(result.epsilon()));
    return new ModelCard(
        network.title() + ", DP-SGD",
        network.id(),
        data.id(),
        "DP-SGD, %d %s".formatted(result.epochs().size(), epochs == 1 ? "epoch" : "epochs"),
        settings.seed(),
        result.test().accuracy(),
        null,
        Instant.now(),
        all);
  }

  private void save(CommandRun run, ModelCard card, DpSgdResult result) {
    ResultFiles files = run.files();
    files.weights("model.safetensors", card, result.weights());
    if (result.stopped() && common.out == null) {
      run.rescue(card, result.weights());
    }
    if (!result.epochs().isEmpty()) {
      files.section("Privacy and accuracy by epoch");
      files.figure(
          "accuracy",
          DpSgdCharts.accuracy(result.epochs()),
          WIDTH,
          "Members and test images that the model gets right, and the attack that says \"member\""
              + " when it does");
      files.figure(
          "epsilon",
          DpSgdCharts.epsilon(result.epochs()),
          WIDTH,
          "Epsilon spent, at delta = " + settings.delta());
      Table table = new Table("epoch", "steps", "epsilon", "training", "test", "attack", "clipped");
      result
          .epochs()
          .forEach(
              epoch ->
                  table.add(
                      epoch.epoch(),
                      epoch.steps(),
                      epoch.epsilon(),
                      epoch.trainAccuracy(),
                      epoch.testAccuracy(),
                      epoch.attackAccuracy(),
                      epoch.clipped()));
      files.table("epochs", table);
    }
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("epsilon", result.epsilon());
    results.put("delta", settings.delta());
    results.put("noise_multiplier", settings.noiseMultiplier());
    results.put("sampling_rate", settings.samplingRate());
    results.put("steps", result.steps());
    results.put("train_accuracy", result.members().accuracy());
    results.put("test_accuracy", result.test().accuracy());
    results.put("attack_accuracy", result.attackAccuracy());
    results.put("stopped", result.stopped());
    results.put("epochs", result.epochs().stream().map(DpSgdCommand::row).toList());
    results.put(
        "epsilon_assumes",
        "data sets that differ by one image added or removed; Poisson sampling; Renyi accountant;"
            + " a seed that stays secret");
    run.finish(results);
  }

  private static Map<String, Object> row(DpSgdEpoch epoch) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("epoch", epoch.epoch());
    row.put("steps", epoch.steps());
    row.put("epsilon", epoch.epsilon());
    row.put("train_loss", epoch.trainLoss());
    row.put("train_accuracy", epoch.trainAccuracy());
    row.put("test_accuracy", epoch.testAccuracy());
    row.put("attack_accuracy", epoch.attackAccuracy());
    row.put("clipped", epoch.clipped());
    row.put("seconds", epoch.seconds());
    return row;
  }
}
