package epsilonlab.ui.data;

import epsilonlab.ui.LabState;
import javafx.geometry.Side;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/** The data sets as a menu at the status bar and as a box in a tab. */
public final class DataMenu {
  private DataMenu() {}

  /** Opens the menu where the status bar's data text is clicked. */
  public static void install(LabState state, DataChoice choice) {
    ContextMenu menu = new ContextMenu();
    for (DataChoice.Option option : choice.options()) {
      CheckMenuItem item = new CheckMenuItem(option.title());
      item.setOnAction(event -> choice.selected().set(option));
      menu.getItems().add(item);
    }
    menu.setOnShowing(
        event -> {
          for (int i = 0; i < choice.options().size(); i++) {
            boolean now = choice.options().get(i).equals(choice.selected().get());
            ((CheckMenuItem) menu.getItems().get(i)).setSelected(now);
          }
        });
    state.dataMenu().set(node -> menu.show(node, Side.TOP, 0, 0));
  }

  /** A box as wide as its column. */
  public static ComboBox<DataChoice.Option> box(DataChoice choice) {
    ComboBox<DataChoice.Option> box = new ComboBox<>();
    box.getItems().setAll(choice.options());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(DataChoice.Option option) {
            return option == null ? "Loading …" : option.title();
          }

          @Override
          public DataChoice.Option fromString(String title) {
            throw new UnsupportedOperationException("the box is not typed into");
          }
        });
    box.valueProperty().bindBidirectional(choice.selected());
    box.setMaxWidth(Double.MAX_VALUE);
    box.setTooltip(new Tooltip("The pictures x with their labels y that the network learns from."));
    box.setAccessibleText("Data set");
    return box;
  }
}
