package epsilonlab.command;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.attack.Target;
import epsilonlab.engine.LabException;
import epsilonlab.job.Work;
import epsilonlab.photo.ClassNames;
import epsilonlab.photo.ClassScore;
import epsilonlab.photo.NetworkFile;
import epsilonlab.photo.Normalization;
import epsilonlab.photo.Photo;
import epsilonlab.photo.PhotoAttackJob;
import epsilonlab.photo.PhotoAttacks;
import epsilonlab.photo.PhotoNetwork;
import epsilonlab.photo.PhotoResult;
import epsilonlab.photo.PhotoSettings;
import epsilonlab.photo.PhotoSettings.Ending;
import epsilonlab.photo.PhotoVerdict;
import epsilonlab.photo.Scores;
import epsilonlab.photo.SmallestPhotoEpsilon;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Classifies a photo, and attacks it. */
@Command(
    name = "photo",
    description = {
      "Classifies a photo with a TorchScript network, and attacks it if --target or --attack is"
          + " there.",
      "A TorchScript file holds code: to name it is to agree that it runs."
    })
final class PhotoCommand extends LabCommand {
  private static final int SHOWN = 5;

  @Option(
      names = "--image",
      required = true,
      paramLabel = "FILE",
      description =
          "A JPEG or PNG picture; its shorter side is made 224 pixels and its centre cut out.")
  Path image;

  @Option(
      names = "--weights",
      required = true,
      paramLabel = "FILE",
      description = "A classifier as Python's torch.jit.trace(...).save(...) writes it.")
  Path weights;

  @Option(
      names = "--classes",
      paramLabel = "FILE",
      description = "The names of the classes, one a line (default: the 1,000 of ImageNet).")
  Path classes;

  @Option(
      names = "--normalization",
      paramLabel = "N",
      defaultValue = "none",
      description =
          "How the network wants colours: none (as they are, in [0, 1]) or imagenet (minus the mean,"
              + " over the standard deviation of ImageNet; torchvision's networks) (default:"
              + " ${DEFAULT-VALUE}).")
  String normalization;

  @Option(
      names = "--target",
      paramLabel = "CLASS",
      description = "The class to reach, by label or number (default: any other).")
  String target;

  @Option(
      names = "--attack",
      paramLabel = "A",
      description = "An attack's name, from the list below (default: pgd where --target is there).")
  String attack;

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      description =
          "The largest change of a colour value, from 0 to 1, or n/255 (default: 0.02; gradient"
              + " 0.01).")
  String epsilon;

  @Option(
      names = "--until",
      paramLabel = "WHEN",
      description = "When it is enough: all, fooled or sure (99 %%) (default: all).")
  String until;

  @Option(
      names = "--smallest",
      description = "Also searches for the smallest epsilon up to 8/255 that reaches the goal.")
  boolean smallest;

  private AttackOptions options;
  private Normalization scaling;
  private ClassNames names;
  private Photo photo;
  private NetworkFile network;
  private PhotoSettings settings;

  @Override
  String name() {
    return "photo";
  }

  @Override
  Optional<String> whyNoCapsule() {
    return Optional.of(
        "A photo's network is a program (TorchScript), which no capsule carries; leave --capsule out.");
  }

  @Override
  void configure(CommandSpec spec) {
    options = new AttackOptions(spec, PhotoAttacks.ALL);
  }

  @Override
  void check() {
    scaling = Choice.of("normalization", normalization, Normalization.values(), Normalization::id);
    names = classes == null ? ClassNames.imageNet() : ClassNames.read(classes);
    photo = Photo.read(image);
    network = NetworkFile.read(weights);
    settings = attack == null && target == null ? null : settings();
    if (settings == null && (epsilon != null || smallest || until != null)) {
      throw new LabException(
          "Without --attack or --target the photo is only classified; name one of them, or leave"
              + " the attack's options out.");
    }
  }

  private PhotoSettings settings() {
    Target wanted = target == null ? Target.NONE : new Target.Of(names.index(target));
    String id = attack == null ? PhotoAttacks.PGD.id() : attack;
    AttackPlan plan = options.plans(List.of(id), wanted, common.seed).get(0);
    double radius =
        epsilon == null
            ? PhotoAttacks.usualEpsilon(plan.attack())
            : Epsilon.check(Numbers.epsilon(epsilon));
    return new PhotoSettings(plan, radius, ending());
  }

  private Ending ending() {
    if (until == null) {
      return Ending.ALL_STEPS;
    }
    return Choice.of(
        "ending",
        until,
        Ending.values(),
        ending -> ending.name().toLowerCase(Locale.ROOT).replaceAll("_.*", ""));
  }

  @Override
  void run(CommandRun run) {
    run.setting("image", image.toString());
    run.setting("weights", weights.toString());
    run.setting("weights_sha256", network.sha256());
    run.setting("normalization", scaling.id());
    run.setting("classes", names.source());
    if (!photo.picture().remark().isEmpty()) {
      run.say(photo.picture().remark());
    }
    try (PhotoNetwork loaded = PhotoNetwork.load(run.compute(), network, scaling, names)) {
      if (settings == null) {
        classify(run, loaded);
      } else {
        attack(run, loaded);
      }
    }
  }

  private void classify(CommandRun run, PhotoNetwork loaded) {
    Scores scores =
        run.run(
            Work.background(
                "Classify " + photo.name(),
                () -> Scores.of(run.compute(), loaded, photo.values())));
    PhotoFiles.classified(run, photo, scores);
    run.finish(Map.of("top5_before", top(scores)));
  }

  private void attack(CommandRun run, PhotoNetwork loaded) {
    run.setting("attack", settings.plan().attack().id());
    run.setting("epsilon", settings.epsilon());
    run.setting("until", settings.ending().id());
    run.setting("target", target == null ? "none" : target);
    AttackOptions.describe(settings.plan()).forEach(run::setting);
    PhotoResult result = run.run(new PhotoAttackJob(run.compute(), loaded, photo, settings));
    OptionalDouble least = smallest ? run.run(smallest(run, loaded)) : OptionalDouble.empty();
    PhotoFiles.attacked(run, result);
    run.finish(results(result, least));
  }

  private Work<OptionalDouble> smallest(CommandRun run, PhotoNetwork loaded) {
    return Work.background(
        "Smallest epsilon",
        () ->
            SmallestPhotoEpsilon.find(
                run.compute(), loaded, photo, settings, PhotoAttacks.LARGEST_EPSILON));
  }

  private Map<String, Object> results(PhotoResult result, OptionalDouble least) {
    PhotoVerdict verdict = PhotoVerdict.of(result);
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("top5_before", top(result.before()));
    results.put("top5_after", top(result.after()));
    results.put("linf", result.norms().linf());
    results.put("l2", result.norms().l2());
    results.put("steps", result.steps());
    results.put("success", result.success());
    results.put("first_success", result.firstReached());
    results.put("verdict", verdict.sentences());
    results.put("family", verdict.family().orElse(null));
    results.put("stalled", verdict.stalled());
    results.put("saved", entry(result.saved().best()));
    results.put("random_signs", entry(result.random().best()));
    if (smallest) {
      results.put("smallest_epsilon", least.isPresent() ? least.getAsDouble() : null);
    }
    return results;
  }

  private static List<Object> top(Scores scores) {
    return scores.top(SHOWN).stream().<Object>map(PhotoCommand::entry).toList();
  }

  private static List<Object> entry(ClassScore score) {
    return List.of(score.label(), score.index(), score.probability());
  }
}
