package epsilonlab.ui.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.report.figure.ConfusionMatrix;
import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.NetworkDrawing;
import epsilonlab.report.figure.NetworkDrawing.Kind;
import epsilonlab.report.figure.NetworkDrawing.Layer;
import epsilonlab.report.figure.ProbabilityBars;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.report.figure.TextStyle;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class GalleryTest {
  private static final double[] BEFORE = {.9996, .0001, .0001, 0, 0, 0, 0, .0001, .0001, 0};
  private static final double[] AFTER = {.171, .004, .744, .057, 0, 0, 0, .015, .006, .001};

  private Stage stage;

  @Start
  void start(Stage window) {
    stage = window;
  }

  private Pane gallery(FigureTheme theme) {
    Pane all = new Pane();
    String[] captions = {"$x$ original", "$δ$ perturbation, shown × 5", "$x*$ adversarial"};
    for (int i = 0; i < 3; i++) {
      DigitView digit = new DigitView(7);
      digit.themeProperty().set(theme);
      if (i == 1) {
        digit.showChange(Samples.change(1), 0.2f);
      } else {
        digit.show(Samples.digit(1));
      }
      digit.setFooled(i == 2);
      MathLabel label = new MathLabel(captions[i]).styled(TextStyle.Weight.REGULAR, 1);
      label.themeProperty().set(theme);
      place(all, label, 16 + i * 242, 12, 196, 24);
      place(all, digit, 16 + i * 242, 36, 196, 196);
    }
    EpsilonSlider slider = new EpsilonSlider();
    slider.themeProperty().set(theme);
    slider.setValue(0.2);
    slider.smallestFoolingProperty().set(0.173);
    place(all, slider, 16, 262, 680, 66);
    figure(all, theme, new ProbabilityBars(BEFORE, AFTER, 0, List.of()), 16, 340, 352, 200);
    figure(all, theme, Samples.curves(0.2), 392, 360, 304, 180);
    figure(all, theme, DigitWall.strip(Samples.tiles(10, true), 2, "Strip"), 16, 560, 680, 80);
    DigitPicker picker = new DigitPicker(Samples::digit, i -> "No. " + i);
    picker.themeProperty().set(theme);
    picker.setIndices(IntStream.range(0, 2000).toArray());
    picker.chosenProperty().set(8);
    place(all, picker, 720, 12, 230, 312);
    DrawPad pad = new DrawPad();
    pad.themeProperty().set(theme);
    place(all, pad, 720, 340, 224, 224);
    figure(all, theme, Samples.losses(2000), 16, 660, 328, 268);
    figure(all, theme, matrix(), 368, 650, 328, 310);
    figure(all, theme, new DigitWall(Samples.tiles(15, false), 5, 2, "Wrong"), 720, 690, 328, 310);
    figure(all, theme, network(), 712, 572, 232, 100);
    return all;
  }

  private static ConfusionMatrix matrix() {
    Random random = new Random(5);
    int[][] counts = new int[10][10];
    for (int i = 0; i < 10; i++) {
      for (int k = 0; k < 10; k++) {
        counts[i][k] = i == k ? 900 + 20 * k : Math.max(0, random.nextInt(9) - 4);
      }
    }
    counts[5][3] = 12;
    counts[6][5] = 8;
    return new ConfusionMatrix(counts, SeriesColours.SMALL_CNN, List.of());
  }

  private static NetworkDrawing network() {
    return new NetworkDrawing(
        List.of(
            new Layer(Kind.IMAGE, 1, 28),
            new Layer(Kind.MAPS, 16, 14),
            new Layer(Kind.MAPS, 32, 7),
            new Layer(Kind.VECTOR, 100, 1),
            new Layer(Kind.VECTOR, 10, 1)),
        SeriesColours.SMALL_CNN);
  }

  private static void figure(
      Pane all, FigureTheme theme, Figure figure, double x, double y, double w, double h) {
    FigureView view = new FigureView();
    view.themeProperty().set(theme);
    view.setFigure(figure);
    place(all, view, x, y, w, h);
  }

  private static void place(
      Pane all, javafx.scene.layout.Region node, double x, double y, double w, double h) {
    node.setPrefSize(w, h);
    node.relocate(x, y);
    all.getChildren().add(node);
  }

  private WritableImage show(FxRobot robot, Pane all, FigureTheme theme, int w, int h) {
    WritableImage[] out = new WritableImage[1];
    robot.interact(
        () -> {
          Scene scene = new Scene(all, w, h);
          all.setBackground(javafx.scene.layout.Background.fill(FxPen.colour(theme.ground())));
          stage.setScene(scene);
          stage.show();
        });
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> out[0] = stage.getScene().snapshot(null));
    return out[0];
  }

  @Test
  void galleryInBothThemes(FxRobot robot) {
    for (FigureTheme theme : List.of(FigureTheme.LIGHT, FigureTheme.DARK)) {
      String name = "components-" + (theme.dark() ? "dark" : "light");
      WritableImage image = show(robot, gallery(theme), theme, 1064, 1010);
      Samples.save(image, name);
      // the slider's track left of the thumb, and the winner's bar before
      assertEquals(theme.accent(), image.getPixelReader().getArgb(200, 289), name);
      assertEquals(theme.accent(), image.getPixelReader().getArgb(60, 369), name);
      assertEquals(theme.danger(), image.getPixelReader().getArgb(230, 405), name);
    }
  }

  @Test
  void presenterModeIsLarge(FxRobot robot) {
    FigureTheme theme = FigureTheme.LIGHT.withText(20);
    Pane all = new Pane();
    EpsilonSlider slider = new EpsilonSlider();
    slider.themeProperty().set(theme);
    slider.setValue(0.2);
    slider.smallestFoolingProperty().set(0.173);
    place(all, slider, 24, 20, 1232, 96);
    figure(all, theme, Samples.curves(0.2), 24, 140, 776, 230);
    figure(all, theme, new ProbabilityBars(BEFORE, AFTER, 0, List.of()), 820, 140, 436, 320);
    WritableImage image = show(robot, all, theme, 1280, 480);
    Samples.save(image, "components-presenter");
    assertTrue(slider.prefHeight(-1) > 66);
    // the track is 12 thick
    assertEquals(theme.accent(), image.getPixelReader().getArgb(300, 20 + 40 + 5));
  }
}
