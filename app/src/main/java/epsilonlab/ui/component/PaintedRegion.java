package epsilonlab.ui.component;

import epsilonlab.report.figure.FigureTheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/**
 * A region that is one canvas. However often {@link #repaint()} is called, it is painted at most
 * once a pulse, after layout, and only while it is in a scene.
 */
public abstract class PaintedRegion extends Region {
  private final ObjectProperty<FigureTheme> theme =
      new SimpleObjectProperty<>(this, "theme", FigureTheme.LIGHT);
  private final Canvas canvas = new Canvas();
  private final FxPen pen = new FxPen(canvas.getGraphicsContext2D());
  private final Runnable onPulse = this::paintIfDirty;
  private boolean dirty = true;

  protected PaintedRegion() {
    getChildren().add(canvas);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    setPickOnBounds(true);
    theme.addListener((any, before, now) -> repaint());
    sceneProperty().addListener((any, before, now) -> moved(before, now));
  }

  private void moved(Scene before, Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(onPulse);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(onPulse);
      repaint();
    }
  }

  /** The colours and the text size; never null. */
  public final ObjectProperty<FigureTheme> themeProperty() {
    return theme;
  }

  public final FigureTheme getTheme() {
    return theme.get();
  }

  /** Measures texts as {@link #paint} would write them. */
  protected final FxPen pen() {
    return pen;
  }

  /** Asks to be painted in the next pulse. */
  protected final void repaint() {
    if (!dirty) {
      dirty = true;
      if (getScene() != null) {
        Platform.requestNextPulse();
      }
    }
  }

  @Override
  protected void layoutChildren() {
    double width = snapSizeX(getWidth());
    double height = snapSizeY(getHeight());
    if (width != canvas.getWidth() || height != canvas.getHeight()) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      dirty = true;
    }
  }

  private void paintIfDirty() {
    if (dirty && canvas.getWidth() > 0 && canvas.getHeight() > 0) {
      dirty = false;
      pen.begin(canvas.getWidth(), canvas.getHeight());
      paint(pen, canvas.getWidth(), canvas.getHeight());
    }
  }

  /** Paints all of it; the canvas is empty. */
  protected abstract void paint(FxPen pen, double width, double height);
}
