package epsilonlab.command;

import epsilonlab.data.DataSet;
import epsilonlab.generative.Gan;
import epsilonlab.generative.GanBatch;
import epsilonlab.generative.GanControls;
import epsilonlab.generative.GanEpoch;
import epsilonlab.generative.GanSettings;
import epsilonlab.generative.GenerativeNetwork;
import epsilonlab.generative.GenerativeSettings;
import epsilonlab.generative.GeneratorLoss;
import epsilonlab.generative.Pictures;
import epsilonlab.generative.TrainedGan;
import epsilonlab.model.ModelCard;
import epsilonlab.model.Weights;
import epsilonlab.report.GanCharts;
import epsilonlab.report.Readings;
import epsilonlab.report.figure.RunningRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a generative adversarial network. */
@Command(
    name = "gan",
    description = {
      "Trains a generative adversarial network.",
      "Saves it as model.safetensors in --out, and each of its players as generator.safetensors and "
          + "discriminator.safetensors."
    })
final class GanCommand extends GenerativeCommand<GanBatch, GanEpoch> {
  private static final double WIDTH = 480;

  @Mixin GanNetworkOptions network = new GanNetworkOptions();

  @Option(
      names = "--generator-loss",
      paramLabel = "L",
      description = "non-saturating or minimax (default: non-saturating).")
  String generatorLoss;

  @Option(
      names = "--discriminator-steps",
      paramLabel = "K",
      description = "Steps of the discriminator for one of the generator (default: 1).")
  Integer discriminatorSteps;

  @Mixin SampleJudge judge = new SampleJudge();

  @Override
  String name() {
    return "gan";
  }

  @Override
  List<String> kinds() {
    return network.kinds();
  }

  @Override
  GenerativeSettings<GanBatch, GanEpoch> settings(Optional<GenerativeNetwork> from) {
    GanSettings exercise = GanSettings.exercise();
    GeneratorLoss loss =
        generatorLoss == null
            ? exercise.generatorLoss()
            : Choice.of(
                "loss of the generator", generatorLoss, GeneratorLoss.values(), GeneratorLoss::id);
    return new GanSettings(
        network.chosen(from),
        loss,
        new GanControls(
            or(learningRate, exercise.controls().learningRate()),
            or(discriminatorSteps, exercise.controls().discriminatorSteps())),
        or(batch, exercise.batch()),
        or(epochs, exercise.epochs()),
        common.seed);
  }

  @Override
  Map<String, Object> epochRow(GanEpoch epoch) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("epoch", epoch.epoch());
    row.putAll(batchRow(epoch.train()));
    batchRow(epoch.test()).forEach((name, value) -> row.put("test_" + name, value));
    row.put("seconds", epoch.seconds());
    return row;
  }

  @Override
  Map<String, Object> batchRow(GanBatch batch) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("generator_loss", batch.generatorLoss());
    row.put("discriminator_loss", batch.discriminatorLoss());
    row.put("real_score", batch.realScore());
    row.put("generated_score", batch.generatedScore());
    return row;
  }

  @Override
  List<float[]> grid(DataSet data, Pictures pictures) {
    return IntStream.range(0, pictures.count()).mapToObj(pictures::image).toList();
  }

  @Override
  int columns() {
    return 4;
  }

  @Override
  String gridCaption() {
    return "Sixteen generated digits, always from the same noise,";
  }

  @Override
  void figures(CommandRun run, Readings<GanBatch, GanEpoch> readings) {
    for (Readings.On images : Readings.On.values()) {
      String where = images == Readings.On.TEST ? "test" : "training";
      run.files()
          .chart(
              where + "-losses",
              GanCharts.losses(readings, images, new RunningRange()),
              WIDTH,
              "Losses on the " + where + " images");
      run.files()
          .chart(
              where + "-beliefs",
              GanCharts.beliefs(readings, images),
              WIDTH,
              "How real the discriminator takes the " + where + " images and generated ones for");
    }
  }

  @Override
  void moreWeights(CommandRun run, ModelCard card, Weights weights) {
    player(run, "generator", card, Gan.plain(weights, Gan.GENERATOR));
    player(run, "discriminator", card, Gan.plain(weights, Gan.DISCRIMINATOR));
  }

  private static void player(CommandRun run, String player, ModelCard card, Weights weights) {
    ModelCard half =
        new ModelCard(
            card.name(),
            card.architecture() + "-" + player,
            card.dataset(),
            card.training(),
            card.seed(),
            null,
            null,
            card.created(),
            card.settings());
    run.files().weights(player + ".safetensors", half, weights);
  }

  @Override
  Optional<SampleJudge> judge() {
    return Optional.of(judge);
  }

  @Override
  Pictures samples(CommandRun run, Weights weights) {
    Gan trained = (Gan) settings().network();
    float[] z = latentPoints(run, trained.latent());
    return new TrainedGan(run.compute(), trained, weights).generate(z);
  }
}
