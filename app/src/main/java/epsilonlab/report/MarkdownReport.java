package epsilonlab.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/** The text {@code report.md} that shows a result's tables and pictures, by relative links. */
public final class MarkdownReport {
  /** The name of its file in a result folder. */
  public static final String FILE = "report.md";

  private final StringBuilder text = new StringBuilder();

  /** A report of this title. */
  public MarkdownReport(String title) {
    text.append("# ").append(Table.markdown(title)).append('\n');
  }

  /** Starts a section. */
  public MarkdownReport section(String title) {
    text.append("\n## ").append(Table.markdown(title)).append('\n');
    return this;
  }

  /** Adds a paragraph of plain words. */
  public MarkdownReport text(String words) {
    text.append('\n').append(Table.markdown(words)).append('\n');
    return this;
  }

  /** Adds a table. */
  public MarkdownReport table(Table table) {
    text.append('\n').append(table.toMarkdown());
    return this;
  }

  /** Adds a table of names and values, for example of all settings. */
  public MarkdownReport values(Map<String, ?> values) {
    Table table = new Table("name", "value");
    values.forEach((name, value) -> table.add(name, value instanceof Number ? value : "" + value));
    return table(table);
  }

  /** Shows a picture of the same result folder with a caption. */
  public MarkdownReport picture(String file, String caption) {
    text.append("\n![")
        .append(Table.markdown(caption))
        .append("](")
        .append(link(file))
        .append(")\n\n*")
        .append(Table.markdown(caption))
        .append("*\n");
    return this;
  }

  /** Links a file of the same result folder. */
  public MarkdownReport file(String file, String words) {
    text.append("\n[").append(Table.markdown(words)).append("](").append(link(file)).append(")\n");
    return this;
  }

  private static String link(String file) {
    try {
      String escaped = new URI(null, null, file, null).toASCIIString();
      return escaped.replace("(", "%28").replace(")", "%29");
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException(file + " cannot be linked", impossible);
    }
  }

  /** The text. */
  public String toMarkdown() {
    return text.toString();
  }
}
