package epsilonlab.ui.generate.run;

import epsilonlab.generative.Pictures;
import epsilonlab.report.figure.DigitGrid;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.OwnKeys;
import epsilonlab.ui.component.FigureView;
import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** A grid of generated digits on one canvas; one is chosen with the mouse or the arrow keys. */
public final class DigitGridView extends StackPane {
  private static final Set<KeyCode> KEYS =
      EnumSet.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN, KeyCode.HOME, KeyCode.END);

  private final int columns;
  private final int gap;
  private final String subject;
  private final FigureView view = new FigureView();
  private final ObjectProperty<Pictures> pictures = new SimpleObjectProperty<>(this, "pictures");
  private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", -1);

  /**
   * @param columns digits in a row
   * @param gap between two digits
   * @param subject what they are, for those who cannot see them
   */
  public DigitGridView(ObservableValue<FigureTheme> theme, int columns, int gap, String subject) {
    this.columns = columns;
    this.gap = gap;
    this.subject = subject;
    view.themeProperty().bind(theme);
    getChildren().add(view);
    getStyleClass().add("digit-grid");
    setFocusTraversable(true);
    setMinSize(0, 0);
    OwnKeys.keep(this, event -> KEYS.contains(event.getCode()));
    pictures.addListener((property, before, now) -> draw());
    chosen.addListener((property, before, now) -> draw());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** What is shown; null for nothing. */
  public ObjectProperty<Pictures> picturesProperty() {
    return pictures;
  }

  /** The index of the framed digit; -1 for none, and then none can be chosen. */
  public IntegerProperty chosenProperty() {
    return chosen;
  }

  /** The canvas, for a figure menu. */
  public FigureView view() {
    return view;
  }

  private DigitGrid grid() {
    return (DigitGrid) view.getFigure();
  }

  private void draw() {
    Pictures now = pictures.get();
    view.setFigure(
        now == null ? null : new DigitGrid(now.values(), columns, gap, chosen.get(), subject));
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    if (grid() != null && chosen.get() >= 0) {
      int index = grid().digitAt(event.getX(), event.getY(), view.getWidth(), view.getHeight());
      if (index >= 0) {
        chosen.set(index);
      }
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    if (grid() == null || chosen.get() < 0 || !KEYS.contains(event.getCode())) {
      return;
    }
    int count = grid().count();
    int to =
        switch (event.getCode()) {
          case LEFT -> chosen.get() - 1;
          case RIGHT -> chosen.get() + 1;
          case UP -> chosen.get() - columns;
          case DOWN -> chosen.get() + columns;
          case HOME -> 0;
          default -> count - 1;
        };
    if (to >= 0 && to < count) {
      chosen.set(to);
    }
    event.consume();
  }
}
