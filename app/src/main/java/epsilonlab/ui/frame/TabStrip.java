package epsilonlab.ui.frame;

import epsilonlab.ui.LabTab;
import epsilonlab.ui.OwnKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** The tabs' icons and words. Arrow keys move along them while one has the focus. */
final class TabStrip extends HBox {
  private static final Set<KeyCode> KEYS =
      Set.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.SPACE, KeyCode.ENTER);

  private final List<TabButton> buttons = new ArrayList<>();
  private final ToggleGroup group = new ToggleGroup();
  private boolean iconsOnly;

  TabStrip(List<LabTab> tabs, IntConsumer choose) {
    getStyleClass().add("tab-strip");
    setAccessibleRole(AccessibleRole.TAB_PANE);
    for (int i = 0; i < tabs.size(); i++) {
      int index = i;
      LabTab tab = tabs.get(i);
      TabButton button = new TabButton(tab);
      button.setId("tab-" + tab.id());
      button.setToggleGroup(group);
      button.setTooltip(new Tooltip(tab.title() + " (Ctrl+" + (i + 1) + ")"));
      button.setOnAction(event -> choose.accept(index));
      button.addEventFilter(KeyEvent.KEY_PRESSED, event -> move(index, event, choose));
      OwnKeys.keep(button, event -> KEYS.contains(event.getCode()));
      buttons.add(button);
    }
    getChildren().addAll(buttons);
  }

  /** Marks a tab as the chosen one. */
  void select(int index) {
    group.selectToggle(buttons.get(index));
  }

  boolean showsIconsOnly() {
    return iconsOnly;
  }

  /** Shows icons alone, but for the chosen tab. */
  void iconsOnly(boolean wanted) {
    iconsOnly = wanted;
    buttons.forEach(button -> button.iconOnly(wanted));
  }

  private void move(int index, KeyEvent event, IntConsumer choose) {
    int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
    if (step == 0 || event.isControlDown() || event.isAltDown()) {
      return;
    }
    int next = Math.floorMod(index + step, buttons.size());
    buttons.get(next).requestFocus();
    choose.accept(next);
    event.consume();
  }
}
