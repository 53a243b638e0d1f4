package epsilonlab.ui.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.report.figure.FigureTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MenusTest {
  @TempDir Path folder;

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final List<String> asked = new ArrayList<>();
  private FigureView view;
  private FigureMenu menu;
  private TableMenu tableMenu;
  private Path answer;

  @Start
  void start(Stage stage) {
    ExportNotices notices =
        new ExportNotices() {
          @Override
          public void done(String sentence) {
            told.add("done: " + sentence);
          }

          @Override
          public void failed(String sentence) {
            told.add("failed: " + sentence);
          }
        };
    FileChooserPort files =
        (name, extension) -> {
          asked.add(name + "." + extension);
          return Optional.ofNullable(answer);
        };
    view = new FigureView();
    view.setPrefSize(304, 180);
    menu = new FigureMenu(view, "accuracy", files, notices);
    FigureTable table = new FigureTable(List.of("norm"), List.of(List.of(0.2)));
    tableMenu = new TableMenu(() -> table, "norms", files, notices);
    stage.setScene(new Scene(new VBox(menu, view, tableMenu), 400, 400));
    stage.show();
  }

  private void choose(FxRobot robot, EllipsisMenu of, String text) {
    robot.interact(
        () ->
            of.menu().getItems().stream()
                .filter(item -> item.getText().equals(text))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  @Test
  void figuresAreSavedWhereTheUserSays(FxRobot robot) throws Exception {
    assertTrue(menu.isDisabled(), "nothing to export yet");
    robot.interact(() -> view.setFigure(Samples.curves(0.2)));
    assertFalse(menu.isDisabled());
    String spoken = (String) view.queryAccessibleAttribute(AccessibleAttribute.TEXT);
    assertTrue(spoken.contains("LeNet, FGSM is at 33.7 %"), spoken);
    answer = folder.resolve("a.png");
    choose(robot, menu, "Save PNG…");
    assertEquals("done: Saved " + answer, told.poll(60, TimeUnit.SECONDS));
    assertTrue(Files.size(answer) > 1000);
    answer = folder.resolve("a.svg");
    choose(robot, menu, "Save SVG…");
    assertEquals("done: Saved " + answer, told.poll(60, TimeUnit.SECONDS));
    answer = folder.resolve("a.csv");
    choose(robot, menu, "Save data as CSV…");
    assertEquals("done: Saved " + answer, told.poll(60, TimeUnit.SECONDS));
    assertTrue(Files.readString(answer).startsWith("x,Logistic,Small CNN"));
    assertEquals(List.of("accuracy.png", "accuracy.svg", "accuracy.csv"), asked);
  }

  @Test
  void aFigureIsCopiedAtTwiceItsSize(FxRobot robot) throws Exception {
    robot.interact(() -> view.setFigure(Samples.curves(0.2)));
    double width = view.getWidth();
    choose(robot, menu, "Copy image");
    assertEquals("done: Copied the image", told.poll(60, TimeUnit.SECONDS));
    robot.interact(
        () ->
            assertEquals(
                2 * (width + 24), Clipboard.getSystemClipboard().getImage().getWidth(), 1));
  }

  @Test
  void whatCannotBeSavedIsSaid(FxRobot robot) throws Exception {
    robot.interact(() -> view.setFigure(Samples.curves(0.2)));
    answer = Files.createDirectories(folder.resolve("taken/inside")).getParent();
    choose(robot, menu, "Save PNG…");
    String sentence = told.poll(60, TimeUnit.SECONDS);
    assertTrue(sentence.startsWith("failed: The file " + answer), sentence);
    answer = null;
    choose(robot, menu, "Save PNG…");
    assertTrue(told.isEmpty(), "the user thought better of it");
  }

  @Test
  void tablesAreCopiedInFourWays(FxRobot robot) throws Exception {
    choose(robot, tableMenu, "Copy as Markdown");
    robot.interact(
        () ->
            assertEquals(
                "| norm |\n| ---: |\n| 0.2 |\n", Clipboard.getSystemClipboard().getString()));
    choose(robot, tableMenu, "Copy as LaTeX");
    robot.interact(
        () ->
            assertTrue(
                Clipboard.getSystemClipboard().getString().contains("\\toprule\nnorm \\\\")));
    choose(robot, tableMenu, "Copy");
    robot.interact(() -> assertEquals("norm\n0.2\n", Clipboard.getSystemClipboard().getString()));
    answer = folder.resolve("t.csv");
    told.clear();
    choose(robot, tableMenu, "Save CSV…");
    assertEquals("done: Saved " + answer, told.poll(60, TimeUnit.SECONDS));
    assertEquals("norm\r\n0.2\r\n", Files.readString(answer));
  }

  @Test
  void theButtonOpensItsMenu(FxRobot robot) {
    robot.interact(() -> view.setFigure(Samples.curves(0.2)));
    robot.clickOn(menu);
    assertTrue(menu.menu().isShowing());
    assertEquals(32, menu.getWidth());
    robot.clickOn(menu);
    assertFalse(menu.menu().isShowing());
  }
}
