package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.privacy.Confusion;
import epsilonlab.privacy.Roc;
import epsilonlab.privacy.inference.Answers;
import epsilonlab.privacy.inference.LogisticTarget;
import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.privacy.logistic.LogisticModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What one model, with one draw of noise on its weights, says of members and non-members.
 *
 * @param variance of the noise; 0 for none
 * @param best what each of the {@link PlainAttacks} finds with its best threshold
 * @param membersRight the members that the model gets right, by their number
 * @param othersWrong the non-members that it gets wrong
 */
record Asked(
    FitPoint fit,
    double variance,
    Answers members,
    Answers others,
    Map<MembershipAttack, Confusion> best,
    List<Integer> membersRight,
    List<Integer> othersWrong) {
  /** Asks; on a job's thread. */
  static Asked of(Compute compute, DataSet data, FitPoint fit, double variance, long seed) {
    Seed noise = Seed.of(seed).split("noise that is looked at").split(fit.n());
    LogisticModel model = fit.fit().model();
    LogisticModel asked = variance == 0 ? model : model.withNoise(variance, noise);
    Answers members = members(compute, data, asked, fit.n());
    Answers others = others(compute, data, asked, fit.n());
    Map<MembershipAttack, Confusion> best = new EnumMap<>(MembershipAttack.class);
    PlainAttacks.ALL.forEach(
        attack -> best.put(attack, roc(attack, members, others).best().confusion()));
    return new Asked(
        fit,
        variance,
        members,
        others,
        best,
        IntStream.range(0, members.size()).filter(members::isRight).boxed().toList(),
        IntStream.range(0, others.size()).filter(i -> !others.isRight(i)).boxed().toList());
  }

  /** The best balanced accuracy of an attack on a model without noise; on a job's thread. */
  static double accuracy(Compute compute, DataSet data, FitPoint fit, MembershipAttack attack) {
    LogisticModel model = fit.fit().model();
    Answers members = members(compute, data, model, fit.n());
    return roc(attack, members, others(compute, data, model, fit.n()))
        .best()
        .confusion()
        .balancedAccuracy();
  }

  private static Answers members(Compute compute, DataSet data, LogisticModel model, int n) {
    return new LogisticTarget(compute, model).answers(data.train().slice(0, n));
  }

  private static Answers others(Compute compute, DataSet data, LogisticModel model, int n) {
    return new LogisticTarget(compute, model).answers(data.test().slice(0, n));
  }

  /** The curve of an attack that needs no other models. */
  private static Roc roc(MembershipAttack attack, Answers members, Answers others) {
    return Roc.of(members.scores(attack.score()), others.scores(attack.score()));
  }
}
