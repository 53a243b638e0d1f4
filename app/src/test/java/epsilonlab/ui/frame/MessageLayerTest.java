package epsilonlab.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import epsilonlab.ui.Messages;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A message and buttons where lessons, forms and readings have theirs. */
class MessageLayerTest {
  private final FxRobot robot = new FxRobot();
  private final Messages messages = new Messages(Platform::runLater);
  private final Pane frame = new Pane();
  private Stage stage;
  private Node stack;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    robot.interact(
        () -> {
          MessageStack shown = new MessageStack(messages);
          stack = shown;
          StackPane root = new StackPane(frame);
          root.getChildren().add(new MessageLayer(shown, root));
          stage.setScene(new Scene(root, 1200, 700));
          stage.show();
        });
  }

  @AfterEach
  void close() {
    robot.interact(stage::close);
  }

  private Region button(double x, double y, String styleClass) {
    Region button = new Region();
    button.getStyleClass().add(styleClass);
    button.setManaged(false);
    robot.interact(
        () -> {
          button.resizeRelocate(x, y, 180, 40);
          frame.getChildren().add(button);
        });
    return button;
  }

  private Bounds place() {
    return stack.localToScene(stack.getLayoutBounds());
  }

  private void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> stack.isVisible() && condition.call());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean covers(Bounds place, Node button) {
    return place.intersects(button.localToScene(button.getLayoutBounds()));
  }

  @Test
  void messagesCoverNoPrimaryButton() throws Exception {
    Region other = button(1000, 620, "some-button");
    messages.error("Something is wrong, and this says what to do about it.");
    // in the lower right as long as they may
    until(() -> covers(place(), other));
    assertEquals(1200 - 16, place().getMaxX(), 1);
    Region next = button(1000, 610, "primary-button");
    until(() -> !covers(place(), next));
    assertEquals(600, place().getCenterX(), 1);
    Region start = button(500, 610, "primary-button");
    until(() -> !covers(place(), start) && !covers(place(), next));
    Bounds left = place();
    assertEquals(16, left.getMinX(), 1);
    robot.interact(() -> next.setVisible(false));
    TimeUnit.MILLISECONDS.sleep(300);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(left, place(), "who reads it does not see it jump back");
  }
}
