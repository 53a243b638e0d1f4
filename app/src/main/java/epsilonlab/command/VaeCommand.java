package epsilonlab.command;

import epsilonlab.data.DataSet;
import epsilonlab.generative.GenerativeNetwork;
import epsilonlab.generative.GenerativeSettings;
import epsilonlab.generative.Pictures;
import epsilonlab.generative.TrainedVae;
import epsilonlab.generative.Vae;
import epsilonlab.generative.VaeBatch;
import epsilonlab.generative.VaeEpoch;
import epsilonlab.generative.VaeSettings;
import epsilonlab.model.Weights;
import epsilonlab.report.Readings;
import epsilonlab.report.VaeCharts;
import epsilonlab.report.figure.RunningRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a variational autoencoder. */
@Command(
    name = "vae",
    description = "Trains a variational autoencoder and saves it as model.safetensors in --out.")
final class VaeCommand extends GenerativeCommand<VaeBatch, VaeEpoch> {
  private static final double WIDTH = 480;

  @Option(
      names = "--latent",
      paramLabel = "Z",
      description = "Dimensions of the latent space (default: 20).")
  Integer latent;

  @Option(
      names = "--hidden",
      paramLabel = "H",
      description = "Units of the hidden layers (default: 400).")
  Integer hidden;

  @Option(
      names = "--beta",
      paramLabel = "B",
      description = "Weight of the KL divergence (default: 1).")
  Double beta;

  @Mixin SampleJudge judge = new SampleJudge();

  @Override
  String name() {
    return "vae";
  }

  @Override
  List<String> kinds() {
    return List.of(Vae.ID);
  }

  @Override
  GenerativeSettings<VaeBatch, VaeEpoch> settings(Optional<GenerativeNetwork> from) {
    VaeSettings exercise = VaeSettings.exercise();
    Vae network =
        from.map(there -> resumed((Vae) there))
            .orElseGet(
                () ->
                    new Vae(
                        or(hidden, exercise.network().hidden()),
                        or(latent, exercise.network().latent())));
    return new VaeSettings(
        network,
        or(beta, exercise.beta()),
        or(learningRate, exercise.learningRate()),
        or(batch, exercise.batch()),
        or(epochs, exercise.epochs()),
        common.seed);
  }

  private Vae resumed(Vae there) {
    sameAs("--hidden", hidden, there.hidden());
    sameAs("--latent", latent, there.latent());
    return there;
  }

  @Override
  Map<String, Object> epochRow(VaeEpoch epoch) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("epoch", epoch.epoch());
    batchRow(epoch.train()).forEach((name, value) -> row.put("train_" + name, value));
    batchRow(epoch.test()).forEach((name, value) -> row.put("test_" + name, value));
    row.put("seconds", epoch.seconds());
    return row;
  }

  @Override
  Map<String, Object> batchRow(VaeBatch batch) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("loss", batch.loss());
    row.put("reconstruction", batch.reconstruction());
    row.put("kl", batch.kl());
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
    return "Sixteen samples from the unit Gaussian";
  }

  @Override
  void figures(CommandRun run, Readings<VaeBatch, VaeEpoch> readings) {
    run.files()
        .chart(
            "test-loss",
            VaeCharts.loss(readings, Readings.On.TEST),
            WIDTH,
            "Loss on the test images; the gap is beta times the KL divergence");
    run.files()
        .chart(
            "training-loss",
            VaeCharts.loss(readings, Readings.On.TRAINING),
            WIDTH,
            "Loss on the training images");
    run.files()
        .chart(
            "kl",
            VaeCharts.divergence(readings, Readings.On.TEST, new RunningRange()),
            WIDTH,
            "KL divergence on the test images");
  }

  @Override
  Optional<SampleJudge> judge() {
    return Optional.of(judge);
  }

  @Override
  Pictures samples(CommandRun run, Weights weights) {
    Vae network = (Vae) settings().network();
    float[] z = latentPoints(run, network.latent());
    return new TrainedVae(run.compute(), network, weights).decode(z);
  }
}
