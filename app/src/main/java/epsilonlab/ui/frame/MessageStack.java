package epsilonlab.ui.frame;

import epsilonlab.ui.Message;
import epsilonlab.ui.Messages;
import java.util.HashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** The notices, one below the other. */
final class MessageStack extends VBox {
  private static final Duration STAYS = Duration.seconds(7);

  private final Messages messages;
  private final Map<Message, Node> cards = new HashMap<>();

  MessageStack(Messages messages) {
    this.messages = messages;
    getStyleClass().add("message-stack");
    setPickOnBounds(false);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    messages.shown().addListener((ListChangeListener<Message>) change -> fill());
    fill();
  }

  private void fill() {
    cards.keySet().retainAll(messages.shown());
    getChildren()
        .setAll(
            messages.shown().stream()
                .map(message -> cards.computeIfAbsent(message, this::card))
                .toList());
    setVisible(!getChildren().isEmpty());
  }

  private Node card(Message message) {
    Label sentence = new Label(message.sentence());
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    sentence.getStyleClass().add("message-sentence");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Node icon =
        switch (message.kind()) {
          case INFO -> Icons.icon(Feather.INFO, "accent");
          case SUCCESS -> Icons.icon(Feather.CHECK_CIRCLE, "success");
          case ERROR -> Icons.icon(Feather.ALERT_TRIANGLE, "danger");
        };
    HBox card = new HBox(icon, sentence);
    card.setAlignment(Pos.CENTER_LEFT);
    card.getStyleClass().add("message");
    card.getStyleClass().add(message.kind() == Message.Kind.ERROR ? "message-error" : "message-ok");
    message.action().ifPresent(action -> card.getChildren().add(action(message, action)));
    Button close = Icons.button(Feather.X, "Close this message", () -> messages.close(message));
    card.getChildren().add(close);
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.setAccessibleText(message.sentence());
    card.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    if (message.kind() != Message.Kind.ERROR) {
      leaveByItself(card, message);
    }
    return card;
  }

  private Button action(Message message, Message.Action action) {
    Button button = new Button(action.text());
    button.getStyleClass().add("link-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(
        event -> {
          messages.close(message);
          action.run().run();
        });
    return button;
  }

  private void leaveByItself(HBox card, Message message) {
    PauseTransition stay = new PauseTransition(STAYS);
    stay.setOnFinished(event -> messages.close(message));
    stay.play();
    // who reads or aims at the button gets the time for it
    card.hoverProperty()
        .addListener(
            (property, before, over) -> {
              if (over) {
                stay.stop();
              } else {
                stay.playFromStart();
              }
            });
    card.focusWithinProperty()
        .addListener(
            (property, before, inside) -> {
              if (inside) {
                stay.stop();
              } else {
                stay.playFromStart();
              }
            });
  }
}
