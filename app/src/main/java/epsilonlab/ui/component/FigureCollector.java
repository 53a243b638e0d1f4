package epsilonlab.ui.component;

import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTable;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** Takes figures and tables into a report. The window has one; menus find it by themselves. */
public interface FigureCollector {
  /**
   * Takes a figure as it is now.
   *
   * @param name what its file would be called
   * @param width how wide it is shown, in logical pixels
   */
  void figure(String name, Figure figure, double width);

  /** Takes a table as it is now. */
  void table(String name, FigureTable table);

  /** Makes a collector that of a window, whose root this is. */
  static void install(Node root, FigureCollector collector) {
    root.getProperties().put(FigureCollector.class, collector);
  }

  /** The collector of the window that a node is in, or over. */
  static Optional<FigureCollector> of(Node node) {
    Scene scene = node.getScene();
    while (scene != null) {
      if (scene.getRoot().getProperties().get(FigureCollector.class)
          instanceof FigureCollector found) {
        return Optional.of(found);
      }
      Window window = scene.getWindow();
      scene = window instanceof PopupWindow over ? over.getOwnerWindow().getScene() : null;
    }
    return Optional.empty();
  }
}
