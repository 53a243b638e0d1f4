package epsilonlab.command;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.attack.Target;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.LabException;
import epsilonlab.evaluation.diagnosis.Diagnosis;
import epsilonlab.evaluation.diagnosis.DiagnosisJob;
import epsilonlab.evaluation.diagnosis.Trace;
import epsilonlab.model.Classifier;
import epsilonlab.report.DiagnosisFigures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Why did an attack on one test digit fail? */
@Command(name = "diagnose", description = "Why did an attack on one test digit fail?")
final class DiagnoseCommand extends LabCommand {
  private static final double WIDTH = 680;

  @Option(
      names = "--weights",
      required = true,
      paramLabel = "FILE",
      description = "A .safetensors file, or a name in the model library.")
  String weights;

  @Mixin ArchitectureOption architecture = new ArchitectureOption();

  @Option(
      names = "--index",
      required = true,
      paramLabel = "I",
      description = "The test digit of this index, from 0.")
  int index;

  @Option(names = "--attack", required = true, paramLabel = "A", description = AttackOptions.NAMES)
  String attack;

  @Option(
      names = "--epsilon",
      required = true,
      paramLabel = "E",
      description = "How large the change may be, in the attack's norm.")
  String epsilon;

  @Option(
      names = "--target",
      paramLabel = "CLASS",
      description = "The class to reach: 0 to 9, or next (default: any wrong answer).")
  String target;

  private AttackOptions options;
  private AttackPlan plan;
  private double radius;

  @Override
  String name() {
    return "diagnose";
  }

  @Override
  void configure(CommandSpec spec) {
    options = new AttackOptions(spec);
  }

  @Override
  void check() {
    architecture.check();
    Target wanted = Target.parse(target, ImageSet.CLASSES);
    plan = options.plans(List.of(attack), wanted, common.seed).get(0);
    radius = Epsilon.check(Numbers.epsilon(epsilon), plan.attack().norm(), ImageSet.PIXELS);
  }

  @Override
  void run(CommandRun run) {
    run.setting("weights", weights);
    run.setting("model", architecture.name);
    run.setting("index", index);
    run.setting("attack", plan.attack().id());
    run.setting("epsilon", radius);
    run.setting("target", target == null ? "none" : target);
    AttackOptions.describe(plan).forEach(run::setting);
    run.setting("source", options.source());
    ImageSet test = run.data().test();
    if (index < 0 || index >= test.size()) {
      throw new LabException(
          "There is no test digit %d; the indices go from 0 to %d."
              .formatted(index, test.size() - 1));
    }
    Classifier classifier = run.models().classifier(run.compute(), weights, architecture.name);
    AttackPlan ready = options.withSource(run, List.of(plan), null).get(0);
    ImageSet digit = test.slice(index, index + 1);
    Diagnosis diagnosis =
        run.run(new DiagnosisJob(run.compute(), classifier, test, digit, index, ready, radius));
    write(run.files(), diagnosis);
    run.finish(results(digit.label(0), diagnosis));
  }

  private Map<String, Object> results(int label, Diagnosis diagnosis) {
    Trace trace = diagnosis.trace();
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("index", index);
    results.put("label", label);
    results.put("predicted_before", trace.first().answer());
    results.put("predicted_after", trace.last().answer());
    results.put("success", trace.last().fooled());
    results.put("verdict", diagnosis.verdict().cause().words());
    results.put("why", diagnosis.verdict().why());
    results.put("advice", diagnosis.verdict().advice());
    results.put("checks", diagnosis.checks());
    results.put("steps", trace.steps());
    results.put("slice", diagnosis.slice());
    return results;
  }

  private static void write(ResultFiles files, Diagnosis diagnosis) {
    Trace trace = diagnosis.trace();
    files.section(diagnosis.verdict().cause().words());
    files.table("checks", DiagnosisFigures.checks(diagnosis.checks()));
    files.section("By step");
    files.figure(
        "loss",
        DiagnosisFigures.loss(trace),
        WIDTH,
        "Loss and margin: the attack has won where the margin is above 0");
    files.figure("gradient", DiagnosisFigures.gradient(trace), WIDTH, "Length of the gradient");
    files.figure(
        "shares",
        DiagnosisFigures.shares(trace),
        WIDTH,
        "Entries of the gradient that are 0; pixels held by the ball and by [0, 1]");
    files.table("steps", DiagnosisFigures.steps(trace));
    files.section("The loss around the attack's way");
    files.figure(
        "slice",
        DiagnosisFigures.slice(diagnosis.slice()),
        WIDTH,
        "From x to the attack's result x*, and a random direction; the network's answer changes at"
            + " the dark line");
  }
}
