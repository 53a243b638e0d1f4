package epsilonlab.ui.generate.denoise;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.RestoredGrid;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.OwnKeys;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import java.util.Locale;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Noisy above, restored below; a click chooses the digit that keys and the attack work on. */
final class RowsPane extends VBox {
  private static final Set<KeyCode> KEYS =
      Set.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.ENTER, KeyCode.HOME, KeyCode.END);

  private final DenoiseViewModel model;
  private final FigureView view = new FigureView();
  private final StackPane frame = new StackPane(view);
  private final DigitPopup popup;
  private final Button other;

  RowsPane(LabServices services, DenoiseViewModel model, ObservableValue<FigureTheme> theme) {
    this.model = model;
    popup = new DigitPopup(model, theme);
    view.themeProperty().bind(theme);
    view.setId("denoise-grid");
    other =
        Parts.linkButton(
            Feather.EDIT_2,
            "Another digit",
            "Puts another test digit, or one that you draw, in place of the framed one (N, P, R).",
            () -> {});
    other.setId("denoise-another");
    other.setMinWidth(USE_PREF_SIZE);
    other.setOnAction(event -> popup.show(other));
    HBox heading =
        Parts.heading(
            "Noisy above, restored below",
            "",
            other,
            Parts.menu(services, view, "noisy-and-restored"));
    Label remark = (Label) heading.getChildren().get(1);
    remark.setMinWidth(0);
    remark.setId("denoise-grid-remark");
    // large letters leave no room beside the title
    Parts.showIf(remark, services.state().presenting().not());
    model.session().model().addListener((property, before, now) -> remark.setText(remark()));
    model.restoring().many().addListener((property, before, now) -> remark.setText(remark()));
    remark.setText(remark());
    frame.getStyleClass().add("denoise-grid");
    frame.setFocusTraversable(true);
    frame.setAccessibleRole(AccessibleRole.LIST_VIEW);
    frame.setAccessibleText("Digits of the grid");
    frame.setMinHeight(0);
    OwnKeys.keep(frame, event -> KEYS.contains(event.getCode()));
    frame.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    frame.addEventHandler(MouseEvent.MOUSE_MOVED, this::hovered);
    frame.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    VBox.setVgrow(frame, Priority.ALWAYS);
    getChildren().addAll(heading, frame);
    model.restoring().grid().addListener((property, before, now) -> show());
    model.restoring().many().addListener((property, before, now) -> show());
    model.restoring().stale().addListener((property, before, now) -> show());
    model.digits().selected().addListener((property, before, now) -> show());
    show();
  }

  private String remark() {
    if (model.session().model().get() == null) {
      return "there is no classifier yet that could read them; train one in Train";
    }
    int count = model.restoring().many().get().count();
    return String.format(
        Locale.ROOT,
        "answers of %s; %% of %,d test digits",
        model.session().model().get().card().name(),
        count == 0 ? Restoring.COUNT : count);
  }

  private void show() {
    Read read = model.restoring().grid().get();
    view.setFigure(
        read == null
            ? null
            : DenoiseFigures.grid(
                read,
                model.restoring().many().get(),
                model.restoring().stale().get(),
                model.digits().selected().get()));
  }

  private int columnAt(MouseEvent event) {
    return view.getFigure() instanceof RestoredGrid grid
        ? grid.columnAt(
            event.getX(), event.getY(), view.getWidth(), view.getHeight(), view.getTheme())
        : -1;
  }

  private void hovered(MouseEvent event) {
    frame.setCursor(columnAt(event) < 0 ? Cursor.DEFAULT : Cursor.HAND);
  }

  private void pressed(MouseEvent event) {
    frame.requestFocus();
    int column = columnAt(event);
    if (column >= 0) {
      model.digits().selected().set(column);
      if (event.getClickCount() == 2) {
        popup.show(other);
      }
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    int now = model.digits().selected().get();
    int last = model.digits().samples().get().size() - 1;
    switch (event.getCode()) {
      case LEFT -> model.digits().selected().set(Math.max(0, now - 1));
      case RIGHT -> model.digits().selected().set(Math.min(last, now + 1));
      case HOME -> model.digits().selected().set(0);
      case END -> model.digits().selected().set(last);
      case ENTER -> popup.show(other);
      default -> {
        return;
      }
    }
    event.consume();
  }
}
