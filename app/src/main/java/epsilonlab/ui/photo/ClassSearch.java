package epsilonlab.ui.photo;

import epsilonlab.engine.LabException;
import epsilonlab.photo.ClassNames;
import epsilonlab.photo.PhotoNetwork;
import epsilonlab.ui.Parts;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field that finds a class among the names; what was found stands in a list below it. */
final class ClassSearch extends HBox {
  private static final double ROW = 32;
  private static final double LARGE_ROW = 44;
  private static final String PRESENTING = "presenting";
  private static final int MOST_ROWS = 7;

  private final ObservableValue<PhotoNetwork> network;
  private final StringProperty chosen;
  private final TextField field = new TextField();
  private final ListView<Integer> found = new ListView<>();
  private final StackPane box = new StackPane();
  private final Popup popup = new Popup();
  private boolean setting;

  /**
   * @param network whose names are searched; the built-in ones while there is none
   * @param chosen the label or the number that was chosen; empty for any class
   */
  ClassSearch(ObservableValue<PhotoNetwork> network, StringProperty chosen) {
    this.network = network;
    this.chosen = chosen;
    getStyleClass().addAll("photo-search");
    setAlignment(Pos.CENTER_LEFT);
    FontIcon glass = new FontIcon(Feather.SEARCH);
    glass.getStyleClass().add("search-icon");
    field.setId("photo-target");
    field.setPromptText("any other class");
    Parts.say(
        field,
        "The class that the network shall see, t; type a part of its name or its number. Empty: any"
            + " other than the one it sees now.");
    HBox.setHgrow(field, Priority.ALWAYS);
    Button clear = Parts.iconButton(Feather.X, "Any other class", () -> choose(""));
    clear.setId("photo-target-clear");
    Parts.showIf(clear, field.textProperty().isNotEmpty());
    getChildren().addAll(glass, field, clear);
    setField(chosen.get());
    chosen.addListener((property, before, now) -> setField(now));
    field.textProperty().addListener((property, before, now) -> typed());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field
        .focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                leave();
              }
            });
    found.setId("photo-classes-found");
    found.setFocusTraversable(false);
    found.getStyleClass().add("photo-found");
    found.setCellFactory(list -> new Cell());
    found.setOnMouseClicked(event -> take());
    box.getChildren().add(found);
    box.getStyleClass().add("photo-found-box");
    popup.getContent().add(box);
    popup.setAutoHide(true);
    popup.setAutoFix(false);
    // the box itself, without its shadow
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
  }

  private ClassNames names() {
    PhotoNetwork now = network.getValue();
    return now == null ? ClassNames.imageNet() : now.names();
  }

  private void setField(String text) {
    if (!text.equals(field.getText())) {
      setting = true;
      field.setText(text);
      setting = false;
    }
  }

  private void typed() {
    if (setting) {
      return;
    }
    String text = field.getText();
    if (text.isBlank()) {
      popup.hide();
      chosen.set("");
      return;
    }
    List<Integer> hits = names().search(text);
    found.getItems().setAll(hits.subList(0, Math.min(100, hits.size())));
    if (hits.isEmpty() || getScene() == null) {
      popup.hide();
      return;
    }
    found.getSelectionModel().select(0);
    double row = isPresenting() ? LARGE_ROW : ROW;
    found.setFixedCellSize(row);
    double rows = Math.min(MOST_ROWS, found.getItems().size());
    found.setPrefSize(getWidth() - 2, rows * row + 2);
    place(rows * row + 4);
  }

  private boolean isPresenting() {
    return getScene().getRoot().getStyleClass().contains(PRESENTING);
  }

  /** Puts the list below the field or, where there is no room, above it. */
  private void place(double height) {
    Bounds at = localToScreen(getBoundsInLocal());
    if (at == null) {
      return;
    }
    Window window = getScene().getWindow();
    boolean below = at.getMaxY() + 2 + height < window.getY() + window.getHeight();
    double top = below ? at.getMaxY() + 2 : at.getMinY() - 2 - height;
    if (!popup.isShowing()) {
      box.getStylesheets().setAll(getScene().getStylesheets());
      box.getStylesheets().add(PhotoView.sheet());
      // a popup does not stand under the window's root
      box.getStyleClass().remove(PRESENTING);
      if (isPresenting()) {
        box.getStyleClass().add(PRESENTING);
      }
      popup.show(this, at.getMinX(), top);
    }
    popup.setAnchorX(at.getMinX());
    popup.setAnchorY(top);
  }

  private void key(KeyEvent event) {
    int now = found.getSelectionModel().getSelectedIndex();
    if (popup.isShowing() && event.getCode() == KeyCode.DOWN) {
      found.getSelectionModel().select(Math.min(found.getItems().size() - 1, now + 1));
      found.scrollTo(Math.max(0, now - 2));
      event.consume();
    } else if (popup.isShowing() && event.getCode() == KeyCode.UP) {
      found.getSelectionModel().select(Math.max(0, now - 1));
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      take();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && popup.isShowing()) {
      close();
      event.consume();
    }
  }

  private void take() {
    Integer index = found.getSelectionModel().getSelectedItem();
    if (popup.isShowing() && index != null) {
      choose(key(index));
    }
  }

  /** The label, or the number where two classes have the same one. */
  private String key(int index) {
    String label = names().label(index);
    boolean twice = names().labels().stream().filter(label::equals).count() > 1;
    return twice ? String.valueOf(index) : label;
  }

  private void choose(String text) {
    popup.hide();
    setField(text);
    field.positionCaret(text.length());
    chosen.set(text);
  }

  // a whole name or a number is meant as it stands, whoever forgets to press Enter
  private void leave() {
    String typed = field.getText().strip();
    if (!typed.isEmpty() && !typed.equals(chosen.get())) {
      try {
        choose(key(names().index(typed)));
        return;
      } catch (LabException half) {
        // only half typed
      }
    }
    close();
  }

  // what was only half typed is no target
  private void close() {
    popup.hide();
    setField(chosen.get());
  }

  /** A label with the hit in another colour, and the number at the right. */
  private final class Cell extends ListCell<Integer> {
    @Override
    protected void updateItem(Integer index, boolean empty) {
      super.updateItem(index, empty);
      setText(null);
      if (empty || index == null) {
        setGraphic(null);
        return;
      }
      String label = names().label(index);
      String wanted = field.getText().strip().replace(' ', '_');
      int at = label.toLowerCase(Locale.ROOT).indexOf(wanted.toLowerCase(Locale.ROOT));
      TextFlow words = new TextFlow();
      if (at < 0) {
        words.getChildren().add(text(label, "photo-rest"));
      } else {
        words
            .getChildren()
            .addAll(
                text(label.substring(0, at), "photo-rest"),
                text(label.substring(at, at + wanted.length()), "photo-hit"),
                text(label.substring(at + wanted.length()), "photo-rest"));
      }
      Label number = Parts.label(String.valueOf(index), "muted");
      Region spring = Parts.spring();
      HBox row = new HBox(8, words, spring, number);
      row.setAlignment(Pos.CENTER_LEFT);
      words.setMinWidth(Region.USE_PREF_SIZE);
      setGraphic(row);
    }

    private Text text(String part, String style) {
      Text text = new Text(part);
      text.getStyleClass().add(style);
      return text;
    }
  }
}
