package epsilonlab.ui.defend;

import epsilonlab.defence.RobustTableJob.Against;
import epsilonlab.defence.StrongerAttack;
import epsilonlab.report.figure.Numbers;
import epsilonlab.training.AdversarialSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says in plain words what the numbers of a race mean. */
final class DefendWords {
  // more than honest training shows between one step and many
  private static final double GAP = 0.3;

  private static final double HALF = 0.5;
  // ten classes, and a little luck
  private static final double GUESSING = 0.15;
  private static final double NOTHING = 0.005;

  private DefendWords() {}

  /**
   * The verdict on one network.
   *
   * @param robust whether it has withstood everything so far
   * @param verdict "FGSM: no."
   * @param reason why
   */
  record Verdict(boolean robust, String verdict, String reason) {}

  /** What the table says at the shown epsilon; {@code **bold**} and {@code $symbols$} marked. */
  static String ofTable(DefendViewModel model) {
    TableCells table = model.table();
    List<RaceModel> models = table.models();
    double epsilon = table.shownEpsilon();
    if (models.isEmpty()) {
      return model.shown().get() == null
          ? "Training on attacked images makes networks that are harder to fool. How much harder,"
              + " and at what price?"
          : "Watch the **thick** lines: accuracy against PGD. Where the dashed line is high and the"
              + " thick one is not, the network only resists the attack that it was trained on.";
    }
    if (table.isUnmeasured()) {
      return "The trained networks are **not measured** at $ε$ = "
          + Numbers.plain(model.attacker().epsilon().get())
          + ": the attacks were stopped or have failed.";
    }
    if (!table.isComplete(epsilon)) {
      return "The trained networks are attacked now; the numbers come one after the other.";
    }
    int best = 0;
    for (int m = 1; m < models.size(); m++) {
      if (table.at(m, Against.PGD, epsilon) > table.at(best, Against.PGD, epsilon)) {
        best = m;
      }
    }
    double kept = table.at(best, Against.PGD, epsilon);
    String at = "Against PGD at $ε$ = " + Numbers.plain(epsilon) + ", ";
    if (kept < NOTHING) {
      return at
          + "no network keeps **any** digit right. Attack with a smaller $ε$, or train for longer.";
    }
    if (table.at(best, Against.CLEAN, epsilon) < GUESSING) {
      return at
          + "the best network keeps **"
          + whole(kept)
          + " %**, but it only guesses: its training has not got anywhere. Train for longer, with"
          + " a growing or a smaller $ε$.";
    }
    StringBuilder words = new StringBuilder(at);
    words
        .append(models.get(best).name())
        .append(" training keeps **")
        .append(whole(kept))
        .append(" %** of the digits right.");
    words.append(others(table, best, epsilon));
    words.append(price(model, best));
    return words.toString();
  }

  private static String others(TableCells table, int best, double epsilon) {
    List<String> none = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (int m = 0; m < table.models().size(); m++) {
      double kept = table.at(m, Against.PGD, epsilon);
      if (m == best) {
        continue;
      }
      if (kept < NOTHING) {
        none.add(table.models().get(m).name());
      } else {
        words
            .append(' ')
            .append(table.models().get(m).name())
            .append(" training keeps **")
            .append(whole(kept))
            .append(" %**.");
      }
    }
    if (!none.isEmpty()) {
      words
          .append(' ')
          .append(joined(none))
          .append(none.size() == 1 ? " training keeps **none**." : " training keep **none**.");
    }
    return words.toString();
  }

  private static String price(DefendViewModel model, int best) {
    TableCells table = model.table();
    int standard = -1;
    for (int m = 0; m < table.models().size(); m++) {
      if (!table.models().get(m).isDefended()) {
        standard = m;
      }
    }
    if (standard < 0 || standard == best || model.trained() == null) {
      return "";
    }
    double points = 100 * (table.at(standard, Against.CLEAN, 0) - table.at(best, Against.CLEAN, 0));
    AdversarialSettings attack = model.trained().plan().settings().adversarial();
    int passes = table.models().get(best).method().passes(attack);
    String time = passes > 1 ? passes + " passes a batch instead of 1" : "";
    if (points >= 0.05) {
      return String.format(Locale.ROOT, " The price: %.1f points on clean digits", points)
          + (passes > 1 ? ", and " + time : "")
          + ".";
    }
    return " It costs nothing on clean digits" + (passes > 1 ? ", but " + time : "") + ".";
  }

  private static String joined(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static String whole(double share) {
    double percent = 100 * share;
    return percent > 99 && percent < 100 || percent < 1
        ? String.format(Locale.ROOT, "%.1f", percent)
        : String.format(Locale.ROOT, "%.0f", percent);
  }

  /** The verdicts on the networks that were tried to the end. */
  static List<Verdict> ofTrial(Trial.Outcome outcome) {
    List<Verdict> verdicts = new ArrayList<>();
    if (outcome == null || !outcome.complete()) {
      return verdicts;
    }
    for (int m = 0; m < outcome.models().size(); m++) {
      String name = outcome.models().get(m).name();
      double together = outcome.together()[m];
      double oneStep = row(outcome, "FGSM, one step", m);
      double manySteps = row(outcome, "PGD, 40 steps", m);
      if (together >= HALF) {
        verdicts.add(new Verdict(true, name + ": yes,", "so far."));
      } else if (oneStep - manySteps > GAP || oneStep - together > GAP) {
        verdicts.add(new Verdict(false, name + ": no.", "It hides its gradient."));
      } else if (oneStep < HALF) {
        verdicts.add(new Verdict(false, name + ": no.", "One step is enough."));
      } else {
        verdicts.add(new Verdict(false, name + ": no.", "It keeps less than half."));
      }
    }
    return verdicts;
  }

  private static double row(Trial.Outcome outcome, String title, int model) {
    for (int a = 0; a < StrongerAttack.ALL.size(); a++) {
      if (StrongerAttack.ALL.get(a).title().equals(title)) {
        return outcome.accuracies()[a][model];
      }
    }
    throw new IllegalArgumentException(title);
  }

  /** What the numbers of the columns stand for: "1 FGSM; 2 PGD; 3 TRADES". */
  static String key(List<RaceModel> models) {
    return IntStream.range(0, models.size())
        .mapToObj(m -> (m + 1) + " " + models.get(m).name())
        .collect(Collectors.joining("; "));
  }

  /** A share for a table: "96.7", or a dash. */
  static String cell(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
