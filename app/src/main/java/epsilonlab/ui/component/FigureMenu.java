package epsilonlab.ui.component;

import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Copies or saves what a {@link FigureView} shows, as it is seen. */
public final class FigureMenu extends EllipsisMenu {
  private final FigureView view;
  private final String name;
  private final FileChooserPort files;
  private final ExportNotices notices;

  /**
   * @param name suggested file name, without extension
   */
  public FigureMenu(FigureView view, String name, FileChooserPort files, ExportNotices notices) {
    super("Copy or save this figure");
    this.view = view;
    this.name = name;
    this.files = files;
    this.notices = notices;
    item("Copy image", this::copy);
    item("Save PNG…", () -> save("png", FigureExport::png));
    item("Save SVG…", () -> save("svg", FigureExport::svg));
    item(
        "Save data as CSV…",
        () -> save("csv", (figure, w, h, theme, path) -> FigureExport.csv(figure, path)));
    collects(into -> into.figure(name, view.getFigure(), view.getWidth()));
    disableProperty().bind(view.figureProperty().isNull().or(view.coveredProperty()));
  }

  private interface Writing {
    void write(Figure figure, double width, double height, FigureTheme theme, Path path);
  }

  private void save(String extension, Writing writing) {
    Figure figure = view.getFigure();
    FigureTheme theme = view.getTheme();
    double width = view.getWidth();
    double height = view.getHeight();
    files
        .saveAs(name, extension)
        .ifPresent(
            path ->
                Exports.run(
                    () -> {
                      writing.write(figure, width, height, theme, path);
                      return "Saved " + path;
                    },
                    notices::done,
                    notices));
  }

  private void copy() {
    Figure figure = view.getFigure();
    FigureTheme theme = view.getTheme();
    double width = view.getWidth();
    double height = view.getHeight();
    Consumer<Image> toClipboard =
        image -> {
          ClipboardContent content = new ClipboardContent();
          content.putImage(image);
          Clipboard.getSystemClipboard().setContent(content);
          notices.done("Copied the image");
        };
    Exports.run(() -> fx(FigureExport.image(figure, width, height, theme)), toClipboard, notices);
  }

  private static Image fx(BufferedImage from) {
    int w = from.getWidth();
    int h = from.getHeight();
    int[] argb = from.getRGB(0, 0, w, h, null, 0, w);
    WritableImage image = new WritableImage(w, h);
    image.getPixelWriter().setPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), argb, 0, w);
    return image;
  }
}
