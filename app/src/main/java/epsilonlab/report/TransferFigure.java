package epsilonlab.report;

import epsilonlab.report.figure.HeatTable;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The transfer matrix as a heat table: crafted on the row's model, tried on the column's. */
public final class TransferFigure {
  private TransferFigure() {}

  /**
   * The table; what is not known yet is empty.
   *
   * @param names the models
   * @param dots their colours
   * @param matrix accuracies in [0, 1] by row; rows from {@code matrix.size()} on are not known
   * @param attack its name
   */
  public static HeatTable of(
      List<String> names,
      List<? extends Hue> dots,
      List<double[]> matrix,
      String attack,
      double epsilon) {
    List<HeatTable.Row> rows = new ArrayList<>();
    for (int crafted = 0; crafted < names.size(); crafted++) {
      List<HeatTable.Cell> cells = new ArrayList<>();
      for (int tried = 0; tried < names.size(); tried++) {
        boolean known = crafted < matrix.size();
        cells.add(HeatTable.Cell.of(known ? matrix.get(crafted)[tried] : Double.NaN));
      }
      rows.add(new HeatTable.Row(names.get(crafted), dots.get(crafted), cells));
    }
    String title = "Right answers in percent, " + attack + ", ε = " + Numbers.plain(epsilon);
    return new HeatTable(
        title + "; rows: crafted on, columns: tried on", "crafted on", names, rows);
  }
}
