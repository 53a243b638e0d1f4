package epsilonlab.ui.attack;

import epsilonlab.evaluation.AttackedImage;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.LabSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in plain words what was just seen, and what to try next. */
final class PlainWords {
  private PlainWords() {}

  static String describe(AttackViewModel model, AttackedImage now) {
    LabSession session = model.session();
    String missing = missing(model.missing().get());
    if (!missing.isEmpty()) {
      return missing;
    }
    if (now == null) {
      return "The attack is being computed.";
    }
    String name = session.model().get().card().name();
    String before = ClassNames.withArticle(session, now.answerBefore());
    String after = ClassNames.withArticle(session, now.answerAfter());
    String sureBefore = Numbers.percent(now.probabilitiesBefore()[now.answerBefore()]);
    String sureAfter = Numbers.percent(now.probabilitiesAfter()[now.answerAfter()]);
    String truth = ClassNames.withArticle(session, now.label());
    double epsilon = model.attackedEpsilon();
    if (epsilon == 0) {
      return name + " is " + sureBefore + " sure of " + before + ". Move epsilon to attack it.";
    }
    String change = change(model) + " ";
    if (now.answerBefore() != now.label()) {
      return name + " took " + truth + " for " + before + " even without an attack.";
    }
    if (now.answerAfter() != now.label()) {
      return name
          + " was "
          + sureBefore
          + " sure of "
          + before
          + ". "
          + change
          + "made it "
          + sureAfter
          + " sure of "
          + after
          + ". You still see "
          + truth
          + ".";
    }
    return name
        + " was "
        + sureBefore
        + " sure of "
        + before
        + ". "
        + change
        + "leaves it "
        + sureAfter
        + " sure.";
  }

  /** "A change of at most 0.10 in every pixel". */
  private static String change(AttackViewModel model) {
    double epsilon = model.attackedEpsilon();
    return switch (model.attackedNorm()) {
      case LINF -> "A change of at most " + Numbers.epsilon(epsilon) + " in every pixel";
      case L2 -> String.format(Locale.ROOT, "A change of length at most %.2f", epsilon);
      case L0 -> String.format(Locale.ROOT, "A change of at most %.0f pixels", epsilon);
    };
  }

  /** One sentence for what is missing; empty if nothing is. */
  static String missing(AttackViewModel.Missing what) {
    return switch (what) {
      case NOTHING -> "";
      case DATA -> "The digits are being loaded.";
      case MODEL -> "There is no model to attack yet: train one, it takes about ten seconds.";
      case SOURCE -> "Transfer needs a second model: train one.";
      case OTHER_TARGET ->
          "The target class is what the digit is anyway: choose another target or another digit.";
    };
  }

  /** One short sentence for the projector. */
  static String forProjector(AttackViewModel model, AttackedImage now) {
    if (now == null) {
      return missing(model.missing().get());
    }
    LabSession session = model.session();
    String answer = ClassNames.withArticle(session, now.answerAfter());
    String sure = Numbers.percent(now.probabilitiesAfter()[now.answerAfter()]);
    if (model.attackedEpsilon() == 0) {
      return "Without a change the network is " + sure + " sure of " + answer + ".";
    }
    return change(model)
        + ", and the network is "
        + (now.answerAfter() == now.answerBefore() ? "still " : "")
        + sure
        + " sure of "
        + answer
        + ".";
  }

  /** What to try next, one line each. */
  static List<String> whatToTry(AttackViewModel model) {
    List<String> lines = new ArrayList<>();
    AttackViewModel.Smallest smallest = model.smallest().get();
    if (smallest.exists() && smallest.value() > 0) {
      lines.add(
          "Go to ε = "
              + Numbers.plain(smallest.value())
              + ": the smallest change that still fools the network.");
    }
    if (model.attacks().attack().get().id().equals("fgsm")) {
      lines.add("Five small steps fool more digits than one large one.");
    }
    lines.add("Choose another model: more accurate on clean digits may mean easier to fool.");
    return lines;
  }
}
