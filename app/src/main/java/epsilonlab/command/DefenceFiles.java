package epsilonlab.command;

import epsilonlab.privacy.defence.DefencePoint;
import epsilonlab.report.DefencesChart;
import epsilonlab.report.DefencesChart.Leakage;
import epsilonlab.report.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is written of defences against membership inference. */
final class DefenceFiles {
  private static final double WIDTH = 680;

  private DefenceFiles() {}

  static void write(ResultFiles files, List<DefencePoint> points) {
    files.section("Accuracy against leakage");
    files.figure(
        "defences",
        DefencesChart.of(points, Leakage.THRESHOLD),
        WIDTH,
        "Leakage to an attacker with the best threshold on what is told of the label's"
            + " probability; the upper left corner is the best place; bars: one standard error");
    files.figure(
        "defences-right-or-wrong",
        DefencesChart.of(points, Leakage.RIGHT_OR_WRONG),
        WIDTH,
        "Leakage to the attacker who says \"member\" when the model is right");
    Table table =
        new Table(
            "defence",
            "strength",
            "training",
            "test",
            "right or wrong",
            "threshold",
            "standard error",
            "epsilon");
    points.forEach(
        point ->
            table.add(
                point.defence().id(),
                point.strength(),
                point.trainAccuracy().mean(),
                point.testAccuracy().mean(),
                point.rightOrWrong().mean(),
                point.threshold().mean(),
                point.threshold().standardError(),
                point.epsilon()));
    files.table("defences", table);
  }

  /** One point for the result. */
  static Map<String, Object> row(DefencePoint point) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("defence", point.defence().id());
    row.put("strength_is", point.defence().strengthName());
    row.put("strength", point.strength());
    row.put("train_accuracy", point.trainAccuracy().mean());
    row.put("test_accuracy", point.testAccuracy().mean());
    row.put("test_standard_error", point.testAccuracy().standardError());
    row.put("attack_accuracy", point.rightOrWrong().mean());
    row.put("standard_error", point.rightOrWrong().standardError());
    row.put("threshold_attack_accuracy", point.threshold().mean());
    row.put("threshold_standard_error", point.threshold().standardError());
    row.put("epsilon", point.epsilon());
    return row;
  }
}
