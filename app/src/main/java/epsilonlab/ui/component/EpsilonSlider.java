package epsilonlab.ui.component;

import epsilonlab.report.figure.Numbers;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * The wide slider for epsilon, in the unit of images in [0, 1], from 0 to {@link #maxProperty()}.
 * Arrows move by 0.01, with Shift by 0.1; Enter or a double click on the value lets it be typed.
 */
public final class EpsilonSlider extends PaintedRegion {
  private static final double DRAG_STEP = 0.001;
  private static final double CATCH = 3;

  private final DoubleProperty value = new SimpleDoubleProperty(this, "value", 0);
  private final DoubleProperty max = new SimpleDoubleProperty(this, "max", 0.5);
  private final DoubleProperty smallestFooling =
      new SimpleDoubleProperty(this, "smallestFooling", Double.NaN);
  private final ObjectProperty<List<Double>> ticks =
      new SimpleObjectProperty<>(
          this, "ticks", List.of(0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5));
  private final TextField entry = new TextField();

  public EpsilonSlider() {
    getStyleClass().add("epsilon-slider");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText("Epsilon, the largest change of a pixel");
    entry.setVisible(false);
    entry.setManaged(false);
    entry.setAccessibleText("Epsilon");
    getChildren().add(entry);
    value.addListener(
        (any, before, now) -> {
          repaint();
          notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        });
    max.addListener(any -> repaint());
    smallestFooling.addListener(any -> repaint());
    ticks.addListener(any -> repaint());
    focusedProperty().addListener(any -> repaint());
    disabledProperty().addListener(any -> repaint());
    themeProperty().addListener(any -> requestLayout());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    entry.setOnAction(event -> typed());
    entry.addEventHandler(KeyEvent.KEY_PRESSED, this::entryKey);
    entry.focusedProperty().addListener((any, before, now) -> closeUnless(now));
  }

  /** The chosen epsilon; values set from outside are cut to [0, max] when drawn and moved. */
  public DoubleProperty valueProperty() {
    return value;
  }

  public double getValue() {
    return value.get();
  }

  public void setValue(double epsilon) {
    value.set(clamp(epsilon));
  }

  public DoubleProperty maxProperty() {
    return max;
  }

  /** The smallest epsilon that fools this digit; NaN if none is known. */
  public DoubleProperty smallestFoolingProperty() {
    return smallestFooling;
  }

  /** Where numbers stand below the track; presenter mode shows every multiple of 0.1 only. */
  public ObjectProperty<List<Double>> ticksProperty() {
    return ticks;
  }

  private double clamp(double epsilon) {
    return Math.min(max.get(), Math.max(0, epsilon));
  }

  private EpsilonSliderPainter painter(double width) {
    return new EpsilonSliderPainter(
        getTheme(),
        width,
        max.get(),
        ticks.get(),
        new EpsilonSliderPainter.State(
            clamp(value.get()), smallestFooling.get(), isFocused(), isDisabled()));
  }

  @Override
  protected void paint(FxPen pen, double width, double height) {
    painter(width).paint(pen);
  }

  private void pressed(MouseEvent event) {
    if (entry.isVisible() && event.getTarget() != this) {
      return;
    }
    requestFocus();
    if (event.getX() < painter(getWidth()).blockWidth()) {
      if (event.getClickCount() == 2) {
        openEntry();
      }
    } else {
      follow(event.getX());
    }
    event.consume();
  }

  private void dragged(MouseEvent event) {
    if (!entry.isVisible()) {
      follow(event.getX());
      event.consume();
    }
  }

  private void follow(double x) {
    EpsilonSliderPainter painter = painter(getWidth());
    double at = clamp(painter.valueAt(x));
    for (double tick : painter.shownTicks()) {
      if (Math.abs(painter.placeOf(tick) - x) <= CATCH) {
        setValue(tick);
        return;
      }
    }
    setValue(Math.round(at / DRAG_STEP) * DRAG_STEP);
  }

  private void key(KeyEvent event) {
    if (event.getTarget() != this) {
      return;
    }
    int hundredths = event.isShiftDown() ? 10 : 1;
    switch (event.getCode()) {
      case RIGHT, UP, KP_RIGHT, KP_UP -> step(hundredths);
      case LEFT, DOWN, KP_LEFT, KP_DOWN -> step(-hundredths);
      case HOME -> setValue(0);
      case END -> setValue(max.get());
      case ENTER -> openEntry();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Moves by hundredths; from in between, to the next whole hundredth in that direction. */
  private void step(int hundredths) {
    double now = value.get() * 100;
    double whole = hundredths > 0 ? Math.floor(now + 1e-6) : Math.ceil(now - 1e-6);
    setValue((whole + hundredths) / 100);
  }

  private void openEntry() {
    if (isDisabled()) {
      return;
    }
    entry.setText(Numbers.epsilon(value.get()));
    entry.setVisible(true);
    entry.requestFocus();
    entry.selectAll();
    requestLayout();
  }

  private void typed() {
    try {
      double typed = Double.parseDouble(entry.getText().strip().replace(',', '.'));
      if (Double.isFinite(typed) && typed >= 0 && typed <= max.get()) {
        setValue(typed);
        requestFocus();
        return;
      }
    } catch (NumberFormatException notANumber) {
      entry.selectAll();
    }
    entry.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), true);
    entry.setPromptText("0 to " + Numbers.plain(max.get()));
    entry.selectAll();
  }

  private void entryKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      requestFocus();
      event.consume();
    }
  }

  private void closeUnless(boolean focused) {
    if (!focused) {
      entry.setVisible(false);
      entry.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), false);
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    EpsilonSliderPainter painter = painter(getWidth());
    double high = Math.max(32, getTheme().text() * 2);
    entry.resizeRelocate(
        0, Math.max(0, painter.middle() - high / 2), painter.blockWidth() - 24, high);
  }

  @Override
  public Orientation getContentBias() {
    return null;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 680;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 320;
  }

  @Override
  protected double computePrefHeight(double width) {
    return painter(680).height();
  }

  @Override
  protected double computeMinHeight(double width) {
    return painter(680).height();
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> value.get();
      case MIN_VALUE -> 0.0;
      case MAX_VALUE -> max.get();
      case ORIENTATION -> Orientation.HORIZONTAL;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
