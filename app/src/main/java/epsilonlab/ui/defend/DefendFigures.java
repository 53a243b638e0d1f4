package epsilonlab.ui.defend;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.defence.RobustTableJob.Against;
import epsilonlab.defence.StrongerAttack;
import epsilonlab.evaluation.Adversarial;
import epsilonlab.evaluation.AttackedImage;
import epsilonlab.report.TrainingAgainstAttack;
import epsilonlab.report.figure.DigitComparison;
import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.HeatTable;
import epsilonlab.report.figure.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The figures of the Defend tab. */
final class DefendFigures {
  private DefendFigures() {}

  /** Training against attack; null while there are no networks. */
  static HeatTable table(TableCells cells, double epsilon) {
    if (cells.models().isEmpty()) {
      return null;
    }
    List<TrainingAgainstAttack.Row> rows = new ArrayList<>();
    for (int m = 0; m < cells.models().size(); m++) {
      RaceModel model = cells.models().get(m);
      rows.add(
          new TrainingAgainstAttack.Row(
              model.name(),
              model.colour(),
              model.isDefended(),
              cells.at(m, Against.CLEAN, epsilon),
              cells.at(m, Against.FGSM, epsilon),
              cells.at(m, Against.PGD, epsilon)));
    }
    return TrainingAgainstAttack.of(rows, epsilon);
  }

  /** The same digit under every network; null before the first. */
  static DigitComparison comparison(SameDigit.Shown shown) {
    if (shown == null) {
      return null;
    }
    List<DigitComparison.Column> columns = new ArrayList<>();
    for (int m = 0; m < shown.models().size(); m++) {
      AttackedImage digit = shown.digits().get(m);
      boolean fooled = digit.answerAfter() != digit.label();
      columns.add(
          new DigitComparison.Column(
              shown.models().get(m).name(),
              shown.models().get(m).colour(),
              digit.adversarial(),
              digit.perturbation(),
              caption(shown.data(), digit.label(), digit.answerAfter()),
              Numbers.percent(digit.probabilitiesAfter()[digit.answerAfter()]),
              fooled));
    }
    return new DigitComparison(columns, shown.epsilon());
  }

  /** "0 → 2", or the answer alone where it is right; words do not fit beside an arrow. */
  private static String caption(DataSet data, int truth, int answer) {
    String name = data.classNames().get(answer);
    boolean words = !data.classNames().get(0).equals("0");
    return words || truth == answer ? name : data.classNames().get(truth) + " → " + name;
  }

  /** A few digits at every epsilon, a row each. */
  static DigitWall samples(
      String name, DataSet data, ImageSet images, List<Double> epsilons, List<Adversarial> all) {
    List<DigitWall.Tile> tiles = new ArrayList<>();
    for (int e = 0; e < epsilons.size(); e++) {
      Adversarial attacked = all.get(e);
      for (int i = 0; i < attacked.size(); i++) {
        tiles.add(
            new DigitWall.Tile(
                attacked.images()[i],
                caption(data, images.label(i), attacked.answers()[i]),
                "ε " + Numbers.plain(epsilons.get(e)),
                attacked.success()[i] ? DigitWall.State.FOOLED : DigitWall.State.RIGHT));
      }
    }
    return new DigitWall(tiles, images.size(), 2, name + ", attacked by PGD");
  }

  /** The stronger attacks as numbers in percent. */
  static FigureTable trial(Trial.Outcome outcome) {
    List<String> header = new ArrayList<>(List.of("attack"));
    List<List<Object>> rows = new ArrayList<>();
    if (outcome != null) {
      outcome.models().forEach(model -> header.add(model.name()));
      for (int a = 0; a < outcome.accuracies().length; a++) {
        rows.add(row(StrongerAttack.ALL.get(a).title(), outcome.accuracies()[a]));
      }
      rows.add(row(StrongerAttack.ALL_TOGETHER, outcome.together()));
    }
    return new FigureTable(header, rows);
  }

  private static List<Object> row(String title, double[] shares) {
    List<Object> row = new ArrayList<>(List.of(title));
    for (double share : shares) {
      row.add(Double.isNaN(share) ? null : Math.round(share * 10000) / 100.0);
    }
    return row;
  }
}
