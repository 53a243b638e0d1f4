package epsilonlab.command;

import epsilonlab.engine.HostTensor;
import epsilonlab.model.ModelCard;
import epsilonlab.model.Safetensors;
import epsilonlab.model.Weights;
import epsilonlab.report.MarkdownReport;
import epsilonlab.report.Npy;
import epsilonlab.report.ResultDocument;
import epsilonlab.report.ResultFolder;
import epsilonlab.report.Table;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a command leaves in {@code --out}; without that option every method does nothing. */
final class ResultFiles implements AutoCloseable {
  private final ResultFolder out;
  private final MarkdownReport report;

  /** Checks that the folder can be written before any work starts; {@code folder} may be null. */
  ResultFiles(Path folder, String title) {
    this.out = folder == null ? null : ResultFolder.prepare(folder);
    this.report = new MarkdownReport(title);
  }

  /** Whether files are wanted. */
  boolean areWanted() {
    return out != null;
  }

  /** Starts a section of the report. */
  void section(String title) {
    report.section(title);
  }

  /** Writes a table as CSV and into the report. */
  void table(String name, Table table) {
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
    if (out != null) {
      out.write(name, png);
      report.picture(name, caption);
    }
  }

  /** Writes a figure as PNG and SVG and shows it in the report. */
  void figure(String name, Figure figure, double width, String caption) {
    if (out != null) {
      double height = figure.preferredHeight(width, FigureTheme.LIGHT);
      FigureExport.png(figure, width, height, FigureTheme.LIGHT, out.file(name + ".png"));
      FigureExport.svg(figure, width, height, FigureTheme.LIGHT, out.file(name + ".svg"));
      report.picture(name + ".png", caption);
    }
  }

  /** Writes a figure as PNG and SVG and its numbers as CSV, and shows it in the report. */
  void chart(String name, Figure figure, double width, String caption) {
    if (out != null) {
      figure(name, figure, width, caption);
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

  /** Writes the document and the report, and moves the folder into place. */
  void commit(ResultDocument document) {
    if (out != null) {
      report.section("Settings").values(document.settings());
      report.section("Environment").values(document.environment());
      out.write(ResultDocument.FILE, document.toJson());
      out.write(MarkdownReport.FILE, report.toMarkdown());
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
