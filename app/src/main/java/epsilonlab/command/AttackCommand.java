package epsilonlab.command;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.attack.Norm;
import epsilonlab.attack.Target;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.LabException;
import epsilonlab.evaluation.AttackJob;
import epsilonlab.evaluation.AttackedImage;
import epsilonlab.job.Work;
import epsilonlab.model.Classifier;
import epsilonlab.model.Predictions;
import epsilonlab.report.AttackResults;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Attacks one test digit, or a range of them. */
@Command(name = "attack", description = "Attacks one test digit, or a range of them.")
final class AttackCommand extends LabCommand {
  private static final int CLASSES = 10;

  @Option(
      names = "--weights",
      required = true,
      paramLabel = "FILE",
      description = "A .safetensors file, or a name in the model library.")
  String weights;

  @Mixin ArchitectureOption architecture = new ArchitectureOption();

  @Option(
      names = "--digit",
      paramLabel = "D",
      description = "The first test digit of this class that the model gets right.")
  Integer digit;

  @Option(
      names = "--index",
      paramLabel = "I",
      description = "The test digit of this index, from 0.")
  Integer index;

  @Option(
      names = "--indices",
      paramLabel = "A-B",
      description = "The test digits A to B, both included.")
  String indices;

  @Option(names = "--attack", required = true, paramLabel = "A", description = AttackOptions.NAMES)
  String attack;

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      description =
          "How large the change may be, in the attack's norm: for most attacks the largest change of"
              + " a pixel, from 0 to 1, or n/255. Attacks that look for the smallest change need"
              + " none.")
  String epsilon;

  @Option(
      names = "--target",
      paramLabel = "CLASS",
      description = "The class to reach: 0 to 9, or next (default: any wrong answer).")
  String target;

  private AttackOptions options;
  private AttackPlan plan;
  private double radius;
  private int[] range;

  @Override
  String name() {
    return "attack";
  }

  @Override
  void configure(CommandSpec spec) {
    options = new AttackOptions(spec);
  }

  @Override
  void check() {
    architecture.check();
    int ways = (digit == null ? 0 : 1) + (index == null ? 0 : 1) + (indices == null ? 0 : 1);
    if (ways != 1) {
      throw new LabException("Say which digit: one of --digit, --index or --indices.");
    }
    if (digit != null && (digit < 0 || digit >= CLASSES)) {
      throw new LabException("There is no class " + digit + "; --digit takes 0 to 9.");
    }
    plan = options.plans(List.of(attack), Target.parse(target, CLASSES), common.seed).get(0);
    Norm norm = plan.attack().norm();
    if (epsilon == null && !plan.attack().isMinimumNorm()) {
      throw new LabException(
          "The attack %s needs --epsilon (%s), for example %s."
              .formatted(attack, norm.meaning(), norm == Norm.LINF ? "0.2" : "2"));
    }
    radius =
        epsilon == null
            ? norm.most(ImageSet.PIXELS)
            : Epsilon.check(Numbers.epsilon(epsilon), norm, ImageSet.PIXELS);
    range =
        index != null
            ? Numbers.range(index.toString())
            : indices != null ? Numbers.range(indices) : null;
  }

  @Override
  void run(CommandRun run) {
    run.setting("weights", weights);
    run.setting("model", architecture.name);
    run.setting("digit", digit);
    run.setting("index", index);
    run.setting("indices", indices);
    run.setting("attack", plan.attack().id());
    run.setting("epsilon", radius);
    run.setting("target", target == null ? "none" : target);
    AttackOptions.describe(plan).forEach(run::setting);
    run.setting("source", options.source());
    ImageSet test = run.data().test();
    Classifier classifier = run.models().classifier(run.compute(), weights, architecture.name);
    AttackPlan ready = options.withSource(run, List.of(plan), null).get(0);
    int[] wanted = range == null ? firstRight(run, classifier, test) : range;
    if (wanted[1] >= test.size()) {
      throw new LabException(
          "There is no test digit %d; the indices go from 0 to %d."
              .formatted(wanted[1], test.size() - 1));
    }
    ImageSet some = test.slice(wanted[0], wanted[1] + 1);
    List<AttackedImage> attacked =
        run.run(new AttackJob(run.compute(), classifier, some, wanted[0], ready, radius));
    AttackFiles.write(run, attacked, colourScale(attacked));
    run.finish(indices == null ? AttackResults.of(attacked.get(0)) : AttackResults.of(attacked));
  }

  /** The change that gets the full colour: epsilon where it bounds every pixel. */
  private double colourScale(List<AttackedImage> attacked) {
    boolean bounded = plan.attack().norm() == Norm.LINF && !plan.attack().isMinimumNorm();
    double largest = attacked.stream().mapToDouble(image -> image.norms().linf()).max().orElse(1);
    return bounded ? radius : Math.max(largest, 1e-6);
  }

  private int[] firstRight(CommandRun run, Classifier classifier, ImageSet test) {
    Predictions predictions =
        run.run(
            Work.background(
                "Find a " + digit, () -> Predictions.of(run.compute(), classifier, test)));
    for (int i = 0; i < predictions.size(); i++) {
      if (predictions.labels()[i] == digit && predictions.isRight(i)) {
        return new int[] {i, i};
      }
    }
    throw new LabException(
        "The model gets no test digit of class "
            + digit
            + " right; choose another class, or a digit with --index.");
  }
}
