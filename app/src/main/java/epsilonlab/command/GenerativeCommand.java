package epsilonlab.command;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.generative.GenerativeJob;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.GenerativeNetwork;
import epsilonlab.generative.GenerativeResult;
import epsilonlab.generative.GenerativeSettings;
import epsilonlab.generative.Pictures;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelFile;
import epsilonlab.model.Weights;
import epsilonlab.report.Reading;
import epsilonlab.report.Readings;
import epsilonlab.settings.Home;
import epsilonlab.training.TrainingDiverged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Option;

/**
 * Trains a generative network: what the commands {@code gan}, {@code vae} and {@code denoise} have
 * in common.
 *
 * @param <B> what is known after a batch
 * @param <R> what is known after an epoch
 */
abstract class GenerativeCommand<B, R> extends LabCommand {
  private static final String MODEL = "model.safetensors";

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the training images (default: the exercise's; gan 50, else 10).")
  Integer epochs;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      description = "Step size of Adam (default: gan 0.0002, vae 0.0005, denoise 0.001).")
  Double learningRate;

  @Option(
      names = "--batch",
      paramLabel = "B",
      description = "Images a step (default: gan 100, else 64).")
  Integer batch;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description =
          "Goes on from the weights in this file, with its sizes; or a name in the model library.")
  String resume;

  @Option(
      names = "--grids",
      paramLabel = "LIST",
      split = ",",
      description =
          "Epochs whose pictures are saved, 0 for before the training (default: every tenth and the"
              + " last).")
  List<Integer> grids;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Pictures in samples.npy (default: ${DEFAULT-VALUE}).")
  int samples;

  private GenerativeSettings<B, R> settings;
  private Optional<ModelFile> start;
  private Optional<Classifier> classifier;

  /** The names in files of the networks that this command trains. */
  abstract List<String> kinds();

  /**
   * What the call asks for.
   *
   * @param from the network that the training goes on with, if any
   * @throws LabException if an option is out of its range
   */
  abstract GenerativeSettings<B, R> settings(Optional<GenerativeNetwork> from);

  /** An epoch in the result. */
  abstract Map<String, Object> epochRow(R epoch);

  /** A batch in its table. */
  abstract Map<String, Object> batchRow(B batch);

  /** The pictures of an epoch as they are laid out in a grid. */
  abstract List<float[]> grid(DataSet data, Pictures pictures);

  /** Digits in a row of the grid. */
  abstract int columns();

  /** What the digits of a grid are. */
  abstract String gridCaption();

  /** Draws the course of the training. */
  abstract void figures(CommandRun run, Readings<B, R> readings);

  /** What the trained network makes, {@code samples} of it; writes what it makes them from. */
  abstract Pictures samples(CommandRun run, Weights weights);

  /** What judges the samples, if that makes sense. */
  Optional<SampleJudge> judge() {
    return Optional.empty();
  }

  /** Writes further files of weights. */
  void moreWeights(CommandRun run, ModelCard card, Weights weights) {}

  @Override
  final void check() {
    if (samples < 1 || samples > 100_000) {
      throw new LabException(
          "The number of samples is " + samples + ", but must be from 1 to 100000.");
    }
    start =
        Optional.ofNullable(resume)
            .map(argument -> ModelArguments.of(Home.current()).generative(argument, kinds()));
    settings =
        settings(
            start.map(file -> GenerativeModels.of(file.card().architecture(), file.weights())));
    for (int epoch : grids == null ? List.<Integer>of() : grids) {
      if (epoch < 0 || epoch > settings.epochs()) {
        throw new LabException(
            "There is no epoch "
                + epoch
                + " to save the pictures of; choose from 0 to "
                + settings.epochs()
                + ".");
      }
    }
  }

  /** Checks that an option does not contradict the model that the training goes on with. */
  static <T> T sameAs(String option, T asked, T inFile) {
    if (asked != null && !asked.equals(inFile)) {
      throw new LabException(
          option
              + " is "
              + asked
              + ", but the model to go on from has "
              + inFile
              + "; leave the option out, or start anew without --resume.");
    }
    return inFile;
  }

  /** What was given, or what stands in for it. */
  static <T> T or(T given, T otherwise) {
    return given == null ? otherwise : given;
  }

  private boolean isAsked(int epoch) {
    return grids == null
        ? epoch > 0 && (epoch % 10 == 0 || epoch == settings.epochs())
        : grids.contains(epoch);
  }

  /** The settings that the call was checked with. */
  final GenerativeSettings<B, R> settings() {
    return settings;
  }

  @Override
  final void run(CommandRun run) {
    settings.toMap().forEach(run::setting);
    run.setting("resume", resume);
    run.setting("grids", grids);
    run.setting("samples", samples);
    DataSet data = run.data();
    classifier = judge().flatMap(judge -> judge.classifier(run));
    GenerativeCourse<B, R> course = new GenerativeCourse<>(this::isAsked);
    GenerativeJob<B, R> job =
        new GenerativeJob<>(run.compute(), data, settings, start.map(ModelFile::weights));
    try {
      GenerativeResult<R> result = run.run(job, course);
      if (result.steps() == 0) {
        throw new CancellationException("stopped before the first step");
      }
      run.setStopped(result.stopped());
      saveOrRescue(run, course, result);
    } catch (TrainingDiverged diverged) {
      if (diverged.epochs() > 0) {
        run.rescue(card(run, diverged.epochs()), diverged.lastGood());
      }
      throw diverged;
    }
  }

  private ModelCard card(CommandRun run, double epochsDone) {
    return GenerativeModels.card(settings.network().title(), settings, run.data().id(), epochsDone);
  }

  private void saveOrRescue(
      CommandRun run, GenerativeCourse<B, R> course, GenerativeResult<R> result) {
    ModelCard card = card(run, course.now());
    try {
      save(run, course, result, card);
    } catch (RuntimeException failure) {
      // a full disk or a figure that cannot be drawn must not cost the training
      run.rescue(card, result.weights());
      throw failure;
    }
  }

  private void save(
      CommandRun run, GenerativeCourse<B, R> course, GenerativeResult<R> result, ModelCard card) {
    run.files().weights(MODEL, card, result.weights());
    moreWeights(run, card, result.weights());
    if (result.stopped() && common.out == null) {
      run.rescue(card, result.weights());
    }
    List<Map<String, Object>> rows = result.epochs().stream().map(this::epochRow).toList();
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("architecture", settings.network().id());
    results.put("parameters", settings.network().parameterCount());
    results.put("stopped", result.stopped());
    results.put("epochs", rows);
    if (run.files().areWanted()) {
      run.files().section("Training");
      run.files().table("epochs", GenerativeFiles.table(rows));
      GenerativeFiles.batches(run, course.batches(), this::batchRow);
      figures(run, readings(course, result));
      GenerativeFiles.pictures(
          run, course, result, gridCaption(), columns(), made -> grid(run.data(), made));
    }
    if (run.files().areWanted() || classifier.isPresent()) {
      Pictures made = samples(run, result.weights());
      array(run, "samples.npy", made);
      // after Ctrl+C nothing new is begun
      if (!result.stopped()) {
        classifier.ifPresent(judge -> results.put("quality", SampleJudge.judged(run, judge, made)));
      }
    }
    run.finish(results);
    if (result.stopped() && common.out != null) {
      run.say("Stopped; what was trained so far is in " + common.out + ".");
    }
  }

  private Readings<B, R> readings(GenerativeCourse<B, R> course, GenerativeResult<R> result) {
    List<Reading<R>> epochsDone = new ArrayList<>();
    for (R epoch : result.epochs()) {
      epochsDone.add(new Reading<>(epochsDone.size() + 1.0, epoch));
    }
    double last = result.stopped() ? Math.ceil(course.now()) : settings.epochs();
    return new Readings<>(course.batches(), epochsDone, Double.NaN, last);
  }

  /** The seed of what is made after the training; nothing in the training is drawn from it. */
  final Seed ofSamples() {
    return Seed.of(common.seed).split("many samples");
  }

  /** Draws a standard normal point for each sample, and writes them, so that others can check. */
  final float[] latentPoints(CommandRun run, int dimensions) {
    float[] z = ofSamples().gaussian(Math.multiplyExact(samples, dimensions));
    run.files().array("latent.npy", new HostTensor(z, samples, dimensions));
    return z;
  }

  /** Writes images as N x 1 x 28 x 28. */
  static void array(CommandRun run, String name, Pictures images) {
    run.files()
        .array(
            name, new HostTensor(images.values(), images.count(), 1, ImageSet.SIDE, ImageSet.SIDE));
  }
}
