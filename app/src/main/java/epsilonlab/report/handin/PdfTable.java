package epsilonlab.report.handin;

import epsilonlab.report.Table;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.handin.PdfFonts.Face;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes a table; its header stands again at the top of each page. */
final class PdfTable {
  private static final double SIZE = 9;
  private static final double GAP = 12;
  private static final double PADDING = 2.5;
  private static final double NARROWEST = 34;

  /** So many rows stand on one page; a longer table begins where there is room. */
  private static final int TOGETHER = 15;

  private final PdfPages pages;
  private final PdfText text;
  private final Table table;
  private final double[] widths;

  private PdfTable(PdfPages pages, PdfText text, Table table) {
    this.pages = pages;
    this.text = text;
    this.table = table;
    this.widths = widths();
  }

  static void write(PdfPages pages, PdfText text, Table table) throws IOException {
    new PdfTable(pages, text, table).write();
  }

  /** How high a table is that stands on one page. */
  static double height(PdfPages pages, PdfText text, Table table) {
    PdfTable all = new PdfTable(pages, text, table);
    double height = 4 + 6 + height(all.cells(table.columns(), Face.SEMIBOLD));
    for (List<Object> row : table.rows()) {
      height += height(all.cells(row.stream().map(Table::rounded).toList(), Face.REGULAR));
    }
    return height;
  }

  /** How much of a table must stand on the page on which it begins: all of a short one. */
  static double leastHeight(PdfPages pages, PdfText text, Table table) {
    double all = table.rows().size() > TOGETHER ? PdfPages.HEIGHT : height(pages, text, table);
    return all < PdfPages.HEIGHT ? all : 4 * SIZE * PdfText.LEADING;
  }

  private double[] widths() {
    int columns = table.columns().size();
    double[] widths = new double[columns];
    for (int c = 0; c < columns; c++) {
      widths[c] = text.width(table.columns().get(c), Face.SEMIBOLD, SIZE);
      for (List<Object> row : table.rows()) {
        widths[c] = Math.max(widths[c], text.width(Table.rounded(row.get(c)), Face.REGULAR, SIZE));
      }
    }
    double room = PdfPages.WIDTH - GAP * Math.max(0, columns - 1);
    // the widest give way first, so that short columns stay in one line
    double limit = room;
    while (sum(widths, limit) > room && limit > NARROWEST) {
      limit *= 0.97;
    }
    double scale = Math.min(1, room / sum(widths, limit));
    for (int c = 0; c < columns; c++) {
      widths[c] = Math.max(8, Math.min(widths[c], limit) * scale + 0.02);
    }
    return widths;
  }

  private static double sum(double[] widths, double limit) {
    double sum = 0;
    for (double width : widths) {
      sum += Math.min(width, limit);
    }
    return sum;
  }

  private void write() throws IOException {
    if (table.columns().isEmpty()) {
      return;
    }
    pages.skip(4);
    pages.ensure(leastHeight(pages, text, table));
    header();
    for (List<Object> row : table.rows()) {
      List<PdfText.Block> cells = cells(row.stream().map(Table::rounded).toList(), Face.REGULAR);
      if (pages.ensure(height(cells))) {
        header();
      }
      row(cells, 0.5f, 0xffd0d7de);
    }
    pages.fill(6);
  }

  private void header() throws IOException {
    row(cells(table.columns(), Face.SEMIBOLD), 1, 0xff57606a);
  }

  private List<PdfText.Block> cells(List<String> words, Face face) {
    List<PdfText.Block> cells = new ArrayList<>();
    for (int c = 0; c < words.size(); c++) {
      // a cell of a stranger's table must not fill pages
      String brief =
          words.get(c).length() > 600 ? words.get(c).substring(0, 600) + "…" : words.get(c);
      cells.add(text.block(RichText.plain(brief), face, SIZE, widths[c]));
    }
    return cells;
  }

  private static double height(List<PdfText.Block> cells) {
    double most = cells.stream().mapToDouble(PdfText.Block::height).max().orElse(0);
    return most + 2 * PADDING;
  }

  private void row(List<PdfText.Block> cells, float line, int lineColour) throws IOException {
    double height = height(cells);
    double right = 0;
    pages.fill(PADDING);
    for (int c = 0; c < cells.size(); c++) {
      cells.get(c).write(pages, right, FigureTheme.LIGHT.ink(), table.isNumeric(c), widths[c]);
      right += widths[c] + GAP;
    }
    pages.fill(height - PADDING);
    pages.stream().setLineWidth(line);
    float grey = (lineColour & 255) / 255f;
    pages.stream().setStrokingColor(grey, grey, grey);
    pages.stream().moveTo(pages.x(0), pages.y(0));
    pages.stream().lineTo(pages.x(right - GAP), pages.y(0));
    pages.stream().stroke();
  }
}
