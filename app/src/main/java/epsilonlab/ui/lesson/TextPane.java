package epsilonlab.ui.lesson;

import epsilonlab.lesson.Block;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.Template;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.RichText;
import epsilonlab.ui.component.FormulaView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a lesson says: paragraphs, lists, tables and formulas, with the numbers of this run. */
final class TextPane extends VBox {
  private static final double FORMULA = 17;

  private final ObservableValue<FigureTheme> theme;
  // one a text with placeholders
  private final List<Consumer<Facts>> texts = new ArrayList<>();

  TextPane(List<Block> blocks, ObservableValue<FigureTheme> theme) {
    this.theme = theme;
    getStyleClass().add("lesson-text");
    setMinHeight(USE_PREF_SIZE);
    blocks.forEach(block -> getChildren().add(node(block)));
  }

  /** One line of text. */
  static TextPane of(Template text, ObservableValue<FigureTheme> theme) {
    return new TextPane(List.of(new Block.Paragraph(text)), theme);
  }

  /** The same words, with percent signs that stay with their numbers. */
  static String unbroken(String words) {
    return words.replace(" %", "\u00a0%");
  }

  /** Fills the placeholders. */
  void fill(Facts facts) {
    texts.forEach(text -> text.accept(facts));
  }

  private Node node(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      return words(paragraph.text());
    }
    if (block instanceof Block.Items items) {
      return list(items);
    }
    return block instanceof Block.Formula formula ? formula(formula) : table((Block.Rows) block);
  }

  private RichText words(Template template) {
    StringProperty text = new SimpleStringProperty("");
    texts.add(facts -> text.set(unbroken(template.fill(facts))));
    RichText words = new RichText(text);
    words.setMinHeight(USE_PREF_SIZE);
    return words;
  }

  private Node list(Block.Items items) {
    VBox all = new VBox();
    all.getStyleClass().add("lesson-items");
    for (int i = 0; i < items.items().size(); i++) {
      Label mark = new Label(items.numbered() ? i + 1 + "." : "•");
      mark.getStyleClass().add("lesson-mark");
      mark.setMinWidth(USE_PREF_SIZE);
      RichText words = words(items.items().get(i));
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox row = new HBox(8, mark, words);
      all.getChildren().add(row);
    }
    return all;
  }

  private Node formula(Block.Formula formula) {
    FormulaView view = new FormulaView(formula.latex(), FORMULA);
    view.themeProperty().bind(theme);
    ScrollPane wide = new ScrollPane(view);
    wide.getStyleClass().add("lesson-formula");
    wide.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    wide.setFocusTraversable(false);
    wide.setFitToHeight(true);
    return wide;
  }

  private Node table(Block.Rows rows) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("lesson-table");
    row(grid, 0, rows.header());
    for (int r = 0; r < rows.rows().size(); r++) {
      row(grid, r + 1, rows.rows().get(r));
    }
    return grid;
  }

  private void row(GridPane grid, int row, List<Template> cells) {
    for (int c = 0; c < cells.size(); c++) {
      RichText cell = words(cells.get(c));
      cell.getStyleClass().add(row == 0 ? "lesson-head-cell" : "lesson-cell");
      GridPane.setHgrow(cell, Priority.ALWAYS);
      grid.add(cell, c, row);
    }
  }
}
