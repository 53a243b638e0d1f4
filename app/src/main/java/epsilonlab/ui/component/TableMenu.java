package epsilonlab.ui.component;

import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTable;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Copies or saves the numbers of a table. */
public final class TableMenu extends EllipsisMenu {
  private final Supplier<FigureTable> table;
  private final ExportNotices notices;

  /**
   * @param table gives what the table holds now; called on the FX thread
   * @param name suggested file name, without extension
   */
  public TableMenu(
      Supplier<FigureTable> table, String name, FileChooserPort files, ExportNotices notices) {
    super("Copy or save this table");
    this.table = table;
    this.notices = notices;
    item("Copy", () -> copy(FigureTable::toTabs, "Copied the table"));
    item("Save CSV…", () -> save(name, files));
    item("Copy as LaTeX", () -> copy(FigureTable::toLatex, "Copied the table as LaTeX"));
    item("Copy as Markdown", () -> copy(FigureTable::toMarkdown, "Copied the table as Markdown"));
    collects(into -> into.table(name, table.get()));
  }

  private void copy(Function<FigureTable, String> format, String done) {
    ClipboardContent content = new ClipboardContent();
    content.putString(format.apply(table.get()));
    Clipboard.getSystemClipboard().setContent(content);
    notices.done(done);
  }

  private void save(String name, FileChooserPort files) {
    FigureTable now = table.get();
    files
        .saveAs(name, "csv")
        .ifPresent(
            path ->
                Exports.run(
                    () -> {
                      FigureExport.save(path, now.toCsv().getBytes(StandardCharsets.UTF_8));
                      return "Saved " + path;
                    },
                    notices::done,
                    notices));
  }
}
