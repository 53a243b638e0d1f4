package epsilonlab.ui.component;

import epsilonlab.report.figure.plane.PlaneDrawing;
import epsilonlab.report.figure.plane.PlaneScale;
import epsilonlab.ui.OwnKeys;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A drawing of the plane whose handles are dragged with the mouse, or reached by Tab and moved by
 * the arrow keys (Shift: further). All of it is one canvas; a handle's node only takes the focus.
 */
public final class PlanePane extends Pane {
  private static final Set<KeyCode> KEYS =
      EnumSet.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN);
  private static final Set<KeyCode> REMOVES = EnumSet.of(KeyCode.DELETE, KeyCode.BACK_SPACE);
  private static final double REACH = 14;
  private static final double LINE_REACH = 9;
  private static final double GRIP = 30;
  private static final double ROUND = 12;

  /** Takes a place of the plane. */
  public interface Place {
    /** A click at (x, y), in the plane's units. */
    void at(double x, double y);
  }

  private final FigureView view = new FigureView();
  private final Region edge = new Region();
  private final double step;
  private final double leap;
  private final Map<String, Region> grips = new HashMap<>();
  private List<PlaneHandle> handles = List.of();
  private Place ground = (x, y) -> {};
  private Place otherGround = (x, y) -> {};
  private PlaneHandle dragged;
  private double grabbedX;
  private double grabbedY;

  /**
   * @param drawing what is shown; null shows nothing
   * @param step how far an arrow key moves, in the plane's units; with Shift five times as far
   */
  public PlanePane(ObservableValue<PlaneDrawing> drawing, double step) {
    this.step = step;
    this.leap = 5 * step;
    getStyleClass().add("plane");
    edge.getStyleClass().add("plane-edge");
    edge.setMouseTransparent(true);
    Rectangle round = new Rectangle();
    round.setArcWidth(ROUND);
    round.setArcHeight(ROUND);
    view.setClip(round);
    view.setMouseTransparent(true);
    view.layoutBoundsProperty()
        .addListener(
            (property, before, now) -> {
              round.setWidth(now.getWidth());
              round.setHeight(now.getHeight());
            });
    getChildren().addAll(view, edge);
    drawing.addListener(
        (property, before, now) -> {
          view.setFigure(now);
          place();
        });
    view.setFigure(drawing.getValue());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moved);
    addEventHandler(MouseEvent.MOUSE_RELEASED, event -> dragged = null);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    setMinSize(0, 0);
  }

  /** The figure, for its menu. */
  public FigureView view() {
    return view;
  }

  /** What can be moved; the order is that of the Tab key. */
  public void setHandles(List<PlaneHandle> now) {
    handles = List.copyOf(now);
    List<Region> wanted = new ArrayList<>();
    for (PlaneHandle handle : handles) {
      Region grip = grips.computeIfAbsent(handle.id(), this::grip);
      // another point may have taken over its number
      grip.setAccessibleText(handle.says());
      wanted.add(grip);
    }
    Set<String> ids = new HashSet<>();
    handles.forEach(handle -> ids.add(handle.id()));
    grips.keySet().retainAll(ids);
    List<Node> all = new ArrayList<>(List.of(view));
    all.addAll(wanted);
    all.add(edge);
    if (!getChildren().equals(all)) {
      getChildren().setAll(all);
    }
    place();
  }

  /** What a click beside all handles does, with the first and with the second button. */
  public void onGround(Place first, Place second) {
    ground = first;
    otherGround = second;
  }

  private Region grip(String id) {
    Region grip = new Region();
    grip.setId(id);
    grip.getStyleClass().add("plane-grip");
    grip.setFocusTraversable(true);
    grip.setMouseTransparent(true);
    grip.setAccessibleRole(AccessibleRole.THUMB);
    OwnKeys.keep(
        grip, event -> KEYS.contains(event.getCode()) || REMOVES.contains(event.getCode()));
    grip.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(id, event));
    return grip;
  }

  private PlaneHandle handle(String id) {
    return handles.stream().filter(handle -> handle.id().equals(id)).findFirst().orElseThrow();
  }

  private PlaneScale scale() {
    return view.getFigure() instanceof PlaneDrawing drawing
        ? drawing.scale(view.getWidth(), view.getHeight())
        : null;
  }

  private void place() {
    PlaneScale scale = scale();
    if (scale == null) {
      return;
    }
    for (PlaneHandle handle : handles) {
      Region grip = grips.get(handle.id());
      grip.resizeRelocate(
          scale.px(handle.x()) - GRIP / 2, scale.py(handle.y()) - GRIP / 2, GRIP, GRIP);
    }
  }

  @Override
  protected void layoutChildren() {
    view.resizeRelocate(0, 0, getWidth(), getHeight());
    edge.resizeRelocate(0, 0, getWidth(), getHeight());
    place();
  }

  @Override
  protected double computePrefHeight(double width) {
    return view.prefHeight(width);
  }

  private PlaneHandle at(MouseEvent event) {
    PlaneScale scale = scale();
    if (scale == null) {
      return null;
    }
    double unit = view.getTheme().text() / 13;
    PlaneHandle nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (PlaneHandle handle : handles) {
      double distance = handle.distance(scale, event.getX(), event.getY());
      boolean reached = distance <= (handle.isLine() ? LINE_REACH : REACH) * unit;
      // a point on a line is taken before the line
      double rank = distance + (handle.isLine() ? 1000 : 0);
      if (reached && rank < least) {
        nearest = handle;
        least = rank;
      }
    }
    return nearest;
  }

  private void hover(MouseEvent event) {
    setCursor(at(event) == null ? Cursor.DEFAULT : Cursor.HAND);
  }

  private void pressed(MouseEvent event) {
    PlaneScale scale = scale();
    if (scale == null) {
      return;
    }
    event.consume();
    PlaneHandle grabbed = at(event);
    if (grabbed == null) {
      Place called = event.getButton() == MouseButton.PRIMARY ? ground : otherGround;
      called.at(scale.x(event.getX()), scale.y(event.getY()));
      return;
    }
    grips.get(grabbed.id()).requestFocus();
    if (event.getButton() != MouseButton.PRIMARY) {
      grabbed.remove();
      return;
    }
    dragged = grabbed;
    // a point that is only taken stays where it is
    grabbedX = grabbed.isLine() ? 0 : scale.px(grabbed.x()) - event.getX();
    grabbedY = grabbed.isLine() ? 0 : scale.py(grabbed.y()) - event.getY();
  }

  private void moved(MouseEvent event) {
    PlaneScale scale = scale();
    if (dragged != null && scale != null) {
      double px = Math.max(0, Math.min(scale.width(), event.getX() + grabbedX));
      double py = Math.max(0, Math.min(scale.height(), event.getY() + grabbedY));
      dragged.moveTo(scale.x(px), scale.y(py));
      event.consume();
    }
  }

  private void key(String id, KeyEvent event) {
    PlaneHandle handle = handle(id);
    double by = event.isShiftDown() ? leap : step;
    switch (event.getCode()) {
      case LEFT -> handle.moveTo(handle.x() - by, handle.y());
      case RIGHT -> handle.moveTo(handle.x() + by, handle.y());
      case UP -> handle.moveTo(handle.x(), handle.y() + by);
      case DOWN -> handle.moveTo(handle.x(), handle.y() - by);
      case DELETE, BACK_SPACE -> handle.remove();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
