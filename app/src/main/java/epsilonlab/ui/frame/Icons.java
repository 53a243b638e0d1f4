package epsilonlab.ui.frame;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, and buttons that show an icon only. */
final class Icons {
  private Icons() {}

  /** An icon whose size and colour come from the stylesheet. */
  static FontIcon icon(Ikon ikon, String... styleClasses) {
    FontIcon icon = new FontIcon(ikon);
    icon.getStyleClass().addAll(styleClasses);
    return icon;
  }

  /** A 32 x 32 button that says what it does in its tooltip and to screen readers. */
  static Button button(Ikon ikon, String says, Runnable action) {
    Button button = new Button("", icon(ikon));
    button.getStyleClass().add("icon-button");
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setOnAction(event -> action.run());
    say(button, says);
    return button;
  }

  static void say(ButtonBase button, String says) {
    button.setAccessibleText(says);
    button.setTooltip(new Tooltip(says));
  }

  static void swap(ButtonBase button, Ikon ikon, String says) {
    button.setGraphic(icon(ikon));
    say(button, says);
  }
}
