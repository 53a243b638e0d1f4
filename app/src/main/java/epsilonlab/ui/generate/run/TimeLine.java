package epsilonlab.ui.generate.run;

import epsilonlab.report.figure.EpochStrip;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.OwnKeys;
import epsilonlab.ui.component.FigureView;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/**
 * A digit through the epochs of a training, on one canvas; the mouse, the arrow keys, Home and End
 * go back in time and forth again.
 */
public final class TimeLine extends StackPane {
  private static final Set<KeyCode> KEYS =
      EnumSet.of(
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.PAGE_UP,
          KeyCode.PAGE_DOWN,
          KeyCode.HOME,
          KeyCode.END);

  private final LookedAt lookedAt;
  private final IntFunction<float[]> image;
  private final FigureView view = new FigureView();

  /**
   * @param lookedAt is moved, and followed
   * @param image 784 values of the digit after an epoch, or null if there is none (yet)
   */
  public TimeLine(
      ObservableValue<FigureTheme> theme, LookedAt lookedAt, IntFunction<float[]> image) {
    this.lookedAt = lookedAt;
    this.image = image;
    view.themeProperty().bind(theme);
    getChildren().add(view);
    getStyleClass().add("time-line");
    setFocusTraversable(true);
    setMinWidth(0);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText("Epoch that is looked at");
    OwnKeys.keep(this, event -> KEYS.contains(event.getCode()));
    lookedAt.epoch().addListener((property, before, now) -> refresh());
    lookedAt.newest().addListener((property, before, now) -> refresh());
    lookedAt.last().addListener((property, before, now) -> refresh());
    focusedProperty().addListener((property, before, now) -> refresh());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::mouse);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::mouse);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    refresh();
  }

  /** The canvas, for a figure menu. */
  public FigureView view() {
    return view;
  }

  /** Draws anew: another digit, or another training. */
  public void refresh() {
    int last = lookedAt.last().get();
    List<EpochStrip.Frame> frames =
        EpochStrip.epochs(last).stream()
            .map(
                epoch ->
                    new EpochStrip.Frame(
                        epoch, epoch > lookedAt.newest().get() ? null : image.apply(epoch)))
            .toList();
    view.setFigure(
        new EpochStrip(frames, last, lookedAt.newest().get(), lookedAt.epoch().get(), isFocused()));
  }

  private void mouse(MouseEvent event) {
    requestFocus();
    EpochStrip strip = (EpochStrip) view.getFigure();
    lookedAt.lookAt(
        (int) Math.round(strip.epochAt(event.getX(), view.getWidth(), view.getTheme())));
    event.consume();
  }

  private void key(KeyEvent event) {
    int leap = Math.max(1, lookedAt.last().get() / 10);
    switch (event.getCode()) {
      case LEFT -> lookedAt.move(event.isShiftDown() ? -leap : -1);
      case RIGHT -> lookedAt.move(event.isShiftDown() ? leap : 1);
      case PAGE_DOWN -> lookedAt.move(-leap);
      case PAGE_UP -> lookedAt.move(leap);
      case HOME -> lookedAt.lookAt(0);
      case END -> lookedAt.follow();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
