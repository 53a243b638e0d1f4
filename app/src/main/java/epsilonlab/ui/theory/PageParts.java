package epsilonlab.ui.theory;

import epsilonlab.report.Table;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigurePanels;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.FormulaFigure;
import epsilonlab.theory.CheckResult;
import epsilonlab.ui.TabNodes;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.theory.page.PageKit;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.ReadingTable;
import epsilonlab.ui.theory.page.TheoryPage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Where on a page things are that lessons cover or lock, and reports show. */
final class PageParts {
  private static final String QUANTITY = "quantity";
  private static final String VALUE = "value";
  private static final String DIFFERENCE = "largest difference";

  private PageParts() {}

  /**
   * @param choose the left column
   * @param statement the formula with its cases
   * @param derivation what takes the drawing's place
   * @param read the right column
   */
  static TabParts of(
      TheoryPage page,
      TheoremCheck check,
      Region choose,
      Region statement,
      Region drawing,
      Region derivation,
      Region read) {
    TabParts parts =
        new TabParts()
            .figure("theory.formula", statement, () -> formula(page.text()))
            .figure("theory.drawing", drawing, () -> drawing(page))
            .part("theory.derivation", derivation)
            .repeats("theory.derivation", "theory.formula")
            .table("theory.numbers", read, () -> numbers(read, check.result().get()));
    TabNodes nodes = new TabNodes(choose);
    page.sliders()
        .forEach((fact, quantity) -> parts.control(fact, nodes.get(PageKit.sliderId(quantity))));
    return parts;
  }

  private static Figure formula(PageText text) {
    List<String> lines = new ArrayList<>();
    lines.add(text.formula().stream().map(PageText.Piece::tex).collect(Collectors.joining(" ")));
    if (!text.condition().isEmpty()) {
      lines.add(text.condition());
    }
    return new FormulaFigure(lines);
  }

  private static Figure drawing(TheoryPage page) {
    List<FigurePanels.Panel> panels = new ArrayList<>();
    page.figures()
        .forEach(
            (name, figure) ->
                panels.add(
                    new FigurePanels.Panel(
                        name.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                            + name.substring(1).replace('-', ' '),
                        figure)));
    return panels.isEmpty()
        ? null
        : panels.size() == 1 ? panels.get(0).figure() : new FigurePanels(panels, 2);
  }

  /** All tables in view one below the other, and what the check found. */
  private static Table numbers(Region read, CheckResult check) {
    List<FigureTable> tables =
        TabNodes.below(read, ReadingTable.class).stream()
            .filter(table -> isShown(table, read))
            .map(ReadingTable::toTable)
            .toList();
    Set<String> columns = new LinkedHashSet<>(List.of(QUANTITY));
    tables.forEach(table -> columns.addAll(names(table)));
    if (check != null) {
      columns.add(DIFFERENCE);
    }
    List<String> header = List.copyOf(columns);
    Table all = new Table(header.toArray(String[]::new));
    for (FigureTable table : tables) {
      table.rows().forEach(row -> all.add(spread(header, names(table), row)));
    }
    if (check != null) {
      for (CheckResult.Outcome claim : check.claims()) {
        String name = claim.claim().sentence() + " (" + check.instances() + " cases)";
        all.add(
            spread(
                header, List.of(QUANTITY, DIFFERENCE), List.of(name, claim.largestDifference())));
      }
    }
    return all;
  }

  // a table of one column may call it "value" or not at all
  private static List<String> names(FigureTable table) {
    return table.header().stream().map(name -> name.isEmpty() ? VALUE : name).toList();
  }

  private static Object[] spread(List<String> header, List<String> columns, List<?> row) {
    Object[] cells = new Object[header.size()];
    for (int i = 0; i < columns.size(); i++) {
      cells[header.indexOf(columns.get(i))] = row.get(i);
    }
    return cells;
  }

  // a page of two drawings hides the tables of the other one
  private static boolean isShown(Node node, Node within) {
    boolean shown = true;
    for (Node at = node; at != within; at = at.getParent()) {
      shown &= at.isManaged();
    }
    return shown;
  }
}
