package epsilonlab.command;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.attack.Target;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.LabException;
import epsilonlab.evaluation.Curve;
import epsilonlab.evaluation.CurveJob;
import epsilonlab.model.Classifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Accuracy against epsilon. */
@Command(name = "curve", description = "Accuracy against epsilon, for every model and attack.")
final class CurveCommand extends LabCommand {
  @Option(
      names = "--weights",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Models: .safetensors files, or names in the model library.")
  List<String> weights;

  @Mixin ArchitectureOption architecture = new ArchitectureOption();

  @Option(
      names = "--attack",
      required = true,
      arity = "1..*",
      split = ",",
      paramLabel = "A",
      description = "Several are parted by commas. " + AttackOptions.NAMES)
  List<String> attacks;

  @Option(
      names = "--epsilons",
      required = true,
      paramLabel = "LIST",
      description = "For example 0,0.1,0.2,0.3.")
  List<String> epsilonList;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1000",
      description = "The first N test images, or all (default: ${DEFAULT-VALUE}).")
  String count;

  @Option(
      names = "--target",
      paramLabel = "CLASS",
      description = "The class to reach: next (default: any wrong answer).")
  String target;

  private AttackOptions options;
  private List<AttackPlan> plans;
  private List<Double> epsilons;

  @Override
  String name() {
    return "curve";
  }

  @Override
  void configure(CommandSpec spec) {
    options = new AttackOptions(spec);
  }

  @Override
  void check() {
    architecture.check();
    if (target != null && !target.equals("next")) {
      throw new LabException(
          "A curve cannot have the target " + target + " for every digit; write --target next.");
    }
    plans = options.plans(attacks, Target.parse(target, 10), common.seed);
    epsilons = Numbers.epsilons(epsilonList);
    for (AttackPlan plan : plans) {
      epsilons.forEach(epsilon -> Epsilon.check(epsilon, plan.attack().norm(), ImageSet.PIXELS));
    }
    Numbers.count(count, Integer.MAX_VALUE);
  }

  @Override
  void run(CommandRun run) {
    run.setting("weights", weights);
    run.setting("model", architecture.name);
    run.setting("attack", attacks);
    run.setting("epsilons", epsilons);
    run.setting("count", count);
    run.setting("target", target == null ? "none" : target);
    Map<String, Object> parameters = new LinkedHashMap<>();
    plans.forEach(plan -> parameters.put(plan.attack().id(), AttackOptions.describe(plan)));
    run.setting("attack-parameters", parameters);
    List<Classifier> classifiers = run.models().classifiers(run.compute(), weights, architecture);
    run.setting("source", options.source());
    List<AttackPlan> ready = options.withSource(run, plans, null);
    ImageSet test = run.data().test();
    ImageSet some = test.slice(0, Numbers.count(count, test.size()));
    CurveJob job =
        new CurveJob(
            run.compute(),
            classifiers,
            ready,
            some,
            epsilons,
            "Curves, " + some.size() + " digits");
    List<Curve> curves = run.run(job);
    CurveFiles.write(run, curves, classifiers, ready, some, epsilons);
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("count", some.size());
    results.put("curves", curves);
    run.finish(results);
  }
}
