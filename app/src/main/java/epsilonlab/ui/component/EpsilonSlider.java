package epsilonlab.ui.component;

import epsilonlab.report.figure.Numbers;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * The wide slider for epsilon, or for another quantity that is looked at live; its {@link
 * SliderScale} says from where to where and in which steps. Enter or a double click on the value
 * lets it be typed.
 */
public final class EpsilonSlider extends PaintedRegion {
  private static final double CATCH = 3;

  private final DoubleProperty value = new SimpleDoubleProperty(this, "value", 0);
  private final DoubleProperty smallestFooling =
      new SimpleDoubleProperty(this, "smallestFooling", Double.NaN);
  private final BooleanProperty fooledHidden = new SimpleBooleanProperty(this, "fooledHidden");
  private final StringProperty fooledWord = new SimpleStringProperty(this, "fooledWord", "fooled");
  private final ObjectProperty<SliderScale> scale =
      new SimpleObjectProperty<>(this, "scale", SliderScale.LARGEST_CHANGE);
  private final ObjectProperty<Mark> mark = new SimpleObjectProperty<>(this, "mark");
  private final TextField entry = new TextField();

  /** A place on the track with a remark above it, such as "trained at 0.50". */
  public record Mark(double value, String text) {}

  public EpsilonSlider() {
    getStyleClass().add("epsilon-slider");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(scale.get().quantity().spoken());
    entry.setVisible(false);
    entry.setManaged(false);
    entry.setAccessibleText("Epsilon");
    getChildren().add(entry);
    value.addListener(
        (any, before, now) -> {
          repaint();
          notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        });
    scale.addListener(
        (any, before, now) -> {
          setAccessibleText(now.quantity().spoken());
          entry.setAccessibleText(now.quantity().word());
          repaint();
        });
    smallestFooling.addListener(any -> repaint());
    fooledWord.addListener(any -> repaint());
    fooledHidden.addListener(any -> repaint());
    mark.addListener(any -> repaint());
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

  /** What it measures. */
  public ObjectProperty<SliderScale> scaleProperty() {
    return scale;
  }

  /** The smallest epsilon that fools this digit; NaN if none is known. */
  public DoubleProperty smallestFoolingProperty() {
    return smallestFooling;
  }

  /** Whether a lesson hides the smallest fooling epsilon. */
  public BooleanProperty fooledHiddenProperty() {
    return fooledHidden;
  }

  /** What happens from the smallest fooling epsilon on: "fooled", or the class that is reached. */
  public StringProperty fooledWordProperty() {
    return fooledWord;
  }

  /** A remark above the track, or null. */
  public ObjectProperty<Mark> markProperty() {
    return mark;
  }

  private double clamp(double epsilon) {
    return scale.get().clamp(epsilon);
  }

  private EpsilonSliderPainter painter(double width) {
    return new EpsilonSliderPainter(
        getTheme(),
        width,
        scale.get(),
        new EpsilonSliderPainter.State(
            clamp(value.get()),
            fooledHidden.get() ? Double.NaN : smallestFooling.get(),
            fooledWord.get(),
            mark.get(),
            isFocused(),
            isDisabled()));
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
    setValue(scale.get().rounded(at));
  }

  private void key(KeyEvent event) {
    if (event.getTarget() != this) {
      return;
    }
    int steps = event.isShiftDown() ? scale.get().stepsOfLeap() : 1;
    switch (event.getCode()) {
      case RIGHT, UP, KP_RIGHT, KP_UP -> setValue(scale.get().moved(value.get(), steps));
      case LEFT, DOWN, KP_LEFT, KP_DOWN -> setValue(scale.get().moved(value.get(), -steps));
      case HOME -> setValue(0);
      case END -> setValue(scale.get().most());
      case ENTER -> openEntry();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void openEntry() {
    if (isDisabled()) {
      return;
    }
    entry.setText(scale.get().text().apply(value.get()));
    entry.setVisible(true);
    entry.requestFocus();
    entry.selectAll();
    requestLayout();
  }

  private void typed() {
    try {
      double typed = Double.parseDouble(entry.getText().strip().replace(',', '.'));
      if (Double.isFinite(typed) && typed >= 0 && typed <= scale.get().most()) {
        setValue(scale.get().rounded(typed));
        requestFocus();
        return;
      }
    } catch (NumberFormatException notANumber) {
      entry.selectAll();
    }
    entry.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), true);
    entry.setPromptText("0 to " + Numbers.plain(scale.get().most()));
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
      case MAX_VALUE -> scale.get().most();
      case ORIENTATION -> Orientation.HORIZONTAL;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
