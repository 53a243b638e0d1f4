package epsilonlab.command;

import epsilonlab.data.DataSets;
import epsilonlab.engine.LabException;
import epsilonlab.generative.Gan;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.GenerativeNetwork;
import epsilonlab.generative.TrainedGan;
import epsilonlab.job.Work;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelFile;
import epsilonlab.privacy.Roc;
import epsilonlab.privacy.inference.AttackOutcome;
import epsilonlab.privacy.inference.Candidates;
import epsilonlab.privacy.inference.DiscriminatorAttack;
import epsilonlab.privacy.inference.InferenceJob;
import epsilonlab.privacy.inference.InferenceResult;
import epsilonlab.privacy.inference.InferenceSettings;
import epsilonlab.privacy.inference.Lira;
import epsilonlab.privacy.inference.LogisticTrainer;
import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.privacy.inference.NetworkTarget;
import epsilonlab.privacy.inference.NetworkTrainer;
import epsilonlab.privacy.inference.ShadowTrainer;
import epsilonlab.privacy.inference.Target;
import epsilonlab.training.TrainingSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stronger membership inference, on a model of its own or on a given one. */
@Command(
    name = "membership-attack",
    description =
        "Who was in the training set? Scores, calibrated scores, shadow models and LiRA, with ROC"
            + " curves. Without --weights it trains the target itself on the first n training"
            + " images; with a GAN's weights it asks the discriminator.")
final class MembershipAttackCommand extends LabCommand {
  private static final String LOGISTIC = "logistic";

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "A .safetensors file, or a name in the model library: a classifier or a GAN (default: a"
              + " target is trained).")
  String weights;

  @Option(
      names = "--model",
      paramLabel = "M",
      description =
          "The target that is trained: logistic (fitted as scikit-learn does), mlp, lenet,"
              + " small-cnn or madry-cnn (default: logistic); with --weights, the file's"
              + " architecture where it names none.")
  String model;

  @Option(
      names = "--attack",
      paramLabel = "LIST",
      description =
          "correct, confidence, loss, margin, calibrated-confidence, calibrated-loss,"
              + " calibrated-margin, shadow or lira; the first one's numbers stand first in the"
              + " result (default: all of them, lira first).")
  List<String> attackNames;

  @Option(
      names = "--n",
      paramLabel = "N",
      defaultValue = "400",
      description = "Members, and as many non-members (default: ${DEFAULT-VALUE}).")
  int n;

  @Option(
      names = "--c",
      paramLabel = "C",
      description = "Regulariser of logistic; inf for none (default: inf).")
  String regularisation;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "" + NetworkTrainer.EPOCHS,
      description = "Epochs of a network that is trained here (default: ${DEFAULT-VALUE}).")
  int epochs;

  @Option(
      names = "--batch",
      paramLabel = "B",
      defaultValue = "" + NetworkTrainer.BATCH,
      description = "Images a step of such a training (default: ${DEFAULT-VALUE}).")
  int batch;

  @Option(
      names = "--shadows",
      paramLabel = "K",
      defaultValue = "32",
      description =
          "Shadow models for the calibrated attacks, shadow and lira (default: ${DEFAULT-VALUE}).")
  int shadows;

  @Option(
      names = "--offline",
      description =
          "Shadow models learn from other images only; else from random halves of those attacked.")
  boolean offline;

  @Option(
      names = "--spread",
      paramLabel = "S",
      description =
          "Deviations of lira: one an example or one global (default: example from 64 shadow models"
              + " on).")
  String spread;

  private InferenceSettings settings;
  private TrainingSettings training;
  private double c;

  @Override
  String name() {
    return "membership-attack";
  }

  @Override
  String defaultDataset() {
    // the exercise's for a target of its own; the lab's networks learn MNIST unless told otherwise
    return weights == null ? "fashion-mnist" : "mnist";
  }

  @Override
  void check() {
    settings =
        new InferenceSettings(
            attacks(),
            shadows,
            offline,
            spread == null
                ? InferenceSettings.spreadFor(shadows)
                : Choice.of("spread", spread, Lira.Spread.values(), Lira.Spread::id),
            common.seed);
    training = NetworkTrainer.training(epochs, batch, common.seed);
    if (model != null && !GenerativeModels.isGenerative(model)) {
      Architectures.get(model);
    }
    if (regularisation != null && (weights != null || !isLogistic())) {
      throw new LabException(
          "--c belongs to the logistic regression that is fitted here; leave it out.");
    }
    List<Double> given =
        Lists.numbers(List.of(regularisation == null ? "inf" : regularisation), "a regulariser C");
    if (given.size() != 1 || !(given.get(0) > 0)) {
      throw new LabException(
          "The regulariser C is "
              + regularisation
              + ", but must be one number above 0, for example 0.1, or inf for no regularisation.");
    }
    c = given.get(0);
  }

  private List<MembershipAttack> attacks() {
    if (attackNames != null) {
      return attackNames.stream()
          .flatMap(names -> Arrays.stream(names.split(",")))
          .map(name -> MembershipAttack.of(name.trim()))
          .toList();
    }
    return Arrays.stream(MembershipAttack.values())
        .sorted((a, b) -> Boolean.compare(b == MembershipAttack.LIRA, a == MembershipAttack.LIRA))
        .toList();
  }

  private boolean isLogistic() {
    return model == null || model.equals(LOGISTIC);
  }

  @Override
  void run(CommandRun run) {
    String kind = weights == null ? null : run.models().architecture(weights);
    if (weights != null) {
      refuseOtherData(run.models().dataset(weights), run.data().id());
    }
    Candidates candidates = Candidates.of(run.data(), n);
    run.setting("weights", weights);
    run.setting("n", n);
    if (GenerativeModels.isGenerative(kind == null ? "" : kind)) {
      discriminator(run, candidates, kind);
      return;
    }
    Optional<Target> target = Optional.empty();
    ShadowTrainer trainer;
    if (weights != null) {
      Classifier classifier = run.models().classifier(run.compute(), weights, model);
      target = Optional.of(new NetworkTarget(run.compute(), classifier));
      trainer = trainer(run, classifier.architecture());
    } else if (isLogistic()) {
      run.setting("c", c);
      trainer = new LogisticTrainer(run.compute(), c);
    } else {
      trainer = trainer(run, Architectures.get(model));
    }
    run.setting("model", trainer.describe());
    settings.toMap().forEach(run::setting);
    InferenceResult found =
        run.run(new InferenceJob(run.compute(), candidates, target, trainer, settings));
    finish(run, found, trainer);
  }

  private void refuseOtherData(String learnt, String attacked) {
    if (learnt != null && DataSets.names().contains(learnt) && !learnt.equals(attacked)) {
      throw new LabException(
          "%s learned from %s, so no image of %s was in its training set; add --dataset %s."
              .formatted(weights, learnt, attacked, learnt));
    }
  }

  private ShadowTrainer trainer(CommandRun run, Architecture architecture) {
    training.toMap().forEach(run::setting);
    return new NetworkTrainer(run.compute(), architecture, training);
  }

  private void finish(CommandRun run, InferenceResult found, ShadowTrainer trainer) {
    Map<String, Roc> curves = new LinkedHashMap<>();
    found.outcomes().forEach(outcome -> curves.put(outcome.attack().title(), outcome.roc()));
    MembershipAttackFiles files = new MembershipAttackFiles(run.files());
    files.curves(curves);
    for (AttackOutcome outcome : found.outcomes()) {
      MembershipAttack attack = outcome.attack();
      files.scores(attack.id(), attack.title(), attack.unit(), outcome.roc());
    }
    AttackOutcome first = found.outcomes().get(0);
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("attack", first.attack().id());
    results.putAll(MembershipAttackFiles.numbers(first.roc()));
    results.put("roc", MembershipAttackFiles.points(first.roc()));
    results.put(
        "attacks",
        found.outcomes().stream()
            .map(
                outcome -> {
                  Map<String, Object> row = new LinkedHashMap<>();
                  row.put("attack", outcome.attack().id());
                  row.putAll(MembershipAttackFiles.numbers(outcome.roc()));
                  return row;
                })
            .toList());
    results.put("member_accuracy", found.memberAccuracy());
    results.put("non_member_accuracy", found.otherAccuracy());
    results.putAll(who(run, weights == null));
    if (settings.needsShadows()) {
      results.put(
          "shadow_models",
          shadows
              + " of "
              + trainer.describe()
              + ", each from "
              + n
              + (offline
                  ? " images that are not attacked"
                  : " of the " + 2 * n + " images that are attacked"));
    }
    run.finish(results);
  }

  private Map<String, Object> who(CommandRun run, boolean known) {
    Map<String, Object> who = new LinkedHashMap<>();
    who.put(
        "members",
        "the first "
            + n
            + " training images of "
            + run.data().title()
            + (known
                ? ", from which the target learnt"
                : ", from which the model is taken to have learnt; if it did not, no attack can"
                    + " find them"));
    who.put("non_members", "the first " + n + " test images of " + run.data().title());
    return who;
  }

  private void discriminator(CommandRun run, Candidates candidates, String kind) {
    if (attackNames != null) {
      throw new LabException("A GAN's discriminator is asked in one way only; leave --attack out.");
    }
    ModelFile file = run.models().generative(weights, List.of(kind));
    GenerativeNetwork network = GenerativeModels.of(kind, file.weights());
    if (!(network instanceof Gan gan)) {
      throw new LabException(
          "The weights file "
              + weights
              + " is for the network "
              + kind
              + ", which judges no images; choose a classifier or a GAN.");
    }
    Roc roc =
        run.run(
            Work.background(
                "Ask the discriminator",
                () ->
                    DiscriminatorAttack.of(
                        new TrainedGan(run.compute(), gan, file.weights()), candidates)));
    run.setting("model", kind);
    run.setting("attack", List.of("discriminator"));
    MembershipAttackFiles files = new MembershipAttackFiles(run.files());
    files.curves(Map.of("Discriminator", roc));
    files.scores("discriminator", "Discriminator", DiscriminatorAttack.UNIT, roc);
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("attack", "discriminator");
    results.putAll(MembershipAttackFiles.numbers(roc));
    results.put("roc", MembershipAttackFiles.points(roc));
    results.putAll(who(run, false));
    run.finish(results);
  }
}
