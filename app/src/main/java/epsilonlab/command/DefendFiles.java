package epsilonlab.command;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.data.ImageSet;
import epsilonlab.defence.RaceResult;
import epsilonlab.defence.RobustPoint;
import epsilonlab.defence.RobustTable;
import epsilonlab.defence.Trained;
import epsilonlab.model.Classifier;
import epsilonlab.report.Table;
import java.util.List;

/** The chart of a race, its table, and samples of what the trained networks are attacked with. */
final class DefendFiles {
  private DefendFiles() {}

  static void write(
      CommandRun run,
      RaceResult race,
      List<Classifier> networks,
      RobustTable table,
      ImageSet images) {
    run.files().section("The race");
    Table epochs = new Table("method", "epoch", "clean", "fgsm", "pgd");
    for (Trained trained : race.trained()) {
      for (RobustPoint point : trained.points()) {
        epochs.add(trained.method().id(), point.epochs(), point.clean(), point.fgsm(), point.pgd());
      }
    }
    run.files().table("race", epochs);
    run.files().section("Training against attack");
    Table cells = new Table("epsilon", "trained", "clean", "fgsm", "pgd");
    for (int e = 0; e < table.epsilons().size(); e++) {
      for (RobustTable.Row row : table.rows()) {
        cells.add(
            table.epsilons().get(e), row.name(), row.clean(), row.fgsm().get(e), row.pgd().get(e));
      }
    }
    run.files().table("table", cells);
    if (run.files().areWanted()) {
      AttackPlan pgd = AttackPlan.defaults(Attacks.get("pgd"), run.seed());
      CurveFiles.samples(run, networks, List.of(pgd), images, table.epsilons());
    }
  }
}
