package epsilonlab.ui.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class EpsilonSliderTest {
  // by the design: 136 for the value, then a track of 528 with 8 on either side
  private static final double LEFT = 144;
  private static final double TRACK = 528;
  private static final double MIDDLE = 27;

  private EpsilonSlider slider;

  @Start
  void start(Stage stage) {
    slider = new EpsilonSlider();
    slider.setPrefSize(680, 66);
    Pane pane = new Pane(slider);
    slider.relocate(20, 60);
    stage.setScene(new Scene(pane, 720, 200));
    stage.show();
  }

  private Point2D at(double epsilon) {
    return slider.localToScreen(LEFT + epsilon / 0.5 * TRACK, MIDDLE);
  }

  @Test
  void clickAndDragFollowTheMouse(FxRobot robot) {
    robot.clickOn(at(0.2));
    assertEquals(0.2, slider.getValue(), 1e-9, "caught by the tick");
    robot.drag(at(0.2)).dropTo(at(0.37));
    assertEquals(0.37, slider.getValue(), 0.0011);
    robot.drag(at(0.37)).moveTo(slider.localToScreen(678, 150)).drop();
    assertEquals(0.5, slider.getValue(), "cut at the end");
    assertEquals(0.5, slider.queryAccessibleAttribute(AccessibleAttribute.VALUE));
  }

  @Test
  void keysStepByHundredthsAndTenths(FxRobot robot) {
    robot.clickOn(at(0.2));
    robot.type(KeyCode.RIGHT);
    assertEquals(0.21, slider.getValue(), 1e-12);
    robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
    assertEquals(0.31, slider.getValue(), 1e-12);
    robot.type(KeyCode.HOME);
    assertEquals(0, slider.getValue());
    robot.type(KeyCode.LEFT);
    assertEquals(0, slider.getValue());
    robot.type(KeyCode.END);
    assertEquals(0.5, slider.getValue());
    robot.interact(() -> slider.setValue(0.173));
    robot.type(KeyCode.RIGHT);
    assertEquals(0.18, slider.getValue(), 1e-12, "from in between to the next hundredth");
  }

  @Test
  void aValueCanBeTyped(FxRobot robot) {
    robot.clickOn(at(0.1)).type(KeyCode.ENTER);
    TextField entry = (TextField) slider.lookup(".text-field");
    assertTrue(entry.isVisible());
    robot.interact(() -> entry.setText("0.173"));
    robot.type(KeyCode.ENTER);
    assertEquals(0.173, slider.getValue());
    assertFalse(entry.isVisible());
    robot.doubleClickOn(slider.localToScreen(60, MIDDLE));
    assertTrue(entry.isVisible());
    robot.interact(() -> entry.setText("0.9"));
    robot.type(KeyCode.ENTER);
    assertTrue(entry.isVisible(), "what is out of range is not taken");
    robot.type(KeyCode.ESCAPE);
    assertFalse(entry.isVisible());
    assertEquals(0.173, slider.getValue());
  }

  @Test
  void whatIsTypedIsRounded(FxRobot robot) {
    robot.interact(() -> slider.scaleProperty().set(SliderScale.PIXELS));
    robot.clickOn(slider.localToScreen(LEFT + 0.2 * TRACK, MIDDLE)).type(KeyCode.ENTER);
    TextField entry = (TextField) slider.lookup(".text-field");
    robot.interact(() -> entry.setText("3.7"));
    robot.type(KeyCode.ENTER);
    assertEquals(4, slider.getValue());
  }
}
