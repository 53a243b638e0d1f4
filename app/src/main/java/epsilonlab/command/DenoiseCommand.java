package epsilonlab.command;

import epsilonlab.data.DataSet;
import epsilonlab.engine.LabException;
import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.generative.DenoisingBatch;
import epsilonlab.generative.DenoisingEpoch;
import epsilonlab.generative.DenoisingSettings;
import epsilonlab.generative.GenerativeNetwork;
import epsilonlab.generative.GenerativeSettings;
import epsilonlab.generative.Noise;
import epsilonlab.generative.NoiseKind;
import epsilonlab.generative.Pictures;
import epsilonlab.generative.TrainedAutoencoder;
import epsilonlab.model.Weights;
import epsilonlab.report.DenoisingChart;
import epsilonlab.report.Readings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a denoising autoencoder. */
@Command(
    name = "denoise",
    description = "Trains a denoising autoencoder and saves it as model.safetensors in --out.")
final class DenoiseCommand extends GenerativeCommand<DenoisingBatch, DenoisingEpoch> {
  private static final double WIDTH = 480;
  private static final int COLUMNS = 5;

  @Option(
      names = "--noise",
      paramLabel = "S",
      description =
          "Standard deviation of Gaussian noise, or the part of the pixels that is spoiled"
              + " (default: 0.5).")
  Double noise;

  @Option(
      names = "--noise-kind",
      paramLabel = "K",
      description = "gaussian, salt-and-pepper or masking (default: gaussian).")
  String noiseKind;

  @Option(
      names = "--hidden",
      paramLabel = "LIST",
      split = ",",
      description = "Units of the hidden layers (default: 256,64,256).")
  List<Integer> hidden;

  @Option(names = "--narrowest", paramLabel = "N", description = "The same as --hidden 256,N,256.")
  Integer narrowest;

  @Override
  String name() {
    return "denoise";
  }

  @Override
  List<String> kinds() {
    return List.of(DenoisingAutoencoder.ID);
  }

  @Override
  GenerativeSettings<DenoisingBatch, DenoisingEpoch> settings(Optional<GenerativeNetwork> from) {
    DenoisingSettings exercise = DenoisingSettings.exercise();
    NoiseKind kind =
        noiseKind == null
            ? exercise.noise().kind()
            : Choice.of("kind of noise", noiseKind, NoiseKind.values(), NoiseKind::id);
    return new DenoisingSettings(
        network(from.map(DenoisingAutoencoder.class::cast), exercise.network()),
        new Noise(kind, or(noise, exercise.noise().size())),
        or(learningRate, exercise.learningRate()),
        or(batch, exercise.batch()),
        or(epochs, exercise.epochs()),
        common.seed);
  }

  private DenoisingAutoencoder network(
      Optional<DenoisingAutoencoder> from, DenoisingAutoencoder exercise) {
    if (hidden != null && narrowest != null) {
      throw new LabException("--narrowest is short for --hidden; give one of the two.");
    }
    List<Integer> asked =
        narrowest == null ? hidden : DenoisingAutoencoder.withNarrowest(narrowest).hidden();
    from.ifPresent(there -> sameAs("--hidden", asked, there.hidden()));
    return from.orElseGet(() -> asked == null ? exercise : new DenoisingAutoencoder(asked));
  }

  @Override
  Map<String, Object> epochRow(DenoisingEpoch epoch) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("epoch", epoch.epoch());
    row.put("train_loss", epoch.trainLoss());
    row.put("test_loss", epoch.testLoss());
    row.put("seconds", epoch.seconds());
    return row;
  }

  @Override
  Map<String, Object> batchRow(DenoisingBatch batch) {
    return Map.of("loss", batch.loss());
  }

  @Override
  List<float[]> grid(DataSet data, Pictures restored) {
    Pictures noisy = ((DenoisingSettings) settings()).noisyPictures(data);
    int shown = Math.min(COLUMNS, restored.count());
    return Stream.concat(
            IntStream.range(0, shown).mapToObj(noisy::image),
            IntStream.range(0, shown).mapToObj(restored::image))
        .toList();
  }

  @Override
  int columns() {
    return COLUMNS;
  }

  @Override
  String gridCaption() {
    return "Noisy test digits above, restored below,";
  }

  @Override
  void figures(CommandRun run, Readings<DenoisingBatch, DenoisingEpoch> readings) {
    run.files().chart("loss", DenoisingChart.of(readings), WIDTH, "Binary cross-entropy per pixel");
  }

  @Override
  Pictures samples(CommandRun run, Weights weights) {
    DenoisingSettings settings = (DenoisingSettings) settings();
    int count = Math.min(samples, run.data().test().size());
    float[] noisy = settings.noise().applied(run.data().test().images(0, count), ofSamples());
    array(run, "noisy.npy", new Pictures(noisy));
    return new TrainedAutoencoder(run.compute(), settings.network(), weights).restore(noisy);
  }
}
