package epsilonlab.ui.privacy.logistic;

import epsilonlab.report.figure.Numbers;

/** What an attack found, in plain words that are true of its numbers. */
final class AttackWords {
  private AttackWords() {}

  static String sentences(AttackFindings findings, AttackScores attack) {
    if (findings == null || attack == null) {
      return "A right answer is a coarse hint. How sure the model is says more, and how sure other"
          + " models would be without the image says most.";
    }
    StringBuilder words = new StringBuilder();
    double area = attack.scores().auc();
    boolean guessing = attack.scores().aucInterval().contains(0.5);
    words.append(
        guessing
            ? "This attack tells members from others no better than guessing could: the area of %s is within its error of 0.5."
                .formatted(Numbers.fixed(area, 2))
            : area > 0.5
                ? "Of a member and another image, the member scores higher in %s of the pairs, ties counted half."
                    .formatted(Numbers.percent(area))
                : "Here members score lower than others: in %s of the pairs, ties counted half."
                    .formatted(Numbers.percent(1 - area)));
    double found = AttackFindings.found(attack, true);
    if (!guessing) {
      words.append(
          found > 0.02
              ? " While 1 %% of the others are accused, %s of the members are found."
                  .formatted(Numbers.percent(found))
              : " But it is sure of hardly anybody: at 1 % wrongly accused it finds "
                  + Numbers.percent(found)
                  + ".");
    }
    if (!findings.learntSurely()) {
      words
          .append(" Members are the first ")
          .append("%,d".formatted(findings.candidates().members().size()))
          .append(" training images of ")
          .append(findings.data().title())
          .append(", if ")
          .append(findings.target())
          .append(" did learn from them.");
    }
    // a number and its sign stay on one line
    return words.toString().replace(" %", "\u00a0%");
  }

  /** "Model right: 100 % in, 77.8 % out". */
  static String target(AttackFindings findings) {
    if (findings == null) {
      return "";
    }
    return Double.isFinite(findings.memberAccuracy())
        ? "Model right: %s in, %s out"
            .formatted(
                Numbers.percent(findings.memberAccuracy()),
                Numbers.percent(findings.otherAccuracy()))
        : "";
  }
}
