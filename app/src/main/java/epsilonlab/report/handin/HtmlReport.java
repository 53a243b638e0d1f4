package epsilonlab.report.handin;

import epsilonlab.report.Table;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A report as one HTML page: no scripts, no links, nothing fetched. Pictures are inside; the page
 * follows the reader's light or dark theme, figures keep their light ground.
 */
final class HtmlReport {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ground:#fff;--ink:#24292f;--muted:#57606a;--line:#d0d7de;
      --soft:#f6f8fa;--right:#1a7f37;--wrong:#cf222e}
      @media(prefers-color-scheme:dark){:root{--ground:#0d1117;--ink:#e6edf3;--muted:#8b949e;
      --line:#30363d;--soft:#161b22;--right:#3fb950;--wrong:#f85149}.formula{filter:invert(1)}}
      body{background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,sans-serif;margin:0}
      main{max-width:46rem;margin:0 auto;padding:2rem 1rem 4rem}
      h1{font-size:1.9rem;line-height:1.2;margin:0 0 .4rem}
      h2{font-size:1.25rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--line);
      padding-bottom:.2rem}
      .summary,figcaption{color:var(--muted)}figcaption{font-size:.9rem;margin-top:.3rem}
      figure{margin:1.2rem 0}.row{display:flex;flex-wrap:wrap;gap:0 1.5rem}.row figure{max-width:15rem}figure>*{max-width:100%;height:auto}
      figure .paper{background:#fff;border-radius:6px;display:block}
      .formula{display:block;margin:1rem auto;max-width:100%;height:auto}
      .scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.92rem;margin:1rem 0}
      th,td{border-bottom:1px solid var(--line);padding:.25rem .7rem .25rem 0;text-align:left;
      vertical-align:top;overflow-wrap:anywhere}
      th{border-bottom-width:2px;font-weight:600;overflow-wrap:normal}
      .number{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}
      .card{background:var(--soft);border-radius:6px;margin:1rem 0;padding:.7rem 1rem}
      .card p{margin:.2rem 0;white-space:pre-line}.ask{font-weight:600}
      .right{color:var(--right)}.wrong{color:var(--wrong)}
      i{font-family:'STIX Two Text','Cambria Math',Cambria,serif}
      @media print{body{font-size:11pt}h2,figcaption{break-after:avoid}figure,.card{
      break-inside:avoid}}
      """;

  private final StringBuilder page = new StringBuilder();

  private HtmlReport() {}

  static String text(ReportDocument report) {
    HtmlReport html = new HtmlReport();
    html.write(report);
    return html.page.toString();
  }

  private void write(ReportDocument report) {
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        // whatever a report holds, a browser must not fetch or run anything
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .append(" img-src data:; style-src 'unsafe-inline'\">\n<title>")
        .append(escaped(report.title()))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n<h1>")
        .append(escaped(report.title()))
        .append("</h1>\n");
    if (!report.byline().isBlank()) {
      page.append("<p>").append(escaped(report.byline())).append("</p>\n");
    }
    if (!report.summary().isBlank()) {
      page.append("<p class=\"summary\">").append(escaped(report.summary())).append("</p>\n");
    }
    for (ReportSection section : report.sections()) {
      page.append("<section>\n<h2>").append(escaped(section.title())).append("</h2>\n");
      for (List<ReportBlock> together : PictureRows.of(section.blocks())) {
        page.append(together.size() > 1 ? "<div class=\"row\">\n" : "");
        together.forEach(this::add);
        page.append(together.size() > 1 ? "</div>\n" : "");
      }
      page.append("</section>\n");
    }
    page.append("</main>\n</body>\n</html>\n");
  }

  private void add(ReportBlock block) {
    if (block instanceof ReportBlock.Paragraph paragraph) {
      page.append("<p>").append(inline(paragraph.text())).append("</p>\n");
    } else if (block instanceof ReportBlock.Items items) {
      String tag = items.numbered() ? "ol" : "ul";
      page.append('<').append(tag).append(">\n");
      items.items().forEach(item -> page.append("<li>").append(inline(item)).append("</li>\n"));
      page.append("</").append(tag).append(">\n");
    } else if (block instanceof ReportBlock.Formula formula) {
      formula(FormulaPicture.of(formula.latex()));
    } else if (block instanceof ReportBlock.Rows rows) {
      table(rows.table());
    } else if (block instanceof ReportBlock.Drawing drawing) {
      drawing(drawing);
    } else if (block instanceof ReportBlock.Picture picture) {
      picture(picture);
    } else if (block instanceof ReportBlock.Prediction prediction) {
      prediction(prediction);
    } else if (block instanceof ReportBlock.OwnWords words) {
      page.append("<div class=\"card\"><p class=\"ask\">")
          .append(escaped(words.ask()))
          .append("</p><p>")
          .append(escaped(words.answer()))
          .append("</p></div>\n");
    }
  }

  private void formula(ReportBlock typeset) {
    if (typeset instanceof ReportBlock.Picture picture) {
      image(picture, "formula");
    } else {
      add(typeset);
    }
  }

  private void image(ReportBlock.Picture picture, String style) {
    page.append(
            String.format(
                Locale.ROOT,
                "<img class=\"%s\" width=\"%.0f\" alt=\"",
                style,
                Math.ceil(picture.width())))
        .append(escaped(picture.description()))
        .append("\" src=\"data:image/png;base64,")
        .append(Base64.getEncoder().encodeToString(picture.png()))
        .append("\">\n");
  }

  private void drawing(ReportBlock.Drawing drawing) {
    double height = drawing.figure().preferredHeight(drawing.width(), FigureTheme.LIGHT);
    String svg =
        FigureExport.svgElement(drawing.figure(), drawing.width(), height, FigureTheme.LIGHT);
    // as a picture: ids of two figures in one page would get into each other's way
    page.append("<figure>\n")
        .append(
            String.format(
                Locale.ROOT,
                "<img class=\"paper\" width=\"%.0f\" alt=\"",
                drawing.width() + 2 * FigureExport.MARGIN))
        .append(escaped(FigureExport.description(drawing.figure(), FigureTheme.LIGHT)))
        .append("\" src=\"data:image/svg+xml;base64,")
        .append(
            Base64.getEncoder()
                .encodeToString(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .append("\">\n");
    caption(drawing.caption());
    page.append("</figure>\n");
  }

  private void picture(ReportBlock.Picture picture) {
    page.append("<figure>\n");
    image(picture, "paper");
    caption(picture.caption());
    page.append("</figure>\n");
  }

  private void caption(String caption) {
    if (!caption.isBlank()) {
      page.append("<figcaption>").append(escaped(caption)).append("</figcaption>\n");
    }
  }

  private void table(Table table) {
    page.append("<div class=\"scroll\"><table>\n<thead><tr>");
    for (int i = 0; i < table.columns().size(); i++) {
      cell("th", table, i, table.columns().get(i));
    }
    page.append("</tr></thead>\n<tbody>\n");
    for (List<Object> row : table.rows()) {
      page.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        cell("td", table, i, Table.rounded(row.get(i)));
      }
      page.append("</tr>\n");
    }
    page.append("</tbody></table></div>\n");
  }

  private void cell(String tag, Table table, int column, String text) {
    page.append('<')
        .append(tag)
        .append(table.isNumeric(column) ? " class=\"number\">" : ">")
        .append(escaped(text))
        .append("</")
        .append(tag)
        .append('>');
  }

  private void prediction(ReportBlock.Prediction prediction) {
    page.append("<div class=\"card\"><p class=\"ask\">")
        .append(escaped(prediction.ask()))
        .append("</p><p>Predicted: ")
        .append(escaped(prediction.guess()))
        .append("</p><p>Found: ")
        .append(escaped(prediction.truth()))
        .append("</p><p class=\"")
        .append(prediction.right() ? "right\">✓ " : "wrong\">✗ ")
        .append(escaped(prediction.words()))
        .append("</p></div>\n");
  }

  private static String inline(RichText line) {
    StringBuilder all = new StringBuilder();
    for (RichText.Run run : line.runs()) {
      String words = escaped(run.text());
      switch (run.style()) {
        case PLAIN -> all.append(words);
        case BOLD -> all.append("<b>").append(words).append("</b>");
        case SYMBOL -> all.append("<i>").append(words).append("</i>");
        case SUBSCRIPT -> all.append("<sub>").append(words).append("</sub>");
      }
    }
    return all.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
