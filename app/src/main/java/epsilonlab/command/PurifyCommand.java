package epsilonlab.command;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Epsilon;
import epsilonlab.attack.Target;
import epsilonlab.data.ImageSet;
import epsilonlab.defence.purify.AdaptiveGradient;
import epsilonlab.defence.purify.PurifierCurves;
import epsilonlab.defence.purify.PurifierCurvesJob;
import epsilonlab.defence.purify.PurifierDefence;
import epsilonlab.defence.purify.PurifierEvent;
import epsilonlab.generative.GenerativeJob;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.GenerativeResult;
import epsilonlab.generative.GenerativeSettings;
import epsilonlab.generative.Purifier;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelFile;
import epsilonlab.model.Weights;
import epsilonlab.training.TrainingDiverged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** A generative model as a defence. */
@Command(
    name = "purify",
    description =
        "A denoising autoencoder or a VAE before a classifier: under an attack that does not know"
            + " of it, and under one that does.")
final class PurifyCommand extends LabCommand {
  @Option(
      names = "--weights",
      required = true,
      paramLabel = "FILE",
      description = "The classifier: a .safetensors file, or a name in the model library.")
  String weights;

  @Mixin ArchitectureOption architecture = new ArchitectureOption();

  @Mixin PurifierOptions purifier = new PurifierOptions();

  @Option(
      names = "--epsilons",
      paramLabel = "LIST",
      defaultValue = "0,0.1,0.2,0.3",
      description = "The largest changes of a pixel (default: ${DEFAULT-VALUE}).")
  List<String> epsilonList;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1000",
      description = "The first N test images, or all (default: ${DEFAULT-VALUE}).")
  String count;

  @Option(
      names = "--attack",
      paramLabel = "A",
      defaultValue = "pgd",
      description = "Default: ${DEFAULT-VALUE}. An attack's name; they are listed at the end.")
  String attack;

  @Option(
      names = "--gradient",
      paramLabel = "G",
      defaultValue = "exact",
      description =
          "How the attacker who knows of the purifier comes back through it: exact, or identity"
              + " (BPDA: as if it changed nothing; default: ${DEFAULT-VALUE}).")
  String gradientName;

  private AttackOptions options;
  private AttackPlan plan;
  private List<Double> epsilons;
  private AdaptiveGradient gradient;
  private Optional<ModelFile> given;

  @Override
  String name() {
    return "purify";
  }

  @Override
  void configure(CommandSpec spec) {
    options =
        new AttackOptions(spec, Attacks.ALL.stream().filter(PurifierDefence::canMeasure).toList());
  }

  @Override
  void check() {
    architecture.check();
    purifier.check();
    given = purifier.given();
    gradient = Choice.of("gradient", gradientName, AdaptiveGradient.values(), AdaptiveGradient::id);
    plan = options.plans(List.of(attack), Target.NONE, common.seed).get(0);
    PurifierDefence.checkAttack(plan);
    epsilons = Numbers.epsilons(epsilonList);
    epsilons.forEach(Epsilon::check);
    Numbers.count(count, Integer.MAX_VALUE);
  }

  @Override
  void run(CommandRun run) {
    run.setting("weights", weights);
    run.setting("model", architecture.name);
    run.setting("epsilons", epsilons);
    run.setting("count", count);
    run.setting("attack", plan.attack().id());
    AttackOptions.describe(plan).forEach(run::setting);
    run.setting("gradient", gradient.id());
    run.setting("purifier", purifier.file);
    Classifier classifier = run.models().classifier(run.compute(), weights, architecture.name);
    if (given.isPresent()) {
      ModelFile file = given.get();
      measure(run, classifier, purifier(run, file.card(), file.weights()), new LinkedHashMap<>());
    } else {
      trainAndMeasure(run, classifier, purifier.training(common.seed));
    }
  }

  private static Purifier purifier(CommandRun run, ModelCard card, Weights trained) {
    return Purifier.of(run.compute(), card.architecture(), trained);
  }

  private void measure(
      CommandRun run, Classifier classifier, Purifier used, Map<String, Object> results) {
    results.put("purifier", used.title());
    ImageSet test = run.data().test();
    ImageSet some = test.slice(0, Numbers.count(count, test.size()));
    PurifierDefence defence = new PurifierDefence(classifier, used, gradient);
    PurifierCurves curves =
        run.run(new PurifierCurvesJob(run.compute(), defence, some, plan, epsilons));
    PurifyFiles.write(run, defence, classifier.architecture(), some, plan, curves);
    results.put("count", some.size());
    results.put("clean_accuracy", curves.clean().bare());
    results.put("purified_clean_accuracy", curves.clean().purified());
    results.put("curves", curves.points().stream().map(PurifyCommand::described).toList());
    run.finish(results);
  }

  private static Map<String, Object> described(PurifierEvent.Point point) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("setting", point.setting().id());
    map.put("epsilon", point.epsilon());
    map.put("accuracy", point.accuracy());
    return map;
  }

  private <B, R> void trainAndMeasure(
      CommandRun run, Classifier classifier, GenerativeCommand<B, R> command) {
    GenerativeSettings<B, R> training = command.settings(Optional.empty());
    run.setting("purifier-training", training.toMap());
    GenerativeResult<R> result = trained(run, training);
    ModelCard card = card(run, training, epochs(run, training, result));
    try {
      run.files().section("The purifier");
      run.files().weights("purifier.safetensors", card, result.weights());
      Map<String, Object> results = new LinkedHashMap<>();
      results.put("purifier_epochs", result.epochs().stream().map(command::epochRow).toList());
      measure(run, classifier, purifier(run, card, result.weights()), results);
    } catch (RuntimeException failure) {
      // neither a full disk nor Ctrl+C during the attacks may cost the training
      run.rescue(card, result.weights());
      throw failure;
    }
  }

  private static <B, R> GenerativeResult<R> trained(
      CommandRun run, GenerativeSettings<B, R> training) {
    GenerativeResult<R> result;
    try {
      result = run.run(new GenerativeJob<>(run.compute(), run.data(), training, Optional.empty()));
    } catch (TrainingDiverged diverged) {
      if (diverged.epochs() > 0) {
        run.rescue(card(run, training, diverged.epochs()), diverged.lastGood());
      }
      throw diverged;
    }
    if (result.stopped()) {
      if (result.steps() > 0) {
        run.rescue(card(run, training, epochs(run, training, result)), result.weights());
      }
      throw new CancellationException("stopped while the purifier was trained");
    }
    return result;
  }

  private static ModelCard card(CommandRun run, GenerativeSettings<?, ?> training, double epochs) {
    return GenerativeModels.card(training.network().title(), training, run.data().id(), epochs);
  }

  private static double epochs(
      CommandRun run, GenerativeSettings<?, ?> training, GenerativeResult<?> result) {
    int batch = training.batch();
    int stepsPerEpoch = (run.data().train().size() + batch - 1) / batch;
    return (double) result.steps() / stepsPerEpoch;
  }
}
