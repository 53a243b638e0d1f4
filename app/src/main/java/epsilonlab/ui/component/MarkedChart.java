package epsilonlab.ui.component;

import epsilonlab.ui.OwnKeys;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** A chart whose marker is dragged with the mouse or moved with the arrow keys. */
public final class MarkedChart extends StackPane {
  private static final Set<KeyCode> KEYS =
      Set.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END);
  private static final int LEAP = 10;

  private final FigureView view;
  private final DoubleConsumer dragged;

  /**
   * Lays itself around a chart's view.
   *
   * @param says what the marker is, for those who cannot see it
   * @param dragged takes the x of the mouse
   * @param moved takes steps of an arrow key; the least and the largest number for Home and End
   */
  public MarkedChart(FigureView view, String says, DoubleConsumer dragged, IntConsumer moved) {
    super(view);
    this.view = view;
    this.dragged = dragged;
    getStyleClass().add("marked-chart");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(says);
    setMinHeight(0);
    setCursor(Cursor.H_RESIZE);
    OwnKeys.keep(this, event -> KEYS.contains(event.getCode()));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::mouse);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::mouse);
    addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, moved));
  }

  private void mouse(MouseEvent event) {
    requestFocus();
    double x = view.chartX(event.getX());
    if (!Double.isNaN(x)) {
      dragged.accept(x);
    }
    event.consume();
  }

  private static void key(KeyEvent event, IntConsumer moved) {
    int steps = event.isShiftDown() ? LEAP : 1;
    switch (event.getCode()) {
      case RIGHT -> moved.accept(steps);
      case LEFT -> moved.accept(-steps);
      case HOME -> moved.accept(-1_000_000);
      case END -> moved.accept(1_000_000);
      default -> {
        return;
      }
    }
    event.consume();
  }
}
