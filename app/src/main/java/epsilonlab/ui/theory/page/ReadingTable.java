package epsilonlab.ui.theory.page;

import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.MathsText;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.component.TableMenu;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * Formula against measurement: a row a number, a column a case. The numbers' places are fixed, so
 * that nothing moves while a point is dragged.
 */
public final class ReadingTable extends GridPane {
  private final ObservableValue<FigureTheme> theme;
  private final TableMenu menu;
  private final List<String> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  /** A row: its name and its numbers as they stand. */
  private record Row(String name, List<Label> cells) {}

  /**
   * A column's heading.
   *
   * @param name with symbols between dollar signs; empty for a table of one column
   * @param sign before it; may be null
   */
  public record Column(String name, Node sign) {}

  /** A table without rows. */
  public ReadingTable(
      LabServices services, ObservableValue<FigureTheme> theme, String file, Column... heads) {
    this.theme = theme;
    getStyleClass().add("reading-table");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    getColumnConstraints().add(names);
    menu =
        new TableMenu(
            this::toTable,
            file,
            ExportPorts.files(services.dialogs()),
            ExportPorts.notices(services.messages()));
    boolean headless = Arrays.stream(heads).allMatch(head -> head.name().isEmpty());
    if (!headless) {
      add(headed(new HBox()), 0, 0);
    }
    for (Column head : heads) {
      ColumnConstraints column = new ColumnConstraints();
      column.setHalignment(HPos.RIGHT);
      column.setMinWidth(58);
      getColumnConstraints().add(column);
      columns.add(headless ? "value" : MathsText.parse(head.name()).plain());
      if (headless) {
        continue;
      }
      HBox box = new HBox(4);
      if (head.sign() != null) {
        box.getChildren().add(head.sign());
      }
      box.getChildren().add(maths(head.name(), false));
      box.setAlignment(Pos.CENTER_RIGHT);
      add(headed(box), columns.size(), 0);
    }
  }

  private static HBox headed(HBox box) {
    box.getStyleClass().add("reading-head");
    return box;
  }

  private MathLabel maths(String text, boolean muted) {
    MathLabel label = new MathLabel(text).onOneLine();
    label.themeProperty().bind(theme);
    label.mutedProperty().set(muted);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return label;
  }

  /** Copies and saves the numbers; for a corner of the card. */
  public TableMenu menu() {
    return menu;
  }

  /**
   * Adds a row.
   *
   * @param id begins the ids of its cells: "id-0", "id-1", ...
   * @param name with symbols between dollar signs
   * @return its cells, empty, one a column
   */
  public List<Label> row(String id, String name) {
    int y = rows.size() + 1;
    HBox first = new HBox(maths(name, true));
    first.setAlignment(Pos.CENTER_LEFT);
    first.getStyleClass().addAll("reading-cell", "reading-name");
    add(first, 0, y);
    List<Label> cells = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      Label cell = new Label();
      cell.setId(id + "-" + c);
      cell.getStyleClass().addAll("value", "reading-cell");
      cell.setMaxWidth(Double.MAX_VALUE);
      cell.setMinWidth(Region.USE_PREF_SIZE);
      cells.add(cell);
      add(cell, c + 1, y);
    }
    rows.add(new Row(MathsText.parse(name).plain(), cells));
    return cells;
  }

  /** The numbers as they stand. */
  public FigureTable toTable() {
    List<String> header = new ArrayList<>(List.of("quantity"));
    header.addAll(columns);
    List<List<Object>> out = new ArrayList<>();
    for (Row row : rows) {
      List<Object> line = new ArrayList<>(List.of(row.name()));
      row.cells().forEach(cell -> line.add(cell.getText()));
      out.add(line);
    }
    return new FigureTable(header, out);
  }
}
