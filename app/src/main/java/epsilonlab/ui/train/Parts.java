package epsilonlab.ui.train;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.FileType;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabState;
import epsilonlab.ui.component.ExportNotices;
import epsilonlab.ui.component.FigureMenu;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.FileChooserPort;
import epsilonlab.ui.theme.Theme;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small parts that the panes of this tab share. */
final class Parts {
  /** Text size of figures in presenter mode. */
  private static final double LARGE = 20;

  private Parts() {}

  static Label label(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }

  /** Title, remark and, at the right, switches and menus. */
  static HBox heading(String title, String remark, Node... right) {
    HBox heading = new HBox(8, label(title, "section-title"), label(remark, "remark"), spring());
    heading.getChildren().addAll(right);
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("train-heading");
    return heading;
  }

  static Button iconButton(Ikon ikon, String says, Runnable action) {
    Button button = new Button("", new FontIcon(ikon));
    button.getStyleClass().add("icon-button");
    button.setOnAction(event -> action.run());
    say(button, says);
    return button;
  }

  static Button linkButton(Ikon ikon, String text, String says, Runnable action) {
    Button button = new Button(text, new FontIcon(ikon));
    button.getStyleClass().addAll("link-button", "train-link");
    button.setOnAction(event -> action.run());
    say(button, says);
    return button;
  }

  /** Gives a control its sentence. */
  static void say(Control control, String sentence) {
    Tooltip tip = new Tooltip(sentence);
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    control.setTooltip(tip);
    control.setAccessibleText(sentence);
  }

  /** An ARGB colour of a figure, for a dot beside it. */
  static Color colour(int argb) {
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
  }

  /** The figures' theme that goes with the window's. */
  static ObjectBinding<FigureTheme> theme(LabState state) {
    return Bindings.createObjectBinding(
        () -> {
          FigureTheme theme =
              state.theme().effectiveTheme().get() == Theme.DARK
                  ? FigureTheme.DARK
                  : FigureTheme.LIGHT;
          return state.presenting().get() ? theme.withText(LARGE) : theme;
        },
        state.theme().effectiveTheme(),
        state.presenting());
  }

  /** Where a figure's or a table's export goes. */
  static FileChooserPort files(LabServices services) {
    return (name, extension) ->
        services
            .dialogs()
            .chooseFileToSave(
                "Save",
                name + "." + extension,
                List.of(
                    new FileType(extension.toUpperCase(Locale.ROOT), List.of("*." + extension))));
  }

  static ExportNotices notices(LabServices services) {
    return new ExportNotices() {
      @Override
      public void done(String sentence) {
        services.messages().success(sentence);
      }

      @Override
      public void failed(String sentence) {
        services.messages().error(sentence);
      }
    };
  }

  static FigureMenu menu(LabServices services, FigureView view, String name) {
    return new FigureMenu(view, name, files(services), notices(services));
  }
}
