package epsilonlab.command;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.data.ImageSet;
import epsilonlab.defence.RaceResult;
import epsilonlab.defence.RobustPoint;
import epsilonlab.defence.RobustTable;
import epsilonlab.defence.Trained;
import epsilonlab.model.Classifier;
import epsilonlab.report.RaceChart;
import epsilonlab.report.Table;
import epsilonlab.report.TrainingAgainstAttack;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingMethods;
import java.util.ArrayList;
import java.util.List;

/** The chart of a race, its table, and samples of what the trained networks are attacked with. */
final class DefendFiles {
  private static final double WIDTH = 680;
  private static final double TABLE_WIDTH = 328;

  private DefendFiles() {}

  private static int epochsOf(RaceResult race) {
    return race.trained().stream().mapToInt(trained -> trained.points().size()).max().orElse(1);
  }

  private static List<TrainingAgainstAttack.Row> rows(RaceResult race, RobustTable table, int e) {
    List<TrainingAgainstAttack.Row> rows = new ArrayList<>();
    for (int m = 0; m < table.rows().size(); m++) {
      RobustTable.Row row = table.rows().get(m);
      TrainingMethod method = race.trained().get(m).method();
      rows.add(
          new TrainingAgainstAttack.Row(
              method.title(),
              SeriesColours.ofMethod(method.id()),
              method != TrainingMethods.STANDARD,
              row.clean(),
              row.fgsm().get(e),
              row.pgd().get(e)));
    }
    return rows;
  }

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
    run.files()
        .figure(
            "race",
            RaceChart.of(
                race.trained().stream()
                    .map(trained -> new RaceChart.Line(trained.method(), trained.points()))
                    .toList(),
                epochsOf(race),
                race.alarms()),
            WIDTH,
            "Accuracy on a sample of the test digits while they train");
    run.files().section("Training against attack");
    Table cells = new Table("epsilon", "trained", "clean", "fgsm", "pgd");
    for (int e = 0; e < table.epsilons().size(); e++) {
      for (RobustTable.Row row : table.rows()) {
        cells.add(
            table.epsilons().get(e), row.name(), row.clean(), row.fgsm().get(e), row.pgd().get(e));
      }
    }
    run.files().table("table", cells);
    for (int e = 0; e < table.epsilons().size(); e++) {
      String epsilon = Numbers.text(table.epsilons().get(e));
      run.files()
          .figure(
              "table-" + epsilon,
              TrainingAgainstAttack.of(rows(race, table, e), table.epsilons().get(e)),
              TABLE_WIDTH,
              "Right answers in percent, the attacker's epsilon is " + epsilon);
    }
    if (run.files().areWanted()) {
      AttackPlan pgd = AttackPlan.defaults(Attacks.get("pgd"), run.seed());
      CurveFiles.samples(run, networks, List.of(pgd), images, table.epsilons());
    }
  }
}
