package epsilonlab.command;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.attack.Target;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.LabException;
import epsilonlab.evaluation.TransferJob;
import epsilonlab.model.Classifier;
import epsilonlab.report.Table;
import epsilonlab.report.TransferFigure;
import epsilonlab.report.figure.HeatTable;
import epsilonlab.report.figure.SeriesColours;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The transfer matrix. */
@Command(
    name = "transfer",
    description = "Images crafted on one model and tried on another, for all pairs.")
final class TransferCommand extends LabCommand {
  private static final double WIDTH = 680;

  @Option(
      names = "--weights",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Two models or more: .safetensors files, or names in the model library.")
  List<String> weights;

  @Mixin ArchitectureOption architecture = new ArchitectureOption();

  @Option(names = "--attack", required = true, paramLabel = "A", description = AttackOptions.NAMES)
  String attack;

  @Option(
      names = "--epsilon",
      required = true,
      paramLabel = "E",
      description = "How large the change may be, in the attack's norm; a number, or n/255.")
  String epsilon;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1000",
      description = "The first N test images, or all (default: ${DEFAULT-VALUE}).")
  String count;

  private AttackOptions options;
  private AttackPlan plan;
  private double radius;

  @Override
  String name() {
    return "transfer";
  }

  @Override
  void configure(CommandSpec spec) {
    options = new AttackOptions(spec);
  }

  @Override
  void check() {
    architecture.check();
    if (weights.size() < 2) {
      throw new LabException("A transfer needs at least two models; name them with --weights.");
    }
    plan = options.plans(List.of(attack), Target.NONE, common.seed).get(0);
    TransferJob.checkAttack(plan);
    radius = Epsilon.check(Numbers.epsilon(epsilon), plan.attack().norm(), ImageSet.PIXELS);
    Numbers.count(count, Integer.MAX_VALUE);
  }

  @Override
  void run(CommandRun run) {
    run.setting("weights", weights);
    run.setting("model", architecture.name);
    run.setting("attack", plan.attack().id());
    run.setting("epsilon", radius);
    run.setting("count", count);
    AttackOptions.describe(plan).forEach(run::setting);
    List<Classifier> classifiers = run.models().classifiers(run.compute(), weights, architecture);
    ImageSet test = run.data().test();
    ImageSet some = test.slice(0, Numbers.count(count, test.size()));
    double[][] matrix = run.run(new TransferJob(run.compute(), classifiers, plan, some, radius));
    List<String> names = classifiers.stream().map(Classifier::name).toList();
    files(run, classifiers, names, matrix);
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("count", some.size());
    results.put("epsilon", radius);
    results.put("models", names);
    results.put("matrix", matrix);
    run.finish(results);
  }

  private void files(
      CommandRun run, List<Classifier> classifiers, List<String> names, double[][] matrix) {
    run.files().section("Crafted on one model, tried on another");
    Table table = new Table("crafted on", "tried on", "accuracy");
    for (int crafted = 0; crafted < matrix.length; crafted++) {
      for (int tried = 0; tried < matrix.length; tried++) {
        table.add(names.get(crafted), names.get(tried), matrix[crafted][tried]);
      }
    }
    List<SeriesColours> colours =
        classifiers.stream()
            .map(classifier -> SeriesColours.ofArchitecture(classifier.architecture().id()))
            .toList();
    HeatTable figure =
        TransferFigure.of(names, colours, List.of(matrix), plan.attack().id(), radius);
    run.files().figure("transfer", figure, WIDTH, figure.title());
    run.files().table("transfer", table);
  }
}
