package epsilonlab.report.handin;

import static epsilonlab.report.Table.markdown;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A report as Markdown.
 *
 * @param text the file
 * @param pictures the pictures that it shows, by their names relative to it
 */
record MarkdownHandIn(String text, Map<String, byte[]> pictures) {
  /**
   * Writes a report.
   *
   * @param folder where the pictures will be, relative to the text
   */
  static MarkdownHandIn of(ReportDocument report, String folder) {
    Writer writer = new Writer(folder);
    writer.text.append("# ").append(markdown(report.title())).append('\n');
    writer.paragraph(markdown(report.byline()));
    writer.paragraph(markdown(report.summary()));
    for (ReportSection section : report.sections()) {
      writer.text.append("\n## ").append(markdown(section.title())).append('\n');
      section.blocks().forEach(writer::add);
    }
    return new MarkdownHandIn(writer.text.toString(), writer.pictures);
  }

  private static final class Writer {
    private final StringBuilder text = new StringBuilder();
    private final Map<String, byte[]> pictures = new LinkedHashMap<>();
    private final String folder;

    Writer(String folder) {
      this.folder = folder;
    }

    void add(ReportBlock block) {
      if (block instanceof ReportBlock.Paragraph paragraph) {
        paragraph(inline(paragraph.text()));
      } else if (block instanceof ReportBlock.Items items) {
        text.append('\n');
        int number = 0;
        for (RichText item : items.items()) {
          text.append(items.numbered() ? ++number + ". " : "- ").append(inline(item)).append('\n');
        }
      } else if (block instanceof ReportBlock.Formula formula) {
        add(FormulaPicture.of(formula.latex()));
      } else if (block instanceof ReportBlock.Rows rows) {
        text.append('\n').append(rows.table().toMarkdown());
      } else if (block instanceof ReportBlock.Drawing drawing) {
        picture(Painted.of(drawing));
      } else if (block instanceof ReportBlock.Picture picture) {
        picture(picture);
      } else if (block instanceof ReportBlock.Prediction prediction) {
        prediction(prediction);
      } else if (block instanceof ReportBlock.OwnWords words) {
        paragraph("**" + markdown(words.ask()) + "**");
        words.answer().lines().forEach(line -> text.append("\n> ").append(markdown(line)));
        text.append('\n');
      }
    }

    private void paragraph(String escaped) {
      if (!escaped.isBlank()) {
        // a line that begins like a list or a heading is none
        text.append('\n').append(escaped.replaceFirst("^(\\s*)([#+-]|[0-9]+[.)])", "$1\\\\$2"));
        text.append('\n');
      }
    }

    private static String inline(RichText line) {
      StringBuilder all = new StringBuilder();
      for (RichText.Run run : line.runs()) {
        String words = markdown(run.text());
        switch (run.style()) {
          case PLAIN -> all.append(words);
          case BOLD -> all.append("**").append(words).append("**");
          case SYMBOL -> all.append('*').append(words).append('*');
          case SUBSCRIPT -> all.append("<sub>").append(words).append("</sub>");
        }
      }
      return all.toString();
    }

    private void picture(ReportBlock.Picture picture) {
      String name = folder + "/picture-" + (pictures.size() + 1) + ".png";
      pictures.put(name, picture.png());
      text.append("\n![")
          .append(markdown(picture.description()))
          .append("](")
          .append(name.replace(" ", "%20").replace("(", "%28").replace(")", "%29"))
          .append(")\n");
      if (!picture.caption().isBlank()) {
        text.append("\n*").append(markdown(picture.caption())).append("*\n");
      }
    }

    private void prediction(ReportBlock.Prediction prediction) {
      paragraph("**" + markdown(prediction.ask()) + "**");
      text.append("\n| predicted | found | |\n| --- | --- | --- |\n| ")
          .append(markdown(prediction.guess()))
          .append(" | ")
          .append(markdown(prediction.truth()))
          .append(" | ")
          .append(markdown((prediction.right() ? "✓ " : "✗ ") + prediction.words()))
          .append(" |\n");
    }
  }
}
