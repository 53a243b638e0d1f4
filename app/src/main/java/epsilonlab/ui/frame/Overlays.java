package epsilonlab.ui.frame;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What lies over the tabs: at most one popover at a time. A click beside it closes it. */
final class Overlays extends StackPane {
  // clear of both bars
  private static final Insets ROOM = new Insets(64, 8, 40, 8);

  private final Region ground = new Region();
  private Node shown;
  private Consumer<Boolean> told = visible -> {};
  private Node focusBefore;

  Overlays() {
    getStyleClass().add("overlays");
    setPickOnBounds(false);
    ground.setOnMousePressed(event -> close());
    ground.setVisible(false);
    getChildren().add(ground);
  }

  /** Whether anything is open. */
  boolean isOpen() {
    return shown != null;
  }

  /**
   * Opens {@code card}, or closes it if it is open.
   *
   * @param dim whether the tabs fade behind it
   * @param tell hears of opening and closing
   */
  void toggle(Node card, Pos where, boolean dim, Consumer<Boolean> tell) {
    boolean open = shown != card;
    close();
    if (open) {
      shown = card;
      told = tell;
      focusBefore = getScene() == null ? null : getScene().getFocusOwner();
      ground.getStyleClass().setAll(dim ? "overlay-ground-dim" : "overlay-ground");
      ground.setVisible(true);
      StackPane.setAlignment(card, where);
      StackPane.setMargin(card, ROOM);
      getChildren().add(card);
      card.requestFocus();
      tell.accept(true);
    }
  }

  /** Opens what a property holds, and empties it when that is closed. */
  void follow(ObjectProperty<Node> wanted) {
    wanted.addListener(
        (property, before, card) -> {
          if (card == null) {
            close();
          } else {
            toggle(card, Pos.CENTER, true, open -> empty(wanted, card, open));
          }
        });
  }

  private static void empty(ObjectProperty<Node> wanted, Node card, boolean open) {
    if (!open && wanted.get() == card) {
      wanted.set(null);
    }
  }

  /** Closes what is open; false if nothing is. */
  boolean close() {
    if (shown == null) {
      return false;
    }
    getChildren().remove(shown);
    shown = null;
    ground.setVisible(false);
    told.accept(false);
    if (focusBefore != null) {
      focusBefore.requestFocus();
      focusBefore = null;
    }
    return true;
  }
}
