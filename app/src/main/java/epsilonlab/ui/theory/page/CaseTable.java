package epsilonlab.ui.theory.page;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/** The cases of a theorem: a row a case, its formulas in columns. */
public final class CaseTable extends GridPane {
  private static final double FORMULA = 18;

  private final PageKit kit;
  private int rows = 1;

  /**
   * With the columns' headings.
   *
   * @param names how wide the column of the cases' names is, in percent
   */
  public CaseTable(PageKit kit, double names, String... columns) {
    this.kit = kit;
    getStyleClass().add("case-table");
    setMinWidth(0);
    getColumnConstraints().add(percent(names));
    add(cell(new HBox()), 0, 0);
    for (int c = 0; c < columns.length; c++) {
      getColumnConstraints().add(percent((100 - names) / columns.length));
      HBox head = cell(new HBox(kit.mutedMaths(columns[c])));
      head.getStyleClass().add("case-head");
      add(head, c + 1, 0);
    }
  }

  /**
   * Adds a case.
   *
   * @param name with symbols between dollar signs
   * @param formulas in LaTeX, one a column
   */
  public void row(Node sign, String name, String... formulas) {
    HBox first = cell(new HBox(4, sign, kit.maths(name)));
    add(first, 0, rows);
    for (int c = 0; c < formulas.length; c++) {
      add(cell(new HBox(kit.formula(formulas[c], FORMULA))), c + 1, rows);
    }
    rows++;
  }

  private static ColumnConstraints percent(double width) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(width);
    return column;
  }

  private static HBox cell(HBox cell) {
    cell.setAlignment(Pos.CENTER_LEFT);
    cell.getStyleClass().add("case-cell");
    return cell;
  }
}
