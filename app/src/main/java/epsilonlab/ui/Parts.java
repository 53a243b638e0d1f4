package epsilonlab.ui;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.component.FigureMenu;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MathLabel;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small parts that the panes of several tabs share. */
public final class Parts {
  private Parts() {}

  /** A word that is never cut. */
  public static Label label(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** Takes the room that is left in a row. */
  public static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  /** A line across a column. */
  public static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }

  /** A control with its name above, which may hold symbols. */
  public static VBox labelled(ObservableValue<FigureTheme> theme, String name, Control control) {
    MathLabel label = new MathLabel(name);
    label.mutedProperty().set(true);
    label.themeProperty().bind(theme);
    // a symbol is higher than a word, and the boxes of a row stand side by side
    label.getStyleClass().add("control-label");
    return new VBox(2, label, control);
  }

  /** A sentence about what is wrong; takes no room while there is none. */
  public static Label complaint(ObservableStringValue sentence) {
    Label complaint = new Label();
    complaint.textProperty().bind(sentence);
    complaint.getStyleClass().addAll("danger-text", "complaint");
    complaint.setWrapText(true);
    complaint.setMinHeight(Region.USE_PREF_SIZE);
    showIf(complaint, complaint.textProperty().isNotEmpty());
    return complaint;
  }

  /** Shows a node, and gives it room, only while something holds. */
  public static void showIf(Node node, ObservableBooleanValue holds) {
    node.visibleProperty().bind(holds);
    node.managedProperty().bind(node.visibleProperty());
  }

  /** A box to choose one of several values in. */
  public static <T> ComboBox<T> box(List<T> values, Function<T, String> title, String says) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : title.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("the box is not typed into");
          }
        });
    box.setMaxWidth(Double.MAX_VALUE);
    say(box, says);
    return box;
  }

  /** Title, remark and, at the right, switches and menus. */
  public static HBox heading(String title, String remark, Node... right) {
    HBox heading = new HBox(8, label(title, "section-title"), label(remark, "remark"), spring());
    heading.getChildren().addAll(right);
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("figure-heading");
    return heading;
  }

  /** A button that is an icon only. */
  public static Button iconButton(Ikon ikon, String says, Runnable action) {
    Button button = new Button("", new FontIcon(ikon));
    button.getStyleClass().add("icon-button");
    button.setOnAction(event -> action.run());
    say(button, says);
    return button;
  }

  /** A button that looks like a link. */
  public static Button linkButton(Ikon ikon, String text, String says, Runnable action) {
    Button button = new Button(text, new FontIcon(ikon));
    button.getStyleClass().addAll("link-button", "icon-link");
    button.setOnAction(event -> action.run());
    say(button, says);
    return button;
  }

  /** Gives a control its sentence. */
  public static void say(Control control, String sentence) {
    Tooltip tip = new Tooltip(sentence);
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    control.setTooltip(tip);
    control.setAccessibleText(sentence);
  }

  /** An ARGB colour of a figure, for a dot beside it. */
  public static Color colour(int argb) {
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
  }

  /** The figures' theme that goes with the window's. */
  public static ObjectBinding<FigureTheme> theme(LabState state) {
    return FigureThemes.of(state);
  }

  /** The small menu of a figure. */
  public static FigureMenu menu(LabServices services, FigureView view, String name) {
    return new FigureMenu(
        view,
        name,
        ExportPorts.files(services.dialogs()),
        ExportPorts.notices(services.messages()));
  }
}
