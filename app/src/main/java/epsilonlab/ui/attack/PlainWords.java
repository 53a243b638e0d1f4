package epsilonlab.ui.attack;

import epsilonlab.evaluation.AttackedImage;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.LabSession;
import java.util.Locale;

/** Says in plain words what was just seen, and what to try next. */
final class PlainWords {
  private PlainWords() {}

  static String describe(AttackViewModel model, AttackedImage now) {
    LabSession session = model.session();
    if (session.data().get() == null) {
      return "The digits are being loaded.";
    }
    if (session.model().get() == null) {
      return "There is no model to attack yet. Train one in the Train tab: a small CNN takes about"
          + " ten seconds.";
    }
    if (model.targetIsTheLabel()) {
      return "The target class is what the digit is anyway. Choose another target or another digit.";
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
    double epsilon = model.epsilon().get();
    if (epsilon == 0) {
      return name + " is " + sureBefore + " sure of " + before + ". Move epsilon to attack it.";
    }
    String change =
        String.format(
            Locale.ROOT, "A change of at most %s in every pixel ", Numbers.epsilon(epsilon));
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

  static String whatToTry(AttackViewModel model, AttackedImage now) {
    StringBuilder text = new StringBuilder();
    AttackViewModel.Smallest smallest = model.smallest().get();
    if (smallest.exists()) {
      text.append("•  Go to ε = ")
          .append(Numbers.plain(smallest.value()))
          .append(": the smallest change that still fools the network.\n");
    }
    if (model.attacks().attack().get().id().equals("fgsm")) {
      text.append("•  Five small steps fool more digits than one large one.\n");
    }
    text.append("•  Choose another model: more accurate on clean digits may mean easier to fool.");
    return text.toString();
  }
}
