package epsilonlab.ui.cover;

import epsilonlab.lesson.fact.PartName;
import epsilonlab.ui.TabParts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Lies above the tab: covers what the student has to predict, and says at the section's heading
 * what is set by the lesson. Follows what it covers.
 */
public final class CoverLayer extends Pane {
  private static final double GAP = 8;
  // a lower cover has no room for its sign
  private static final double LEAST_WITH_SIGN = 44;
  private static final double COLUMN_PADDING = 16;

  private final Map<TabParts.Place, StackPane> covers = new LinkedHashMap<>();
  private final Map<Node, Lock> locks = new LinkedHashMap<>();
  private final Map<Node, HBox> badges = new LinkedHashMap<>();
  private final Hidden hidden = new Hidden();
  private final Set<String> covered = new HashSet<>();
  private final Runnable onPulse = this::place;
  private TabParts parts = new TabParts();
  private boolean following;

  /** Covers nothing yet. */
  public CoverLayer() {
    setId("lesson-covers");
    getStyleClass().add("lesson-covers");
    setPickOnBounds(false);
    setManaged(false);
  }

  /**
   * Covers these parts with what repeats them on this tab, and locks the controls of these facts;
   * nothing else.
   */
  public void show(TabParts now, Set<PartName> cover, Set<String> lock) {
    coverOnly(now, cover);
    lockOnly(now, lock);
    parts = now;
    follow(!covers.isEmpty() || !badges.isEmpty());
    place();
  }

  /** The parts on the tab in view, by name, that are covered now. */
  public Set<String> covered() {
    return covered.stream().filter(parts::has).collect(Collectors.toSet());
  }

  private void coverOnly(TabParts now, Set<PartName> cover) {
    Set<String> names =
        now.withRepeats(cover.stream().map(PartName::name).collect(Collectors.toSet()));
    Set<TabParts.Place> wanted = new LinkedHashSet<>();
    names.forEach(name -> wanted.addAll(now.places(name)));
    for (String name : covered) {
      if (!names.contains(name)) {
        parts.hide(name, false);
      }
    }
    names.forEach(name -> now.hide(name, true));
    covered.clear();
    covered.addAll(names);
    if (!covers.keySet().equals(wanted)) {
      getChildren().removeAll(covers.values());
      covers.clear();
      hidden.show();
      for (TabParts.Place place : wanted) {
        StackPane node = cover();
        covers.put(place, node);
        getChildren().add(node);
      }
    }
    for (TabParts.Place place : wanted) {
      // of what is half covered, the other half is still to be seen
      if (place.left() == 0) {
        hidden.hide(place.node());
      }
    }
  }

  private static StackPane cover() {
    FontIcon sign = new FontIcon(Feather.HELP_CIRCLE);
    StackPane cover = new StackPane(sign);
    cover.getStyleClass().add("lesson-cover");
    cover.setManaged(false);
    cover.setAccessibleText("Covered until you have guessed");
    return cover;
  }

  private void lockOnly(TabParts now, Set<String> lock) {
    Set<Node> wanted = new LinkedHashSet<>();
    lock.forEach(fact -> wanted.addAll(now.controls(fact)));
    List<Node> over = new ArrayList<>(locks.keySet());
    over.removeAll(wanted);
    over.forEach(node -> locks.remove(node).release());
    wanted.forEach(node -> locks.computeIfAbsent(node, Lock::new));
    Set<Node> headings = new LinkedHashSet<>();
    for (Node node : wanted) {
      if (Visible.isAny(Visible.inScene(node))) {
        SectionHeadings.above(node).ifPresent(headings::add);
      }
    }
    if (!badges.keySet().equals(headings)) {
      getChildren().removeAll(badges.values());
      badges.clear();
      headings.forEach(
          heading -> {
            HBox badge = badge(wanted.contains(heading) || SectionHeadings.isAlone(heading));
            badges.put(heading, badge);
            getChildren().add(badge);
          });
    }
  }

  private static HBox badge(boolean inWords) {
    HBox badge = new HBox(5, new FontIcon(Feather.LOCK));
    if (inWords) {
      badge.getChildren().add(new Label("set by the lesson"));
    }
    badge.setAlignment(Pos.CENTER);
    badge.getStyleClass().add("lesson-lock");
    badge.setManaged(false);
    badge.setMouseTransparent(true);
    badge.setAccessibleText("Set by the lesson");
    return badge;
  }

  private void follow(boolean wanted) {
    Scene scene = getScene();
    if (scene != null && wanted != following) {
      following = wanted;
      if (wanted) {
        scene.addPostLayoutPulseListener(onPulse);
      } else {
        scene.removePostLayoutPulseListener(onPulse);
      }
    }
  }

  private void place() {
    Map<StackPane, Bounds> all = new LinkedHashMap<>();
    covers.forEach(
        (place, cover) -> {
          Bounds seen = Visible.inScene(place.node());
          cover.setVisible(Visible.isAny(seen));
          if (cover.isVisible()) {
            all.put(cover, from(place, sceneToLocal(seen)));
          }
        });
    all.forEach((cover, here) -> place(cover, Edges.aligned(here, all.values())));
    badges.forEach(this::place);
  }

  private static Bounds from(TabParts.Place place, Bounds here) {
    double left = place.left() * here.getWidth();
    return new BoundingBox(
        here.getMinX() + left, here.getMinY(), here.getWidth() - left, here.getHeight());
  }

  private static void place(StackPane cover, Bounds here) {
    cover.getChildren().get(0).setVisible(here.getHeight() >= LEAST_WITH_SIGN);
    resize(cover, here.getMinX(), here.getMinY(), here.getWidth(), here.getHeight());
  }

  private void place(Node heading, HBox badge) {
    Bounds seen = Visible.inScene(heading);
    badge.setVisible(Visible.isAny(seen));
    if (!badge.isVisible()) {
      return;
    }
    Bounds here = sceneToLocal(seen);
    double width = badge.prefWidth(-1);
    double height = badge.prefHeight(-1);
    if (locks.containsKey(heading)) {
      // a switch at the head of the column is full of words itself, but has room above
      boolean inColumn = rightEdge(heading) > 0;
      double top = here.getMinY() - (inColumn ? height : 0);
      resize(badge, here.getMaxX() - width, top, width, height);
      return;
    }
    boolean inWords = badge.getChildren().size() > 1;
    double left = here.getMaxX() + (inWords ? GAP : GAP / 2);
    if (inWords) {
      left = Math.max(left, rightEdge(heading) - width);
    }
    double top = here.getMinY() + (here.getHeight() - height) / 2;
    resize(badge, left, top, width, height);
  }

  private double rightEdge(Node heading) {
    for (Node node = heading; node != null; node = node.getParent()) {
      if (node.getStyleClass().contains("column-choose")) {
        Bounds column = sceneToLocal(node.localToScene(node.getLayoutBounds()));
        return column.getMaxX() - COLUMN_PADDING;
      }
    }
    return Double.NEGATIVE_INFINITY;
  }

  // only where something changes, or every pulse would ask for the next one
  private static void resize(Node node, double x, double y, double width, double height) {
    double left = Math.round(x);
    double top = Math.round(y);
    double right = Math.round(x + width);
    double bottom = Math.round(y + height);
    boolean same =
        node.getLayoutX() == left
            && node.getLayoutY() == top
            && node.getLayoutBounds().getWidth() == right - left
            && node.getLayoutBounds().getHeight() == bottom - top;
    if (!same) {
      node.resizeRelocate(left, top, right - left, bottom - top);
    }
  }
}
