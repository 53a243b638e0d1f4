package epsilonlab.ui.component;

import epsilonlab.report.figure.DigitPixels;
import epsilonlab.report.figure.Pen;
import epsilonlab.report.figure.TextStyle;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** A sheet of 28 x 28 to draw a digit on with the mouse. */
public final class DrawPad extends PaintedRegion {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

  private final DrawnDigit digit = new DrawnDigit();
  private final ReadOnlyObjectWrapper<float[]> drawn =
      new ReadOnlyObjectWrapper<>(this, "drawn", new float[DigitPixels.COUNT]);
  private final int[] pixels = new int[DigitPixels.COUNT];
  private double lastX = Double.NaN;
  private double lastY;

  public DrawPad() {
    getStyleClass().add("draw-pad");
    setFocusTraversable(true);
    setCursor(Cursor.CROSSHAIR);
    setAccessibleText("Sheet to draw a digit on; Ctrl+Z takes a stroke back, Delete clears");
    focusedProperty().addListener(any -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, event -> lastX = Double.NaN);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** The sheet as drawn, 784 values in [0, 1]; a new array after every change. */
  public ReadOnlyObjectProperty<float[]> drawnProperty() {
    return drawn.getReadOnlyProperty();
  }

  /** The digit scaled and centred by its mass as MNIST's are; empty paper stays as it is. */
  public float[] centred() {
    return digit.centred();
  }

  public boolean isEmpty() {
    return digit.isEmpty();
  }

  /** Wipes the sheet; can be undone. */
  public void clear() {
    digit.clear();
    changed();
  }

  /** Takes back the last stroke or clearing. */
  public void undo() {
    if (digit.undo()) {
      changed();
    }
  }

  private double scale() {
    return Math.max(1, Math.floor(Math.min(getWidth(), getHeight()) / DigitPixels.SIDE));
  }

  private double offset(double room) {
    return Math.floor((room - scale() * DigitPixels.SIDE) / 2);
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    digit.beginStroke();
    stroke(event);
  }

  private void dragged(MouseEvent event) {
    if (!Double.isNaN(lastX)) {
      stroke(event);
    }
  }

  private void stroke(MouseEvent event) {
    double x = (event.getX() - offset(getWidth())) / scale();
    double y = (event.getY() - offset(getHeight())) / scale();
    boolean first = Double.isNaN(lastX);
    digit.line(first ? x : lastX, first ? y : lastY, x, y);
    lastX = x;
    lastY = y;
    changed();
    event.consume();
  }

  private void key(KeyEvent event) {
    if (UNDO.match(event)) {
      undo();
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
      clear();
      event.consume();
    }
  }

  private void changed() {
    drawn.set(digit.ink());
    repaint();
  }

  @Override
  protected void paint(FxPen pen, double width, double height) {
    double side = scale() * DigitPixels.SIDE;
    double x = offset(width);
    double y = offset(height);
    DigitPixels.ink(drawn.get(), getTheme(), pixels);
    pen.drawPixels(pixels, DigitPixels.SIDE, DigitPixels.SIDE, x, y, side, side);
    int edge = isFocused() ? getTheme().accent() : getTheme().border();
    pen.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1, 1, edge);
    if (digit.isEmpty()) {
      TextStyle style = TextStyle.regular(getTheme().text());
      double middle = x + side / 2;
      int ink = getTheme().muted();
      pen.text("Draw a digit here", middle, y + side / 2 - 4, style, Pen.Anchor.CENTER, ink);
      pen.text("Ctrl+Z: undo", middle, y + side / 2 + 16, style, Pen.Anchor.CENTER, ink);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 8 * DigitPixels.SIDE;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 8 * DigitPixels.SIDE;
  }
}
