package epsilonlab.ui.defend;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.defence.RaceDefaults;
import epsilonlab.evaluation.Adversarial;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.report.figure.DigitWall;
import epsilonlab.ui.LabSession;
import java.util.List;

/** The first test digits, attacked by PGD with every epsilon of the table. */
final class Samples {
  private static final int COUNT = 10;

  private Samples() {}

  /** Computes and describes them; to be called on a job's thread. */
  static DigitWall of(LabSession session, RaceModel model, DataSet data, long seed) {
    ImageSet images = data.test().slice(0, Math.min(COUNT, data.test().size()));
    AttackPlan plan = AttackPlan.defaults(Attacks.get("pgd"), seed);
    try (PreparedAttack prepared =
        PreparedAttack.of(session.compute().join(), model.classifier(), images, i -> i, plan)) {
      List<Adversarial> all = RaceDefaults.ATTACKERS.stream().map(prepared::at).toList();
      return DefendFigures.samples(model.name(), data, images, RaceDefaults.ATTACKERS, all);
    }
  }
}
