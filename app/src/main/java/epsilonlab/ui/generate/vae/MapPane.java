package epsilonlab.ui.generate.vae;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.LatentMap;
import epsilonlab.report.figure.MapWindow;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.OwnKeys;
import epsilonlab.ui.Parts;
import epsilonlab.ui.SmallSwitch;
import epsilonlab.ui.component.FigureView;
import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The latent map: the point and the ends of the walk are dragged, or moved by the arrow keys. */
final class MapPane extends VBox {
  private static final Set<KeyCode> KEYS =
      EnumSet.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN);
  private static final double GRIP = 14;
  private static final double STEP = 0.1;
  private static final double LEAP = 0.5;

  private final VaeViewModel model;
  private final MapPainter painter;
  private final FigureView view = new FigureView();
  private final StackPane frame = new StackPane(view);
  private ObjectProperty<Spot> dragged;

  MapPane(VaeViewModel model, LabServices services, ObservableValue<FigureTheme> theme) {
    this.model = model;
    this.painter = model.painter();
    view.setId("vae-map");
    view.themeProperty().bind(theme);
    painter.map().addListener((property, before, now) -> view.setFigure(now));
    view.setFigure(painter.map().get());
    view.setMinSize(0, 0);
    view.setMinHeight(220);
    frame.setId("vae-map-frame");
    frame.getStyleClass().add("vae-map");
    frame.setFocusTraversable(true);
    frame.setMinSize(0, 0);
    Tooltip.install(
        frame,
        new Tooltip(
            "Every dot is a test digit at the mean that the encoder gives it. Drag the ring through"
                + " the space z, or A and B; the arrow keys move the ring, with Shift further."));
    OwnKeys.keep(frame, event -> KEYS.contains(event.getCode()));
    frame.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    frame.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moved);
    frame.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> dragged = null);
    frame.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    frame.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    view.widthProperty().addListener(any -> resized());
    view.heightProperty().addListener(any -> resized());
    view.themeProperty().addListener(any -> resized());
    VBox.setVgrow(frame, Priority.ALWAYS);
    HBox heading =
        new HBox(
            8,
            Parts.label("Latent map", "section-title"),
            remark(),
            Parts.spring(),
            new PlaneBox(model),
            switches(),
            Parts.menu(services, view, "vae-latent-map"));
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("figure-heading");
    getChildren().addAll(heading, frame);
  }

  private Label remark() {
    Label remark = new Label();
    remark.getStyleClass().add("remark");
    remark.setMinWidth(0);
    Runnable say = () -> remark.setText(VaeWords.map(model.space().encoded().get()));
    model.space().encoded().addListener((property, before, now) -> say.run());
    say.run();
    return remark;
  }

  private SmallSwitch switches() {
    return new SmallSwitch(
        painter.digits(),
        new SmallSwitch.Side(
            "vae-map-points",
            "points",
            "Shows the test digits as points in the colours of their classes."),
        new SmallSwitch.Side(
            "vae-map-digits",
            "digits",
            "Fills the map with the digits that the decoder makes of each place z."));
  }

  private void resized() {
    double scale = getScene() == null ? 1 : getScene().getWindow().getOutputScaleX();
    painter.showOn(view.getWidth(), view.getHeight(), scale, view.getTheme());
  }

  private MapWindow window() {
    LatentMap map = painter.map().get();
    return map == null ? null : map.cloud().window();
  }

  private boolean isAt(LatentMap.Place place, MouseEvent event) {
    double width = view.getWidth();
    double height = view.getHeight();
    double x = window().toPictureX(place.x(), width, height);
    double y = window().toPictureY(place.y(), width, height);
    double grip = GRIP * view.getTheme().text() / 13;
    return Math.abs(event.getX() - x) <= grip && Math.abs(event.getY() - y) <= grip;
  }

  private ObjectProperty<Spot> at(MouseEvent event) {
    LatentMap map = painter.map().get();
    return isAt(map.point(), event)
        ? model.cursor().point()
        : isAt(map.a(), event)
            ? model.cursor().a()
            : isAt(map.b(), event) ? model.cursor().b() : null;
  }

  private void hover(MouseEvent event) {
    boolean grip = window() != null && at(event) != null;
    frame.setCursor(grip ? Cursor.HAND : Cursor.CROSSHAIR);
  }

  private void pressed(MouseEvent event) {
    frame.requestFocus();
    if (window() == null) {
      return;
    }
    ObjectProperty<Spot> grabbed = at(event);
    dragged = grabbed == null ? model.cursor().point() : grabbed;
    // a grip that is only taken stays where it is, but a press beside brings the point there
    if (grabbed == null) {
      moved(event);
    }
  }

  private void moved(MouseEvent event) {
    if (dragged == null || window() == null) {
      return;
    }
    double width = view.getWidth();
    double height = view.getHeight();
    double x = Math.max(0, Math.min(width, event.getX()));
    double y = Math.max(0, Math.min(height, event.getY()));
    dragged.set(Spot.at(window().toPlaneX(x, width, height), window().toPlaneY(y, width, height)));
  }

  private void key(KeyEvent event) {
    if (!KEYS.contains(event.getCode()) || painter.space() == null) {
      return;
    }
    double by = event.isShiftDown() ? LEAP : STEP;
    LatentMap.Place from = model.cursor().point().get().on(painter.space());
    double x = from.x();
    double y = from.y();
    switch (event.getCode()) {
      case LEFT -> x -= by;
      case RIGHT -> x += by;
      case UP -> y += by;
      default -> y -= by;
    }
    model.cursor().point().set(Spot.at(x, y));
    event.consume();
  }
}
