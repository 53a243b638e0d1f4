package epsilonlab.ui.generate.run;

import epsilonlab.model.ModelEntry;
import epsilonlab.ui.Parts;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** The link that opens a trained network again, and renames, exports and deletes them. */
public final class OpenMenu {
  private final OpenModels models;
  private final ContextMenu menu = new ContextMenu();
  private final Button link;

  private OpenMenu(String part, OpenModels models) {
    this.models = models;
    link =
        Parts.linkButton(
            Feather.FOLDER,
            "Open " + models.noun(),
            "Shows a trained network of the library or of a .safetensors file.",
            this::show);
    link.setId(part + "-open");
  }

  /**
   * The link.
   *
   * @param part begins its id
   */
  public static Button of(String part, OpenModels models) {
    return new OpenMenu(part, models).link;
  }

  private void show() {
    if (menu.isShowing()) {
      menu.hide();
      return;
    }
    menu.getItems().clear();
    for (ModelEntry entry : models.all()) {
      Menu one = new Menu(entry.card().name() + "  (" + entry.card().training() + ")");
      one.getItems()
          .addAll(
              item("Open", entry, models::open),
              item("Rename…", entry, models.files()::rename),
              item("Export…", entry, models.files()::export),
              new SeparatorMenuItem(),
              item("Delete", entry, models.files()::delete));
      menu.getItems().add(one);
    }
    if (menu.getItems().isEmpty()) {
      MenuItem none = new MenuItem("None in the library yet: train one");
      none.setDisable(true);
      menu.getItems().add(none);
    }
    MenuItem file = new MenuItem("From a file…");
    file.setOnAction(event -> models.openFile());
    menu.getItems().addAll(new SeparatorMenuItem(), file);
    menu.show(link, Side.TOP, 0, 0);
  }

  private static MenuItem item(String text, ModelEntry entry, Consumer<ModelEntry> action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.accept(entry));
    return item;
  }
}
