package epsilonlab.command;

import epsilonlab.privacy.ConfidenceInterval;
import epsilonlab.privacy.Roc;
import epsilonlab.report.RocChart;
import epsilonlab.report.Table;
import epsilonlab.report.figure.ScoreBins;
import epsilonlab.report.figure.ScoreHistogram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers, tables and figures of membership attacks. */
final class MembershipAttackFiles {
  private static final double WIDTH = 680;
  private static final Map<String, Double> RATES = rates();

  private final ResultFiles files;

  MembershipAttackFiles(ResultFiles files) {
    this.files = files;
  }

  private static Map<String, Double> rates() {
    Map<String, Double> rates = new LinkedHashMap<>();
    rates.put("0.01", 0.01);
    rates.put("0.001", 0.001);
    return rates;
  }

  /** Both charts of all curves, and a table of what they come to. */
  void curves(Map<String, Roc> curves) {
    files.section("ROC curves");
    files.figure(
        "roc", RocChart.linear(curves), WIDTH, "Members found against non-members accused");
    files.figure(
        "roc-log",
        RocChart.logarithmic(curves),
        WIDTH,
        "The same on logarithmic axes: is anybody found without accusing others?");
    Table table =
        new Table(
            "attack",
            "balanced accuracy",
            "AUC",
            "AUC from",
            "AUC to",
            "found at 1 %",
            "found at 0.1 %");
    curves.forEach(
        (name, roc) -> {
          ConfidenceInterval interval = roc.aucInterval(ConfidenceInterval.LEVEL);
          table.add(
              name,
              roc.best().confusion().balancedAccuracy(),
              roc.auc(),
              interval.low(),
              interval.high(),
              roc.truePositiveRateAt(0.01),
              roc.truePositiveRateAt(0.001));
        });
    files.table("attacks", table);
  }

  /** The histogram of an attack's scores, and its curve as a table. */
  void scores(String id, String title, String unit, Roc roc) {
    files.section(title);
    files.chart(
        "scores-" + id,
        new ScoreHistogram(ScoreBins.of(roc), roc.best().threshold(), unit, true),
        WIDTH,
        "Scores of members and non-members, parted where balanced accuracy is best");
    Table table = new Table("threshold", "non-members accused", "members found");
    roc.corners()
        .forEach(
            point ->
                table.add(
                    point.threshold(),
                    point.confusion().falsePositiveRate(),
                    point.confusion().truePositiveRate()));
    files.longTable("roc-" + id, table, "The curve of this attack");
  }

  /** What a curve comes to, by the keys of the result. */
  static Map<String, Object> numbers(Roc roc) {
    Map<String, Object> found = new LinkedHashMap<>();
    Map<String, Object> intervals = new LinkedHashMap<>();
    Map<String, Object> accused = new LinkedHashMap<>();
    RATES.forEach(
        (key, rate) -> {
          found.put(key, roc.truePositiveRateAt(rate));
          intervals.put(key, ends(roc.truePositiveRateInterval(rate, ConfidenceInterval.LEVEL)));
          accused.put(key, roc.within(rate).confusion().accused());
        });
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("balanced_accuracy", roc.best().confusion().balancedAccuracy());
    numbers.put("threshold", roc.best().threshold());
    numbers.put("auc", roc.auc());
    numbers.put("auc_interval", ends(roc.aucInterval(ConfidenceInterval.LEVEL)));
    numbers.put("tpr_at_fpr", found);
    numbers.put("tpr_at_fpr_interval", intervals);
    numbers.put("accused_at_fpr", accused);
    return numbers;
  }

  private static List<Double> ends(ConfidenceInterval interval) {
    return List.of(interval.low(), interval.high());
  }

  /** The corners of a curve: {@code threshold}, {@code fpr} and {@code tpr} as columns. */
  static Map<String, Object> points(Roc roc) {
    List<Roc.Point> corners = roc.corners();
    Map<String, Object> points = new LinkedHashMap<>();
    points.put("threshold", corners.stream().map(Roc.Point::threshold).toList());
    points.put("fpr", corners.stream().map(p -> p.confusion().falsePositiveRate()).toList());
    points.put("tpr", corners.stream().map(p -> p.confusion().truePositiveRate()).toList());
    return points;
  }
}
