package epsilonlab.ui.component;

import epsilonlab.report.figure.DigitPixels;
import epsilonlab.report.figure.Pen;
import epsilonlab.report.figure.Stroke;
import epsilonlab.report.figure.TextStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** A scrolling grid of many digits on one canvas; only what is seen is ever drawn. */
public final class DigitPicker extends PaintedRegion {
  private static final int CELL = 56;
  private static final int PITCH = CELL + 2;
  private static final int BAR = 4;
  private static final int KEPT_IMAGES = 600;

  private final IntFunction<float[]> image;
  private final IntFunction<String> label;
  private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", -1);
  private final Tooltip tooltip = new Tooltip();
  private final int[] pixels = new int[DigitPixels.COUNT];
  private final Map<Integer, WritableImage> drawn =
      new LinkedHashMap<>(128, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, WritableImage> eldest) {
          return size() > KEPT_IMAGES;
        }
      };
  private int[] indices = {};
  private String emptyText = "No digit fits these choices.";
  private double scroll;
  private int hovered = -1;
  private double grabbed = Double.NaN;

  /**
   * @param image 784 values in [0, 1] of the digit with an index; called on the FX thread for the
   *     digits in view
   * @param label what the tooltip says, such as "No. 28, a 0"
   */
  public DigitPicker(IntFunction<float[]> image, IntFunction<String> label) {
    this.image = image;
    this.label = label;
    getStyleClass().add("digit-picker");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText("Digits");
    themeProperty().addListener(any -> drawn.clear());
    chosen.addListener(
        (any, before, now) -> {
          scrollTo(now.intValue());
          repaint();
          notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        });
    focusedProperty().addListener(any -> repaint());
    heightProperty().addListener(any -> resized());
    widthProperty().addListener(any -> resized());
    Tooltip.install(this, tooltip);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, event -> grabbed = Double.NaN);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX(), event.getY()));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(-1, -1));
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** The index of the chosen digit, -1 for none; need not be among those shown. */
  public IntegerProperty chosenProperty() {
    return chosen;
  }

  /** Shows these digits, in this order, from the top; the chosen one stays in view if shown. */
  public void setIndices(int[] shown) {
    indices = shown.clone();
    scroll = 0;
    scrollTo(chosen.get());
    repaint();
  }

  /** Forgets drawn images, for another data set. */
  public void imagesChanged() {
    drawn.clear();
    repaint();
  }

  /** What is said where no digit is shown. */
  public void setEmptyText(String sentence) {
    emptyText = sentence;
    repaint();
  }

  /** Scrolls as little as needed to show the digit with this index; nothing if it is not listed. */
  public void scrollTo(int index) {
    int position = positionOf(index);
    if (position >= 0) {
      double top = (double) position / columns() * PITCH;
      top = Math.floor(top / PITCH) * PITCH;
      scroll = Math.min(top, Math.max(scroll, top + CELL - getHeight()));
      scrollBy(0);
    }
  }

  private void resized() {
    scrollTo(chosen.get());
    scrollBy(0);
  }

  private int positionOf(int index) {
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] == index) {
        return i;
      }
    }
    return -1;
  }

  int columns() {
    return Math.max(1, (int) ((getWidth() + 2) / PITCH));
  }

  private double margin() {
    return Math.max(0, Math.floor((getWidth() - columns() * PITCH + 2) / 2));
  }

  private double contentHeight() {
    int rows = (indices.length + columns() - 1) / columns();
    return Math.max(0, rows * PITCH - 2);
  }

  private double most() {
    return Math.max(0, contentHeight() - getHeight());
  }

  private void scrollBy(double pixelsDown) {
    scroll = Math.max(0, Math.min(most(), scroll + pixelsDown));
    repaint();
  }

  /** The index of the digit at a point, or -1. */
  private int at(double x, double y) {
    int column = (int) Math.floor((x - margin()) / PITCH);
    int position = (int) Math.floor((y + scroll) / PITCH) * columns() + column;
    boolean within = x >= 0 && y >= 0 && column >= 0 && column < columns();
    return within && position < indices.length ? indices[position] : -1;
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    if (most() > 0 && event.getX() > getWidth() - 3 * BAR) {
      grabbed = event.getY();
    } else {
      int index = at(event.getX(), event.getY());
      if (index >= 0) {
        chosen.set(index);
      }
    }
    event.consume();
  }

  private void dragged(MouseEvent event) {
    if (!Double.isNaN(grabbed)) {
      scrollBy((event.getY() - grabbed) * most() / Math.max(1, getHeight() - barHeight()));
      grabbed = event.getY();
      event.consume();
    }
  }

  private void wheel(ScrollEvent event) {
    if (most() > 0) {
      scrollBy(-event.getDeltaY());
      hover(event.getX(), event.getY());
      event.consume();
    }
  }

  private void hover(double x, double y) {
    int now = at(x, y);
    if (now != hovered) {
      hovered = now;
      if (now >= 0) {
        tooltip.setText(label.apply(now));
      } else {
        tooltip.hide();
      }
      repaint();
    }
  }

  private void key(KeyEvent event) {
    int page = Math.max(1, (int) (getHeight() / PITCH)) * columns();
    int step =
        switch (event.getCode()) {
          case LEFT, KP_LEFT -> -1;
          case RIGHT, KP_RIGHT -> 1;
          case UP, KP_UP -> -columns();
          case DOWN, KP_DOWN -> columns();
          case PAGE_UP -> -page;
          case PAGE_DOWN -> page;
          case HOME -> -indices.length;
          case END -> indices.length;
          default -> 0;
        };
    if (step != 0 && indices.length > 0) {
      int from = positionOf(chosen.get());
      int to = from < 0 ? (step > 0 && step < indices.length ? 0 : from + step) : from + step;
      chosen.set(indices[Math.max(0, Math.min(indices.length - 1, to))]);
      event.consume();
    }
  }

  @Override
  protected void paint(FxPen pen, double width, double height) {
    if (indices.length == 0) {
      TextStyle style = TextStyle.regular(getTheme().text());
      pen.text(emptyText, width / 2, height / 2, style, Pen.Anchor.CENTER, getTheme().muted());
      return;
    }
    int columns = columns();
    int first = (int) (scroll / PITCH) * columns;
    double top = Math.round(scroll);
    for (int i = first; i < indices.length; i++) {
      double y = i / columns * PITCH - top;
      if (y >= height) {
        break;
      }
      double x = margin() + i % columns * PITCH;
      pen.drawImage(drawn.computeIfAbsent(indices[i], this::draw), x, y, CELL, CELL);
      if (indices[i] == chosen.get()) {
        pen.strokeRect(x + 0.5, y + 0.5, CELL - 1, CELL - 1, 3, getTheme().accent());
      } else if (indices[i] == hovered) {
        pen.strokeRect(x + 0.5, y + 0.5, CELL - 1, CELL - 1, 1, getTheme().neutral());
      }
    }
    if (isFocused()) {
      pen.strokeRect(0.5, 0.5, width - 1, height - 1, 1, getTheme().accent());
    }
    bar(pen, width, height);
  }

  private double barHeight() {
    return Math.max(32, getHeight() * getHeight() / Math.max(getHeight(), contentHeight()));
  }

  private void bar(FxPen pen, double width, double height) {
    if (most() > 0) {
      double y = scroll / most() * (height - barHeight() - 4) + 2;
      double x = width - BAR - 1;
      pen.line(
          x + BAR / 2.0,
          y + 2,
          x + BAR / 2.0,
          y + barHeight() - 2,
          new Stroke(BAR, getTheme().neutral()));
    }
  }

  private WritableImage draw(int index) {
    int side = DigitPixels.SIDE;
    WritableImage out = new WritableImage(side, side);
    DigitPixels.ink(image.apply(index), getTheme(), pixels);
    out.getPixelWriter()
        .setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
    return out;
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    if (attribute == AccessibleAttribute.TEXT && chosen.get() >= 0) {
      return "Digits, chosen: " + label.apply(chosen.get());
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 4 * PITCH - 2;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 5 * PITCH;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 2 * PITCH;
  }
}
