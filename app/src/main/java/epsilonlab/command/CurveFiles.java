package epsilonlab.command;

import epsilonlab.attack.AttackPlan;
import epsilonlab.data.ImageSet;
import epsilonlab.evaluation.Adversarial;
import epsilonlab.evaluation.Curve;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.job.Work;
import epsilonlab.model.Classifier;
import epsilonlab.report.CurveChart;
import epsilonlab.report.Table;
import epsilonlab.report.figure.DigitWall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The chart, the table and the samples of accuracy curves. */
final class CurveFiles {
  private static final int SAMPLES = 10;
  private static final double WIDTH = 680;

  private CurveFiles() {}

  static void write(
      CommandRun run,
      List<Curve> curves,
      List<Classifier> classifiers,
      List<AttackPlan> plans,
      ImageSet images,
      List<Double> epsilons) {
    run.files().section("Accuracy against epsilon");
    double most =
        Math.max(1e-9, epsilons.stream().mapToDouble(Double::doubleValue).max().orElse(1));
    List<CurveChart.Line> lines = new ArrayList<>();
    Table table = new Table("model", "attack", "epsilon", "accuracy");
    for (int c = 0; c < curves.size(); c++) {
      Curve curve = curves.get(c);
      lines.add(
          new CurveChart.Line(
              curve.model() + ", " + curve.attack(),
              classifiers.get(c / plans.size()).architecture().id(),
              c % plans.size(),
              curve.epsilon().stream().mapToDouble(Double::doubleValue).toArray(),
              curve.accuracy().stream().mapToDouble(Double::doubleValue).toArray()));
      for (int e = 0; e < curve.epsilon().size(); e++) {
        table.add(curve.model(), curve.attack(), curve.epsilon().get(e), curve.accuracy().get(e));
      }
    }
    run.files()
        .figure(
            "curves",
            CurveChart.of(lines, most, Double.NaN, null),
            WIDTH,
            "Accuracy against epsilon");
    run.files().table("curves", table);
    if (run.files().areWanted()) {
      samples(run, classifiers, plans, images, epsilons);
    }
  }

  /** Pictures of the first images under attack: one row for each epsilon. */
  static void samples(
      CommandRun run,
      List<Classifier> classifiers,
      List<AttackPlan> plans,
      ImageSet images,
      List<Double> epsilons) {
    run.files().section("Samples");
    ImageSet some = images.slice(0, Math.min(SAMPLES, images.size()));
    for (int n = 0; n < classifiers.size(); n++) {
      for (AttackPlan plan : plans) {
        Classifier classifier = classifiers.get(n);
        List<DigitWall.Tile> tiles =
            run.run(Work.background("Samples", () -> tiles(run, classifier, plan, some, epsilons)));
        String name =
            "samples-" + (n + 1) + "-" + classifier.architecture().id() + "-" + plan.attack().id();
        run.files()
            .figure(
                name,
                new DigitWall(tiles, some.size(), 2, "Adversarial digits"),
                WIDTH,
                classifier.name()
                    + ", "
                    + plan.attack().id()
                    + ": one row for each epsilon ("
                    + String.join(", ", epsilons.stream().map(String::valueOf).toList())
                    + "), truth → answer");
      }
    }
  }

  private static List<DigitWall.Tile> tiles(
      CommandRun run,
      Classifier classifier,
      AttackPlan plan,
      ImageSet some,
      List<Double> epsilons) {
    List<DigitWall.Tile> tiles = new ArrayList<>();
    try (PreparedAttack prepared =
        PreparedAttack.of(run.compute(), classifier, some, i -> i, plan)) {
      for (double epsilon : epsilons) {
        Adversarial adversarial = prepared.at(epsilon);
        for (int i = 0; i < some.size(); i++) {
          boolean right = adversarial.answers()[i] == some.label(i);
          tiles.add(
              new DigitWall.Tile(
                  adversarial.images()[i],
                  right
                      ? String.valueOf(some.label(i))
                      : some.label(i) + " → " + adversarial.answers()[i],
                  String.format(Locale.ROOT, "ε %.3g", epsilon),
                  right ? DigitWall.State.RIGHT : DigitWall.State.FOOLED));
        }
      }
    }
    return tiles;
  }
}
