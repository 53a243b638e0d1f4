package epsilonlab.ui.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.FormulaImage;
import epsilonlab.report.figure.plane.PlaneDrawing;
import epsilonlab.report.figure.plane.PlaneScale;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Parts;
import epsilonlab.ui.Screenshots;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.TestTab;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.FormulaView;
import epsilonlab.ui.frame.LabWindow;
import epsilonlab.ui.theme.Theme;
import epsilonlab.ui.theory.page.PageKit;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.TheoryPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class TheoryTabTest {
  @TempDir Path folder;
  private final FxRobot robot = new FxRobot();
  private final TestDialogs dialogs = new TestDialogs();
  private LabServices services;
  private LabWindow window;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    services = SessionServices.with(Platform::runLater, dialogs);
    robot.interact(
        () -> {
          services.state().theme().choose(Theme.LIGHT);
          List<Function<LabServices, LabTab>> tabs =
              new ArrayList<>(TestTab.seven(new ArrayList<>()));
          tabs.set(6, TheoryTab::new);
          window = new LabWindow(services, stage, tabs);
          window.show();
          stage.setWidth(1280);
          stage.setHeight(800);
        });
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() {
    services.jobs().close();
    robot.interact(stage::close);
  }

  private void shot(String name) {
    WaitForAsyncUtils.waitForFxEvents(20);
    robot.interact(() -> Screenshots.save(window.scene(), name));
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        120, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private <T extends Node> T node(String id, Class<T> type) {
    return robot.lookup(id).queryAs(type);
  }

  private String text(String id) {
    return node(id, Labeled.class).getText();
  }

  private Figure figure(String id) {
    return node(id, FigureView.class).getFigure();
  }

  private Point2D onScreen(String view, double x, double y) {
    FigureView figure = node(view, FigureView.class);
    PlaneScale scale =
        ((PlaneDrawing) figure.getFigure()).scale(figure.getWidth(), figure.getHeight());
    return figure.localToScreen(scale.px(x), scale.py(y));
  }

  private void drag(Point2D from, Point2D to) {
    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void choose(String theorem) {
    robot.clickOn("#theorem-" + theorem);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void theLinearAdversary() throws Exception {
    FormulaView formula = robot.lookup(".formula-matters").queryAs(FormulaView.class);
    until(() -> formula.imageProperty().get() != null);
    shot("theory-linear-light");
    assertEquals("1.200", text("#before-0"));
    assertEquals("−0.150", text("#after-0"));

    // to the right by one unit of the first coordinate, whose weight is 1
    drag(onScreen("#linear-plane-view", 1.2, 0.6), onScreen("#linear-plane-view", 2.2, 0.6));
    assertEquals(2.2, Double.parseDouble(text("#before-0")), 0.03);
    double before = Double.parseDouble(text("#before-0"));
    robot.type(KeyCode.LEFT);
    assertEquals(before - 0.05, Double.parseDouble(text("#before-0")), 0.0011);
    robot.push(KeyCode.SHIFT, KeyCode.UP);
    assertEquals(before - 0.05 + 0.125, Double.parseDouble(text("#before-0")), 0.0011);

    // Tab goes on to the weights and the line
    robot.type(KeyCode.TAB);
    assertEquals("handle-w", window.scene().getFocusOwner().getId());
    robot.type(KeyCode.TAB);
    assertEquals("handle-boundary", window.scene().getFocusOwner().getId());
    String bias = text("#value-linear-bias");
    robot.type(KeyCode.RIGHT);
    assertNotEquals(bias, text("#value-linear-bias"));

    // the line is taken anywhere; it crosses the axis at 0.3
    robot.interact(() -> node("#slider-linear-bias", Slider.class).setValue(-0.3));
    drag(onScreen("#linear-plane-view", -0.3, 1.2), onScreen("#linear-plane-view", 0, 1.2));
    assertEquals(-0.6, signed("#value-linear-bias"), 0.03);

    Slider epsilon = node("#slider-linear-epsilon", Slider.class);
    robot.interact(() -> epsilon.setValue(0));
    assertEquals("0.00", text("#value-linear-epsilon"));
    assertEquals(text("#before-1"), text("#after-1"));
    robot.interact(epsilon::requestFocus);
    robot.type(KeyCode.RIGHT);
    assertEquals("0.01", text("#value-linear-epsilon"));
  }

  private double signed(String id) {
    return Double.parseDouble(text(id).replace('−', '-'));
  }

  @Test
  void checkHintsExportAndTheDark() throws Exception {
    assertEquals("Check 1,000 cases", text("#theory-check"));
    robot.clickOn("#theory-check");
    until(() -> robot.lookup("#check-claims").query().isVisible());
    until(() -> text("#theory-check").equals("Check 1,000 cases"));
    until(() -> text("#check-number").startsWith("largest difference "));
    robot.clickOn("#check-claims");
    until(() -> !robot.lookup(".claims").queryAll().isEmpty());
    robot.type(KeyCode.ESCAPE);

    robot.clickOn("#theory-derivation");
    assertTrue(node("#hint-1", Node.class).isVisible());
    assertFalse(node("#step-1", Node.class).isVisible());
    robot.clickOn("#derivation-next");
    FormulaView step = node("#step-1", FormulaView.class);
    until(() -> step.isVisible() && step.imageProperty().get() != null);
    robot.clickOn("#derivation-next");
    assertTrue(node("#hint-2", Node.class).isVisible());
    assertFalse(node("#step-2", Node.class).isVisible());
    robot.clickOn("#derivation-all");
    assertTrue(node("#step-6", Node.class).isVisible());
    assertTrue(node("#derivation-next", Node.class).isDisabled());
    shot("theory-derivation-light");

    // the ink follows the theme
    int light = deepest(step.imageProperty().get());
    robot.interact(() -> services.state().theme().choose(Theme.DARK));
    until(() -> deepest(step.imageProperty().get()) != light);
    assertEquals(FigureTheme.DARK.ink(), deepest(step.imageProperty().get()));
    assertEquals(FigureTheme.LIGHT.ink(), light);
    robot.clickOn("#derivation-again");
    assertFalse(node("#step-1", Node.class).isVisible());
    robot.clickOn("#theory-drawing");
    shot("theory-linear-dark");

    dialogs.file = Optional.of(folder);
    robot.push(KeyCode.CONTROL, KeyCode.E);
    Path out = folder.resolve("theory-linear-adversary");
    until(() -> Files.exists(out.resolve("report.md")));
    assertTrue(Files.readString(out.resolve("report.md")).contains("1000 random cases"));
    assertTrue(Files.readString(out.resolve("drawing.csv")).contains("worst point, l2"));
    assertTrue(Files.size(out.resolve("drawing.svg")) > 0);
  }

  // the colour of a pixel that is all ink
  private static int deepest(FormulaImage image) {
    for (int pixel : image.argb()) {
      if (pixel >>> 24 == 0xff) {
        return pixel;
      }
    }
    throw new AssertionError("no ink at all");
  }

  @Test
  void theSupportVectorMachine() throws Exception {
    choose("svm");
    until(() -> robot.lookup("#svm-scaled-0").queryAs(Labeled.class).getText().length() > 1);
    assertEquals(signed("#svm-scaled-0"), signed("#svm-scaled-1"), 0.002);
    String lambda = text("#svm-belonging");
    shot("theory-svm-light");

    // a point of the first drawing moves in both
    drag(onScreen("#svm-adversarial-view", 0.5, 1.5), onScreen("#svm-adversarial-view", 0.5, -1.5));
    until(() -> !text("#svm-belonging").equals(lambda));
    assertEquals(signed("#svm-scaled-0"), signed("#svm-scaled-1"), 0.002);
    assertEquals("svm-adversarial-point-1", window.scene().getFocusOwner().getId());
    long points = points("#svm-machine-view");
    robot.type(KeyCode.DELETE);
    assertEquals(points - 1, points("#svm-machine-view"));

    // one more of each class, by the two buttons
    robot.clickOn(onScreen("#svm-machine-view", -1.9, 1.9), MouseButton.PRIMARY);
    robot.clickOn(onScreen("#svm-machine-view", 1.9, -1.9), MouseButton.SECONDARY);
    assertEquals(points + 1, points("#svm-machine-view"));

    robot.clickOn("#svm-tied");
    robot.interact(() -> node("#slider-svm-lambda", Slider.class).setValue(2));
    until(() -> text("#svm-used").equals("the machine has λ = 100"));
    robot.clickOn("#svm-reset");
    until(() -> points("#svm-machine-view") == points);
  }

  private long points(String view) {
    return figure(view).toTable().rows().stream()
        .filter(row -> row.get(1).equals("+1") || row.get(1).equals("-1"))
        .count();
  }

  @Test
  void robustRegression() throws Exception {
    choose("robust-regression");
    until(() -> text("#regression-lasso-0").length() > 1);
    assertEquals(text("#regression-lasso-0"), text("#regression-attained-0"));
    assertEquals(text("#regression-lasso-0"), text("#regression-ascent-0"));
    shot("theory-regression-light");
    Bounds chart =
        robot
            .lookup("#regression-chart")
            .query()
            .localToScreen(robot.lookup("#regression-chart").query().getBoundsInLocal());
    robot.clickOn(chart.getMaxX() - 60, chart.getCenterY());
    until(() -> text("#regression-used").equals("0 of 6"));
    robot.type(KeyCode.HOME);
    until(() -> text("#regression-used").equals("6 of 6"));
    assertEquals("0.00", text("#value-regression-lambda"));
    robot.type(KeyCode.RIGHT);
    assertEquals("0.05", text("#value-regression-lambda"));
    String lasso = text("#regression-lasso-0");
    robot.clickOn("#regression-again");
    until(() -> !text("#regression-lasso-0").equals(lasso));
  }

  @Test
  void thePerceptron() throws Exception {
    choose("perceptron");
    until(() -> text("#perceptron-mistakes").equals("10"));
    shot("theory-perceptron-light");
    assertEquals("10", text("#perceptron-step"));
    robot.clickOn("#perceptron-first");
    assertEquals("0", text("#perceptron-step"));
    robot.clickOn("#perceptron-next");
    assertEquals("1", text("#perceptron-step"));
    robot.clickOn("#perceptron-play");
    // a slow machine may see it only at a later mistake
    until(() -> Integer.parseInt(text("#perceptron-step")) >= 3);
    robot.clickOn("#perceptron-first");
    assertEquals("0", text("#perceptron-step"));
    assertEquals("Run", text("#perceptron-play"));

    // a point of the other class between two others: no plane any more
    robot.clickOn(onScreen("#perceptron-plane-view", 0.9, 0.5), MouseButton.SECONDARY);
    until(() -> text("#perceptron-bound").contains("no plane separates"));
    robot.clickOn("#perceptron-reset");
    until(() -> text("#perceptron-mistakes").equals("10"));
    robot.interact(() -> node("#perceptron-point-0", Node.class).requestFocus());
    double radius = signed("#perceptron-radius-0");
    for (int i = 0; i < 4; i++) {
      robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    }
    until(() -> signed("#perceptron-radius-0") > radius);
  }

  @Test
  void theOptimalDiscriminator() throws Exception {
    choose("discriminator");
    assertEquals(text("#discriminator-value-0"), text("#discriminator-formula-0"));
    String before = text("#discriminator-value-0");
    double q = height("#discriminator-densities-view", 8);
    drag(
        onScreen("#discriminator-densities-view", 0, q),
        onScreen("#discriminator-densities-view", 0, q + 0.3));
    assertEquals(q + 0.3, height("#discriminator-densities-view", 8), 0.02);
    assertNotEquals(before, text("#discriminator-value-0"));
    assertEquals(text("#discriminator-value-0"), text("#discriminator-formula-0"));
    assertEquals("handle-knot-8", window.scene().getFocusOwner().getId());
    robot.type(KeyCode.DOWN);
    assertEquals(q + 0.28, height("#discriminator-densities-view", 8), 0.02);
    robot.clickOn("#discriminator-train");
    until(() -> text("#discriminator-steps-0").equals("1,500"));
    until(() -> text("#discriminator-train").startsWith("Train"));
    assertTrue(signed("#discriminator-trained-0") <= signed("#discriminator-value-0"));
    shot("theory-discriminator-light");
    robot.clickOn("#discriminator-equal");
    assertEquals("−1.3863", text("#discriminator-value-0"));
    assertEquals("–", text("#discriminator-trained-0"));
    robot.clickOn("#draw-real");
    robot.clickOn("#discriminator-reset");
    assertEquals(before, text("#discriminator-value-0"));
  }

  // of a knot of the density that is drawn
  private double height(String view, int knot) {
    return (double)
        figure(view).toTable().rows().stream()
            .filter(row -> row.get(1).equals("knot"))
            .toList()
            .get(knot)
            .get(3);
  }

  @Test
  void principalComponents() throws Exception {
    choose("pca");
    String best = text("#pca-spread-value-1");
    assertTrue(signed("#pca-spread-value-0") < signed("#pca-spread-value-1"));
    assertEquals(text("#pca-pythagoras-0"), text("#pca-pythagoras-1"));
    robot.interact(() -> node("#handle-direction", Node.class).requestFocus());
    String turned = text("#pca-degrees-0");
    robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
    assertNotEquals(turned, text("#pca-degrees-0"));
    shot("theory-pca-light");
    robot.clickOn("#pca-best");
    assertEquals(signed("#pca-spread-value-1"), signed("#pca-spread-value-0"), 0.002);
    robot.clickOn(onScreen("#pca-plane-view", -1.5, 1.2));
    assertNotEquals(best, text("#pca-spread-value-1"));
    robot.clickOn("#pca-reset");
    assertEquals(best, text("#pca-spread-value-1"));

    robot.clickOn("#pca-digits-side");
    assertTrue(node("#pca-find", Node.class).isDisabled(), "no digits yet");
    robot.interact(() -> services.session().useData(SyntheticDigits.generate(8, 600, 40)));
    robot.clickOn("#pca-find");
    until(() -> figure("#pca-rebuilt") != null);
    String share = text("#pca-share-0");
    robot.interact(() -> node("#slider-pca-kept", Slider.class).setValue(1));
    assertEquals("10", text("#value-pca-kept"));
    assertNotEquals(share, text("#pca-share-0"));
    until(() -> figure("#pca-rebuilt").toTable().rows().toString().contains("k = 10"));
    shot("theory-digits-light");
    robot.clickOn("#pca-next");
  }

  @Test
  void theUniformLikelihood() throws Exception {
    choose("uniform");
    assertEquals("0.000", text("#uniform-truth-0"));
    robot.clickOn("#uniform-best");
    assertEquals(text("#uniform-likely-0"), text("#uniform-guess-0"));
    drag(
        onScreen("#uniform-plane-view", signed("#uniform-likely-0"), signed("#uniform-likely-1")),
        onScreen("#uniform-plane-view", -0.1, 1.4));
    assertEquals(-0.1, signed("#uniform-guess-0"), 0.02);
    assertEquals(1.4, signed("#uniform-guess-1"), 0.02);
    robot.type(KeyCode.RIGHT);
    assertEquals(-0.08, signed("#uniform-guess-0"), 0.02);
    String likely = text("#uniform-likely-0");
    robot.clickOn("#uniform-draw");
    assertNotEquals(likely, text("#uniform-likely-0"));
    robot.interact(() -> node("#slider-uniform-n", Slider.class).setValue(30));
    assertEquals("30", text("#value-uniform-n"));
    robot.clickOn("#uniform-simulate");
    until(() -> text("#uniform-bias-50-1").length() > 1);
    assertEquals(1 / 51.0, signed("#uniform-bias-50-1"), 0.0005);
    shot("theory-uniform-light");
    robot.interact(() -> services.state().theme().choose(Theme.DARK));
    shot("theory-uniform-dark");
  }

  @Test
  void everyTableHasItsMenu() {
    robot.interact(
        () -> {
          PageKit kit = new PageKit(services, Parts.theme(services.state()));
          for (TheoryPages.Entry entry : TheoryPages.ALL) {
            TheoryPage page = entry.maker().apply(kit);
            Parent all = new VBox(page.readings().toArray(Node[]::new));
            int tables = robot.from(all).lookup(".reading-table").queryAll().size();
            int menus = robot.from(all).lookup(".ellipsis-menu").queryAll().size();
            assertTrue(tables > 0, page.text().title());
            assertEquals(tables, menus, page.text().title());
          }
        });
  }

  @Test
  void everyFormulaOfEveryPageIsTypeset() {
    List<String> formulas = new ArrayList<>();
    robot.interact(
        () -> {
          PageKit kit = new PageKit(services, Parts.theme(services.state()));
          for (TheoryPages.Entry entry : TheoryPages.ALL) {
            PageText text = entry.maker().apply(kit).text();
            text.formula().forEach(piece -> formulas.add(piece.tex()));
            text.derivation().forEach(step -> formulas.add(step.tex()));
            if (!text.condition().isEmpty()) {
              formulas.add(text.condition());
            }
            assertTrue(text.derivation().size() >= 3, text.title());
          }
        });
    for (String tex : formulas) {
      FormulaImage image = FormulaImage.of(tex, 19, FigureTheme.LIGHT.ink());
      // the middle column is 680 wide at the least, numbers and padding take 36
      assertTrue(image.width() > 0 && image.width() <= 640, image.width() + " wide: " + tex);
    }
  }
}
