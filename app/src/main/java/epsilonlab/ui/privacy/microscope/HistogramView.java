package epsilonlab.ui.privacy.microscope;

import epsilonlab.report.figure.ScoreHistogram;
import epsilonlab.ui.OwnKeys;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.FxPen;
import epsilonlab.ui.component.PaintedRegion;
import java.util.EnumSet;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;

/**
 * The two histograms with a threshold that is dragged, or moved with the arrow keys. Below the
 * threshold lie two finished pictures, one for either side of it; a drag only moves the seam
 * between them.
 */
final class HistogramView extends FigureView {
  private static final Set<KeyCode> KEYS =
      EnumSet.of(
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.HOME,
          KeyCode.END,
          KeyCode.B,
          KeyCode.ENTER,
          KeyCode.PAGE_UP,
          KeyCode.PAGE_DOWN);
  // a click that shakes is still a click
  private static final double SHAKE = 4;

  private final MicroscopeModel model;
  private final Side below = new Side(Double.POSITIVE_INFINITY);
  private final Side above = new Side(Double.NEGATIVE_INFINITY);
  private double pressedAt;
  private boolean dragging;

  /** What a side of the threshold looks like. */
  private static final class Side extends PaintedRegion {
    private final double threshold;
    private final Rectangle seen = new Rectangle();
    private ScoreHistogram shown;

    Side(double threshold) {
      this.threshold = threshold;
      setClip(seen);
      setMouseTransparent(true);
      setManaged(false);
    }

    void show(ScoreHistogram histogram) {
      boolean same =
          shown != null && histogram != null && shown.equals(histogram.withThreshold(threshold));
      if (!same) {
        shown = histogram == null ? null : histogram.withThreshold(threshold);
        repaint();
      }
    }

    void see(double from, double to, double height) {
      seen.setX(from);
      seen.setWidth(Math.max(0, to - from));
      seen.setHeight(height);
    }

    @Override
    protected void paint(FxPen pen, double width, double height) {
      if (shown != null) {
        shown.paintBars(pen, width, height, getTheme());
      }
    }
  }

  HistogramView(MicroscopeModel model) {
    this.model = model;
    getStyleClass().add("score-histogram");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    getChildren().addAll(0, java.util.List.of(below, above));
    below.themeProperty().bind(themeProperty());
    above.themeProperty().bind(themeProperty());
    model.histogram().addListener((property, before, now) -> show(now));
    model.chosen().addListener(any -> repaint());
    focusedProperty().addListener(any -> repaint());
    show(model.histogram().get());
    staleProperty().bind(model.stale());
    OwnKeys.keep(this, this::wants);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void show(ScoreHistogram now) {
    below.show(now);
    above.show(now);
    setFigure(now);
    moveSeam();
    notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
  }

  private void moveSeam() {
    ScoreHistogram now = model.histogram().get();
    if (now != null) {
      double at = now.placeOf(now.threshold(), getWidth(), getTheme());
      below.see(0, at, getHeight());
      above.see(at, getWidth(), getHeight());
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    below.resizeRelocate(0, 0, snapSizeX(getWidth()), snapSizeY(getHeight()));
    above.resizeRelocate(0, 0, snapSizeX(getWidth()), snapSizeY(getHeight()));
    moveSeam();
  }

  @Override
  protected void paint(FxPen pen, double width, double height) {
    ScoreHistogram now = model.histogram().get();
    if (now == null) {
      return;
    }
    if (model.chosen().get() != null) {
      now.paintFrame(pen, model.chosen().get().bin(), width, height, getTheme());
    }
    now.paintThreshold(pen, width, height, getTheme());
  }

  private boolean isHandle(MouseEvent event) {
    ScoreHistogram now = model.histogram().get();
    return now != null && now.isHandle(event.getX(), event.getY(), getWidth(), getTheme());
  }

  private int binAt(MouseEvent event) {
    ScoreHistogram now = model.histogram().get();
    return now == null
        ? -1
        : now.binAt(event.getX(), event.getY(), getWidth(), getHeight(), getTheme());
  }

  private void hover(MouseEvent event) {
    boolean bar = model.looksIntoBars() && binAt(event) >= 0;
    setCursor(isHandle(event) ? Cursor.H_RESIZE : bar ? Cursor.HAND : Cursor.DEFAULT);
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    pressedAt = event.getX();
    dragging = isHandle(event);
    if (event.getClickCount() == 2 && dragging) {
      model.moveToBest();
      dragging = false;
    } else if (!dragging && !model.looksIntoBars() && binAt(event) >= 0) {
      dragging = true;
      follow(event);
    }
    event.consume();
  }

  private void dragged(MouseEvent event) {
    dragging |= Math.abs(event.getX() - pressedAt) > SHAKE;
    if (dragging) {
      follow(event);
    }
    event.consume();
  }

  private void follow(MouseEvent event) {
    ScoreHistogram now = model.histogram().get();
    if (now != null && event.isPrimaryButtonDown()) {
      model.moveTo(now.scoreAt(event.getX(), getWidth(), getTheme()));
    }
  }

  private void released(MouseEvent event) {
    if (!dragging && binAt(event) >= 0) {
      model.choose(binAt(event));
    }
    dragging = false;
  }

  private boolean wants(KeyEvent event) {
    boolean onlyForBars =
        event.getCode() == KeyCode.ENTER
            || event.getCode() == KeyCode.PAGE_UP
            || event.getCode() == KeyCode.PAGE_DOWN;
    return KEYS.contains(event.getCode())
        && !event.isShortcutDown()
        && (!onlyForBars || model.looksIntoBars());
  }

  private void key(KeyEvent event) {
    if (!wants(event)) {
      return;
    }
    if (!MicroscopeKeys.press(model, event)) {
      switch (event.getCode()) {
        case HOME -> model.moveToEnd(false);
        case END -> model.moveToEnd(true);
        case PAGE_DOWN -> model.chooseNext(1);
        case PAGE_UP -> model.chooseNext(-1);
        default -> model.chooseNext(0);
      }
    }
    event.consume();
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    ScoreHistogram now = model.histogram().get();
    if (now == null) {
      return super.queryAccessibleAttribute(attribute, parameters);
    }
    return switch (attribute) {
      case VALUE -> now.threshold();
      case MIN_VALUE -> now.bins().edge(0);
      case MAX_VALUE -> now.bins().edge(now.bins().size());
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
