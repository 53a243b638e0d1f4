package epsilonlab.ui.component;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DrawPadTest {
  private DrawPad pad;

  @Start
  void start(Stage stage) {
    pad = new DrawPad();
    pad.setPrefSize(224, 224);
    stage.setScene(new Scene(new Pane(pad), 260, 260));
    stage.show();
  }

  private Point2D at(double x, double y) {
    return pad.localToScreen(x * 8, y * 8);
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  @Test
  void aStrokeInksWhereTheMouseWentAndCanBeTakenBack(FxRobot robot) {
    robot.drag(at(6.5, 4.5)).dropTo(at(6.5, 20.5));
    float[] one = pad.drawnProperty().get();
    assertEquals(1, one[12 * 28 + 6], 1e-6, "the middle of the stroke");
    assertEquals(0, one[12 * 28 + 9], 1e-6, "three pixels beside it");
    // 16 long and 2.2 wide, and the round ends
    assertEquals(16 * 2.2 + Math.PI * 1.1 * 1.1, sum(one), 6);
    robot.drag(at(15.5, 4.5)).dropTo(at(20.5, 20.5));
    assertTrue(sum(pad.drawnProperty().get()) > sum(one) + 20);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertArrayEquals(one, pad.drawnProperty().get());
    robot.type(KeyCode.DELETE);
    assertTrue(pad.isEmpty());
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertArrayEquals(one, pad.drawnProperty().get());
  }

  @Test
  void centredPutsTheMassInTheMiddleAtMnistSize() {
    DrawnDigit digit = new DrawnDigit();
    digit.line(3, 4, 3, 14);
    digit.line(3, 4, 7, 4);
    float[] centred = digit.centred();
    double mass = 0;
    double x = 0;
    double y = 0;
    int top = 28;
    int bottom = -1;
    for (int i = 0; i < 784; i++) {
      mass += centred[i];
      x += centred[i] * (i % 28 + 0.5);
      y += centred[i] * (i / 28 + 0.5);
      if (centred[i] > 0.25) {
        top = Math.min(top, i / 28);
        bottom = Math.max(bottom, i / 28);
      }
    }
    assertEquals(14, x / mass, 0.2);
    assertEquals(14, y / mass, 0.2);
    assertEquals(20, bottom - top + 1, 2, "the longer side");
    assertArrayEquals(new float[784], new DrawnDigit().centred());
  }
}
