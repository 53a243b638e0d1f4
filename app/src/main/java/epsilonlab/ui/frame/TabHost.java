package epsilonlab.ui.frame;

import epsilonlab.ui.LabTab;
import epsilonlab.ui.Remembered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Shows one tab; builds a tab's content when it is first chosen and remembers the choice. */
final class TabHost extends StackPane {
  private static final String KEY = "tab";

  private final List<LabTab> tabs;
  private final Remembered remembered;
  private final BiConsumer<Integer, LabTab> chosen;
  private final Map<LabTab, Node> built = new HashMap<>();
  private boolean presenting;
  private LabTab current;

  TabHost(List<LabTab> tabs, Remembered remembered, BiConsumer<Integer, LabTab> chosen) {
    this.tabs = tabs;
    this.remembered = remembered;
    this.chosen = chosen;
    getStyleClass().add("tab-host");
  }

  /** The tab in view; empty only if there are no tabs. */
  Optional<LabTab> current() {
    return Optional.ofNullable(current);
  }

  /** The tabs whose content was built. */
  List<LabTab> built() {
    return tabs.stream().filter(built::containsKey).toList();
  }

  /** Chooses the tab that was in view when the lab was last closed, or the first. */
  void chooseRemembered() {
    String id = remembered.get(KEY, "");
    for (int i = 0; i < tabs.size(); i++) {
      if (tabs.get(i).id().equals(id)) {
        choose(i);
        return;
      }
    }
    choose(0);
  }

  /** Brings the tab into view whose id a property is given, and takes the id away again. */
  void follow(StringProperty wanted) {
    wanted.addListener(
        (property, before, id) -> {
          if (id != null) {
            choose(id);
            wanted.set(null);
          }
        });
  }

  /** Brings a tab into view; an id that no tab has is passed over. */
  void choose(String id) {
    for (int i = 0; i < tabs.size(); i++) {
      if (tabs.get(i).id().equals(id)) {
        choose(i);
      }
    }
  }

  void choose(int index) {
    if (index < 0 || index >= tabs.size() || tabs.get(index) == current) {
      return;
    }
    if (current != null) {
      show(built.get(current), false);
      current.onHidden();
    }
    current = tabs.get(index);
    show(contentOf(current), true);
    remembered.put(KEY, current.id());
    chosen.accept(index, current);
    current.onShown();
  }

  /** Builds a tab without bringing it into view. */
  void prepare(String id) {
    tabs.stream()
        .filter(tab -> tab.id().equals(id) && !built.containsKey(tab))
        .forEach(tab -> show(contentOf(tab), false));
  }

  private Node contentOf(LabTab tab) {
    Node content = built.get(tab);
    if (content == null) {
      content = tab.content();
      built.put(tab, content);
      getChildren().add(content);
      tab.setPresenting(presenting);
    }
    return content;
  }

  void setPresenting(boolean presenting) {
    this.presenting = presenting;
    built.keySet().forEach(tab -> tab.setPresenting(presenting));
  }

  /** Tells the tab in view that it goes, for example because the window closes. */
  void hideCurrent() {
    if (current != null) {
      current.onHidden();
    }
  }

  // hidden tabs stay in the scene: to style them anew on every switch would take too long
  private static void show(Node content, boolean visible) {
    content.setVisible(visible);
    content.setManaged(visible);
  }
}
