package epsilonlab.ui.privacy.microscope;

import epsilonlab.privacy.ConfidenceInterval;
import epsilonlab.privacy.Roc;
import epsilonlab.report.RocChart;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.ScoreBins;

/**
 * The scores under the microscope with all that does not depend on the threshold; to be made on a
 * job's thread. Immutable, if nobody writes into the arrays.
 *
 * @param label what the score is, below the axis
 * @param members scores in the order of the members
 * @param others scores in the order of the non-members
 * @param bins the scores counted
 * @param chart the ROC curve without a point
 * @param best the threshold of highest balanced accuracy on these scores
 * @param auc area under the curve
 * @param aucInterval where it lies with 95 % confidence
 * @param foundAtOnePercent share of members found while at most 1 % of the non-members are accused
 * @param foundInterval where that share lies with 95 % confidence
 */
public record Scores(
    String label,
    double[] members,
    double[] others,
    ScoreBins bins,
    LineChart chart,
    double best,
    double auc,
    ConfidenceInterval aucInterval,
    double foundAtOnePercent,
    ConfidenceInterval foundInterval) {
  private static final double FEW = 0.01;

  /**
   * Sorts and counts.
   *
   * @param members at least one, none of them NaN; the array is kept
   * @param others likewise
   * @throws IllegalArgumentException if a score is NaN, or there is none
   */
  public static Scores of(String label, double[] members, double[] others) {
    Roc roc = Roc.of(members, others);
    return new Scores(
        label,
        members,
        others,
        ScoreBins.of(roc),
        RocChart.linear("attack", roc),
        roc.best().threshold(),
        roc.auc(),
        roc.aucInterval(ConfidenceInterval.LEVEL),
        roc.truePositiveRateAt(FEW),
        roc.truePositiveRateInterval(FEW, ConfidenceInterval.LEVEL));
  }

  /** The curve itself. */
  public Roc roc() {
    return bins.roc();
  }
}
