package epsilonlab.command;

import epsilonlab.engine.HostTensor;
import epsilonlab.model.ModelCard;
import epsilonlab.model.Safetensors;
import epsilonlab.model.Weights;
import epsilonlab.report.MarkdownReport;
import epsilonlab.report.Npy;
import epsilonlab.report.PngHeader;
import epsilonlab.report.ResultDocument;
import epsilonlab.report.ResultFolder;
import epsilonlab.report.Table;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.handin.HandInReport;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.report.handin.ReportDocument;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a command leaves in {@code --out}; without that option every method does nothing. */
final class ResultFiles implements AutoCloseable {
  /** What {@link #handIn} writes. */
  static final List<String> HAND_IN = List.of("report.pdf", "report.html", MarkdownReport.FILE);

  private final ResultFolder out;
  private final MarkdownReport report;
  private final CapsuleWriter capsule;
  private boolean isHandIn;

  /**
   * Checks that the folder can be written before any work starts.
   *
   * @param folder null for none
   * @param capsule takes the same figures, tables and weights; null for none
   */
  ResultFiles(Path folder, String title, CapsuleWriter capsule) {
    this.out = folder == null ? null : ResultFolder.prepare(folder);
    this.report = new MarkdownReport(title);
    this.capsule = capsule;
  }

  /** Whether files are wanted. */
  boolean areWanted() {
    return out != null || capsule != null;
  }

  /** Starts a section of the report. */
  void section(String title) {
    report.section(title);
    if (capsule != null) {
      capsule.shown().section(title);
    }
  }

  private void show(ReportBlock block) {
    if (capsule != null) {
      capsule.shown().add(block);
    }
  }

  /** Writes a table as CSV and into the report. */
  void table(String name, Table table) {
    show(new ReportBlock.Rows(table));
    if (out != null) {
      out.write(name + ".csv", table.toCsv());
      report.table(table);
    }
  }

  /** Writes a table as CSV that is too long for the report, which links it. */
  void longTable(String name, Table table, String words) {
    if (out != null) {
      out.write(name + ".csv", table.toCsv());
      report.file(name + ".csv", words);
    }
  }

  /** Writes a picture and shows it in the report. */
  void picture(String name, byte[] png, String caption) {
    if (name.endsWith(".png")) {
      show(new ReportBlock.Picture(png, pictureWidth(png), caption, caption));
    }
    if (out != null) {
      out.write(name, png);
      report.picture(name, caption);
    }
  }

  private static double pictureWidth(byte[] png) {
    // two pixels a logical pixel, as figures have
    return PngHeader.of(png).orElseThrow().width() / 2.0;
  }

  /** Writes a figure as PNG and SVG and shows it in the report. */
  void figure(String name, Figure figure, double width, String caption) {
    new ReportBlock.Drawing(figure, width, caption).withNumbers().forEach(this::show);
    if (out != null) {
      double height = figure.preferredHeight(width, FigureTheme.LIGHT);
      FigureExport.png(figure, width, height, FigureTheme.LIGHT, out.file(name + ".png"));
      FigureExport.svg(figure, width, height, FigureTheme.LIGHT, out.file(name + ".svg"));
      report.picture(name + ".png", caption);
      if (figure.wantsNumbers()) {
        report.table(Table.of(figure.toTable()));
      }
    }
  }

  /** Writes a figure as PNG and SVG and its numbers as CSV, and shows it in the report. */
  void chart(String name, Figure figure, double width, String caption) {
    figure(name, figure, width, caption);
    if (out != null) {
      FigureExport.csv(figure, out.file(name + ".csv"));
    }
  }

  /** Writes an array as {@code .npy}. */
  void array(String name, HostTensor tensor) {
    if (out != null) {
      out.write(name, Npy.bytes(tensor));
    }
  }

  /** Writes weights into the result. */
  void weights(String name, ModelCard card, Weights weights) {
    if (capsule != null) {
      capsule.made(name, safetensors(card, weights).toBytes());
    }
    if (out != null) {
      out.write(name, safetensors(card, weights).toBytes());
      report.file(name, "The weights, as PyTorch's state dict names them");
    }
  }

  /** A weights file; the same training gives the same bytes, so it holds no date. */
  static Safetensors safetensors(ModelCard card, Weights weights) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("architecture", card.architecture());
    metadata.put("format", "pt");
    metadata.put("dataset", card.dataset());
    metadata.put("training", card.training());
    metadata.put("seed", String.valueOf(card.seed()));
    return new Safetensors(weights, metadata);
  }

  /** Writes a report that is handed in, which takes the place of the usual one. */
  void handIn(ReportDocument report) {
    if (out != null) {
      HAND_IN.forEach(name -> HandInReport.write(out.file(name), report));
      isHandIn = true;
    }
  }

  /** Writes the document and the report, and moves the folder into place. */
  void commit(ResultDocument document) {
    if (out != null) {
      report.section("Settings").values(document.settings());
      report.section("Environment").values(document.environment());
      out.write(ResultDocument.FILE, document.toJson());
      if (!isHandIn) {
        out.write(MarkdownReport.FILE, report.toMarkdown());
      }
      out.commit();
    }
  }

  @Override
  public void close() {
    if (out != null) {
      out.close();
    }
  }
}
