package epsilonlab.ui.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DigitPickerTest {
  private final Set<Integer> asked = new TreeSet<>();
  private DigitPicker picker;

  @Start
  void start(Stage stage) {
    // the digit with an index is all black if the index is even, else all white
    picker =
        new DigitPicker(
            i -> {
              asked.add(i);
              float[] image = new float[784];
              java.util.Arrays.fill(image, i % 2 == 0 ? 1 : 0);
              return image;
            },
            i -> "No. " + i);
    picker.setPrefSize(230, 312);
    picker.setIndices(IntStream.range(0, 10_000).toArray());
    stage.setScene(new Scene(new Pane(picker), 300, 330));
    stage.show();
  }

  private Point2D cell(int column, int row) {
    return picker.localToScreen(column * 58 + 28, row * 58 + 28);
  }

  private int pixel(FxRobot robot, int x, int y) {
    WaitForAsyncUtils.waitForFxEvents();
    WritableImage[] out = new WritableImage[1];
    robot.interact(() -> out[0] = picker.snapshot(null, null));
    return out[0].getPixelReader().getArgb(x, y);
  }

  @Test
  void aClickChoosesAndTheChoiceIsFramed(FxRobot robot) {
    robot.clickOn(cell(2, 1));
    assertEquals(6, picker.chosenProperty().get());
    assertEquals(0xff0969da, pixel(robot, 2 * 58 + 1, 58 + 20));
    assertEquals(0xff000000, pixel(robot, 2 * 58 + 20, 58 + 20));
    assertEquals(0xffffffff, pixel(robot, 58 + 20, 58 + 20));
  }

  @Test
  void keysWalkThroughTheGrid(FxRobot robot) {
    robot.clickOn(cell(0, 0)).type(KeyCode.RIGHT).type(KeyCode.DOWN);
    assertEquals(5, picker.chosenProperty().get());
    robot.type(KeyCode.UP).type(KeyCode.LEFT);
    assertEquals(0, picker.chosenProperty().get());
    robot.type(KeyCode.PAGE_DOWN);
    assertEquals(20, picker.chosenProperty().get(), "five whole rows of four");
    robot.type(KeyCode.END);
    assertEquals(9_999, picker.chosenProperty().get());
    assertEquals(0xff0969da, pixel(robot, 3 * 58 + 1, 312 - 30), "scrolled into view");
    robot.type(KeyCode.HOME);
    assertEquals(0, picker.chosenProperty().get());
  }

  @Test
  void aFilterShowsItsDigitsOnlyAndTheRestIsNeverAskedFor(FxRobot robot) {
    robot.interact(() -> picker.setIndices(new int[] {7, 42, 99}));
    robot.clickOn(cell(1, 0));
    assertEquals(42, picker.chosenProperty().get());
    robot.clickOn(cell(3, 0));
    assertEquals(42, picker.chosenProperty().get(), "no digit there");
    robot.interact(() -> picker.setIndices(new int[0]));
    robot.type(KeyCode.RIGHT);
    assertEquals(42, picker.chosenProperty().get());
    assertTrue(asked.size() < 40, "asked for " + asked.size());
  }

  @Test
  void whatWasChosenBeforeTheFirstLayoutIsInView(FxRobot robot) {
    Set<Integer> drawn = new TreeSet<>();
    DigitPicker late =
        new DigitPicker(
            i -> {
              drawn.add(i);
              return new float[784];
            },
            i -> "No. " + i);
    late.chosenProperty().set(4_321);
    late.setIndices(IntStream.range(0, 10_000).toArray());
    late.setPrefSize(230, 312);
    robot.interact(() -> ((Pane) picker.getParent()).getChildren().setAll(late));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> late.snapshot(null, null));
    assertTrue(drawn.contains(4_321), "drew " + drawn);
  }

  @Test
  void theWheelAndScrollToMoveTheWindow(FxRobot robot) {
    robot.interact(() -> picker.scrollTo(9_000));
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(asked.contains(9_000));
    robot.interact(() -> picker.setIndices(IntStream.range(0, 10_000).toArray()));
    // Monocle has no wheel, so the event is made by hand: 116 pixels are two rows
    robot.interact(() -> picker.fireEvent(wheel(-116)));
    robot.clickOn(cell(0, 0));
    assertEquals(8, picker.chosenProperty().get());
    robot.interact(() -> picker.fireEvent(wheel(1e6)));
    robot.clickOn(cell(1, 0));
    assertEquals(1, picker.chosenProperty().get(), "back at the top, not above it");
  }

  private static ScrollEvent wheel(double deltaY) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        50,
        50,
        50,
        50,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        deltaY,
        0,
        deltaY,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }
}
