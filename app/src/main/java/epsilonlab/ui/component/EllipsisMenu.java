package epsilonlab.ui.component;

import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small "…" button of figures and tables: drawn 24 high, with a hit area of 32. */
public abstract class EllipsisMenu extends Button {
  private final ContextMenu menu = new ContextMenu();
  private final MenuItem collecting = new MenuItem("Add to report");

  protected EllipsisMenu(String what) {
    setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
    getStyleClass().addAll("flat", "button-icon", "ellipsis-menu");
    setMinSize(32, 32);
    setPrefSize(32, 32);
    setMaxSize(32, 32);
    setAccessibleText(what);
    setTooltip(new Tooltip(what));
    setOnAction(event -> open());
  }

  private void open() {
    if (menu.isShowing()) {
      menu.hide();
    } else {
      collecting.setVisible(FigureCollector.of(this).isPresent());
      menu.show(this, Side.BOTTOM, 0, 0);
    }
  }

  protected final void item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    menu.getItems().add(item);
  }

  /** Adds the item that takes what the menu belongs to into the window's report. */
  protected final void collects(Consumer<FigureCollector> into) {
    collecting.setOnAction(event -> FigureCollector.of(this).ifPresent(into));
    collecting.setVisible(false);
    menu.getItems().add(collecting);
  }

  /** The menu behind the button. */
  public final ContextMenu menu() {
    return menu;
  }
}
