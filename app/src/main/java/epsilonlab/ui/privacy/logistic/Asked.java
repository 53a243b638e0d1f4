package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.privacy.Roc;
import epsilonlab.privacy.inference.Answers;
import epsilonlab.privacy.inference.LogisticTarget;
import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.privacy.logistic.LogisticModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one model, with one draw of noise on its weights, says of members and non-members.
 *
 * @param variance of the noise; 0 for none
 */
record Asked(FitPoint fit, double variance, Answers members, Answers others) {
  /** Asks; on a job's thread. */
  static Asked of(Compute compute, DataSet data, FitPoint fit, double variance, long seed) {
    Seed noise = Seed.of(seed).split("noise that is looked at").split(fit.n());
    LogisticModel model = fit.fit().model();
    LogisticTarget target =
        new LogisticTarget(compute, variance == 0 ? model : model.withNoise(variance, noise));
    return new Asked(
        fit,
        variance,
        target.answers(data.train().slice(0, fit.n())),
        target.answers(data.test().slice(0, fit.n())));
  }

  /** The curve of an attack that needs no other models. */
  Roc roc(MembershipAttack attack) {
    return Roc.of(members.scores(attack.score()), others.scores(attack.score()));
  }

  /** The members that the model gets right, by their number. */
  List<Integer> membersRight() {
    return IntStream.range(0, members.size()).filter(members::isRight).boxed().toList();
  }

  /** The non-members that it gets wrong. */
  List<Integer> othersWrong() {
    return IntStream.range(0, others.size()).filter(i -> !others.isRight(i)).boxed().toList();
  }

  /** The class with the largest logit. */
  static int answer(Answers answers, int i) {
    int classes = answers.classes();
    double[] logits = Arrays.copyOfRange(answers.logits(), i * classes, (i + 1) * classes);
    int best = 0;
    for (int k = 1; k < classes; k++) {
      if (logits[k] > logits[best]) {
        best = k;
      }
    }
    return best;
  }
}
