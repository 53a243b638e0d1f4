package epsilonlab.ui.privacy.logistic;

import epsilonlab.settings.Settings;
import epsilonlab.ui.Parts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The pages of the part, of which one is in view; which one is remembered. */
final class Pages {
  private final List<Page> pages;
  private final ReadOnlyObjectWrapper<Page> current = new ReadOnlyObjectWrapper<>();
  private final Settings settings;

  Pages(Settings settings, List<Page> pages) {
    this.settings = settings;
    this.pages = List.copyOf(pages);
    String last = settings.get(LogisticSettings.PAGE);
    current.set(
        pages.stream().filter(page -> page.id().equals(last)).findFirst().orElse(pages.get(0)));
  }

  List<Page> all() {
    return pages;
  }

  ReadOnlyObjectProperty<Page> current() {
    return current.getReadOnlyProperty();
  }

  void choose(Page page) {
    settings.set(LogisticSettings.PAGE, page.id());
    current.set(page);
    page.shown();
  }

  /** Brings a page into view, as its switch does. */
  void choose(String id) {
    pages.stream()
        .filter(page -> page.id().equals(id) && page != current.get())
        .findFirst()
        .ifPresent(this::choose);
  }

  /** One pane of every page, of which that of the current one shows. */
  StackPane stack(java.util.function.Function<Page, Region> pane) {
    StackPane stack = new StackPane();
    for (Page page : pages) {
      Region one = new StackPane(pane.apply(page));
      Parts.showIf(one, Bindings.equal(current, page));
      stack.getChildren().add(one);
    }
    return stack;
  }

  /** The switch among the pages. */
  Node switchOf() {
    HBox row = new HBox();
    row.setId("logistic-pages");
    row.getStyleClass().add("page-switch");
    for (Page page : pages) {
      ToggleButton button = new ToggleButton(page.title());
      button.setId("logistic-page-" + page.id());
      int place = pages.indexOf(page);
      button
          .getStyleClass()
          .addAll(
              "small-switch",
              place == 0 ? "left-pill" : place == pages.size() - 1 ? "right-pill" : "center-pill");
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      Parts.say(button, page.says());
      button.setAccessibleText(page.title() + ". " + page.says());
      button.setSelected(page == current.get());
      current.addListener((property, before, now) -> button.setSelected(page == now));
      button.setOnAction(
          event -> {
            button.setSelected(true);
            choose(page);
          });
      row.getChildren().add(button);
    }
    return row;
  }
}
