package epsilonlab.report.handin;

import epsilonlab.report.Table;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report of figures and tables that somebody gathered one by one, each with its settings. */
public final class CollectedReport {
  private CollectedReport() {}

  /**
   * Something that was gathered.
   *
   * @param title its heading
   * @param caption what it shows
   * @param settings with which it was made, in the order in which they are listed
   * @param figure the figure; empty for a table alone
   * @param width of the figure in logical pixels
   * @param table the table; empty for a figure alone
   */
  public record Item(
      String title,
      String caption,
      Map<String, ?> settings,
      Optional<Figure> figure,
      double width,
      Optional<FigureTable> table) {
    /** A figure. */
    public static Item of(
        String title, String caption, Map<String, ?> settings, Figure figure, double width) {
      return new Item(title, caption, settings, Optional.of(figure), width, Optional.empty());
    }

    /** A table. */
    public static Item of(
        String title, String caption, Map<String, ?> settings, FigureTable table) {
      return new Item(title, caption, settings, Optional.empty(), 0, Optional.of(table));
    }
  }

  /**
   * A report, a section an item.
   *
   * @param title its heading
   * @param byline who made it, and when
   * @param environment seed, data set, version and machine, in the order in which they are listed
   * @param networks what the models are that it was made with, by {@link NetworksUsed}
   */
  public static ReportDocument of(
      String title,
      Byline byline,
      Map<String, ?> environment,
      Optional<ReportSection> networks,
      List<Item> items) {
    List<ReportSection> sections = new ArrayList<>(sections(items));
    if (!environment.isEmpty()) {
      sections.add(new ReportSection("Environment", List.of(values("name", environment))));
    }
    networks.ifPresent(sections::add);
    return new ReportDocument(title, byline.words(), "", sections);
  }

  /** A section an item. */
  public static List<ReportSection> sections(List<Item> items) {
    return items.stream().map(CollectedReport::section).toList();
  }

  private static ReportSection section(Item item) {
    List<ReportBlock> blocks = new ArrayList<>();
    item.figure()
        .map(figure -> new ReportBlock.Drawing(figure, item.width(), item.caption()))
        .ifPresent(drawing -> blocks.addAll(drawing.withNumbers()));
    item.table()
        .ifPresent(
            table -> {
              if (item.figure().isEmpty() && !item.caption().isBlank()) {
                blocks.add(new ReportBlock.Paragraph(RichText.plain(item.caption())));
              }
              blocks.add(new ReportBlock.Rows(Table.of(table)));
            });
    if (!item.settings().isEmpty()) {
      blocks.add(values("setting", item.settings()));
    }
    return new ReportSection(item.title(), blocks);
  }

  /** Names and values as a table; numbers stay numbers. */
  static ReportBlock.Rows values(String noun, Map<String, ?> values) {
    Table table = new Table(noun, "value");
    values.forEach(
        (name, value) -> table.add(name, value instanceof Number ? value : String.valueOf(value)));
    return new ReportBlock.Rows(table);
  }
}
