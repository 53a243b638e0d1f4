package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.privacy.ConfidenceInterval;
import epsilonlab.privacy.Roc;
import epsilonlab.privacy.inference.Candidates;
import epsilonlab.report.figure.FigureTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stronger attacks found on one target so far. Immutable.
 *
 * @param target what was attacked, for a sentence
 * @param learntSurely whether the target surely learned from the members
 * @param memberAccuracy of the target, in [0, 1]; NaN for a discriminator, and while it is not
 *     known
 * @param otherAccuracy likewise
 * @param attacks in the order in which they were found
 */
record AttackFindings(
    String target,
    DataSet data,
    Candidates candidates,
    boolean learntSurely,
    double memberAccuracy,
    double otherAccuracy,
    List<AttackScores> attacks) {
  private static final double ONE_PERCENT = 0.01;
  private static final double ONE_IN_THOUSAND = 0.001;

  AttackFindings {
    attacks = List.copyOf(attacks);
  }

  AttackFindings with(double members, double others) {
    return new AttackFindings(target, data, candidates, learntSurely, members, others, attacks);
  }

  AttackFindings with(AttackScores found) {
    List<AttackScores> more = new ArrayList<>(attacks);
    more.removeIf(known -> known.id().equals(found.id()));
    more.add(found);
    return new AttackFindings(
        target, data, candidates, learntSurely, memberAccuracy, otherAccuracy, more);
  }

  /** The curves by the attacks' names. */
  Map<String, Roc> curves() {
    Map<String, Roc> curves = new LinkedHashMap<>();
    attacks.forEach(attack -> curves.put(attack.title(), attack.scores().roc()));
    return curves;
  }

  /** Share of members found while so few others are accused, with its interval. */
  static double found(AttackScores attack, boolean onePercent) {
    return attack.scores().roc().truePositiveRateAt(rate(onePercent));
  }

  static ConfidenceInterval interval(AttackScores attack, boolean onePercent) {
    return attack
        .scores()
        .roc()
        .truePositiveRateInterval(rate(onePercent), ConfidenceInterval.LEVEL);
  }

  private static double rate(boolean onePercent) {
    return onePercent ? ONE_PERCENT : ONE_IN_THOUSAND;
  }

  static double balancedAccuracy(AttackScores attack) {
    return attack.scores().roc().best().confusion().balancedAccuracy();
  }

  /** All numbers, for other programs. */
  FigureTable table() {
    List<List<Object>> rows = new ArrayList<>();
    for (AttackScores attack : attacks) {
      ConfidenceInterval area = attack.scores().aucInterval();
      ConfidenceInterval one = interval(attack, true);
      ConfidenceInterval few = interval(attack, false);
      rows.add(
          List.of(
              attack.title(),
              balancedAccuracy(attack),
              attack.scores().auc(),
              area.low(),
              area.high(),
              found(attack, true),
              one.low(),
              one.high(),
              found(attack, false),
              few.low(),
              few.high()));
    }
    return new FigureTable(
        List.of(
            "attack",
            "balanced accuracy",
            "AUC",
            "AUC from",
            "AUC to",
            "found at 1 %",
            "at 1 % from",
            "at 1 % to",
            "found at 0.1 %",
            "at 0.1 % from",
            "at 0.1 % to"),
        rows);
  }
}
