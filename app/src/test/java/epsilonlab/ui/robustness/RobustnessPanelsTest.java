package epsilonlab.ui.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.evaluation.TransferJob;
import epsilonlab.job.JobContext;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.figure.AccuracyBars;
import epsilonlab.report.figure.HeatTable;
import epsilonlab.report.figure.LineChart;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Screenshots;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.frame.LabWindow;
import epsilonlab.ui.theme.Theme;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Each panel's main path in the real window. */
class RobustnessPanelsTest {
  private final FxRobot robot = new FxRobot();
  private LabServices services;
  private LabWindow window;
  private Stage stage;

  /** A tab that has nothing but the links. */
  private record Links(LabServices services) implements LabTab {
    @Override
    public String id() {
      return "links";
    }

    @Override
    public String title() {
      return "Links";
    }

    @Override
    public Ikon icon() {
      return Feather.SHIELD;
    }

    @Override
    public boolean usesModel() {
      return false;
    }

    @Override
    public Node content() {
      return new RobustnessLinks(services);
    }
  }

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    robot.interact(
        () -> {
          services = SessionServices.with(Platform::runLater, new TestDialogs());
          services.state().theme().choose(Theme.LIGHT);
          window = new LabWindow(services, stage, List.of(Links::new));
          window.show();
          stage.setWidth(1280);
          stage.setHeight(800);
        });
  }

  @AfterEach
  void close() {
    services.jobs().close();
    robot.interact(stage::close);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void useModels(String... names) throws Exception {
    robot.interact(() -> services.session().useData(SyntheticDigits.generate(2, 1, 30)));
    for (String name : names) {
      ModelEntry entry = World.addModel(services.session(), name);
      robot.interact(() -> services.session().use(entry));
    }
    until(
        () ->
            services.session().models().stream()
                .map(entry -> entry.card().name())
                .toList()
                .containsAll(List.of(names)));
  }

  private void type(String id, String text) {
    robot.interact(() -> robot.lookup(id).queryAs(TextField.class).setText(text));
  }

  private <F> F figure(String id, Class<F> type) {
    return type.cast(robot.lookup(id).queryAs(FigureView.class).getFigure());
  }

  private ModelEntry named(String name) {
    return services.session().models().stream()
        .filter(entry -> entry.card().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String button(String id) {
    return robot.lookup(id).queryAs(Button.class).getText();
  }

  private void shot(String name) {
    robot.interact(
        () -> {
          window.scene().getRoot().layout();
          Screenshots.save(window.scene(), name);
        });
  }

  @Test
  void aDefenceIsPredictedAndFallsAndEscCloses() throws Exception {
    robot.clickOn("#gallery-link");
    assertTrue(robot.lookup("#gallery-panel-empty").query().isVisible(), "nothing to defend yet");
    robot.interact(() -> services.state().trainFirst().set(() -> {}));
    robot.clickOn("#gallery-panel-train");
    assertNull(services.state().overlay().get());
    useModels("one");
    robot.clickOn("#gallery-link");
    assertFalse(robot.lookup("#gallery-panel-empty").query().isVisible());
    type("#gallery-count", "10");
    type("#gallery-epsilon", "much");
    robot.clickOn("#gallery-primary");
    assertTrue(
        robot
            .lookup("The epsilon of the attacker is “much”, but must be a number from 0 to 1.")
            .tryQuery()
            .isPresent());
    type("#gallery-epsilon", "0.1");
    assertEquals(
        0.1, robot.lookup("#gallery-epsilon-slider").queryAs(Slider.class).getValue(), 1e-9);
    robot.clickOn("#gallery-primary");
    until(() -> button("#gallery-primary").equals("Run the adaptive attack"));
    assertTrue(robot.lookup("#gallery-primary").query().isDisabled(), "first the prediction");
    assertTrue(robot.lookup("#gallery-answer-plain").query().isVisible());
    robot.clickOn("#gallery-guess");
    robot.type(KeyCode.RIGHT);
    robot.clickOn("#gallery-primary");
    until(() -> button("#gallery-primary").equals("Start again"));
    AccuracyBars bars = figure("#gallery-bars", AccuracyBars.class);
    assertTrue(bars.bars().stream().noneMatch(bar -> Double.isNaN(bar.share())));
    assertFalse(Double.isNaN(bars.guess()));
    assertFalse(robot.lookup("#gallery-verdict").queryAs(Label.class).getText().isEmpty());
    shot("gallery-light");
    robot.type(KeyCode.ESCAPE);
    assertNull(services.state().overlay().get());
    robot.clickOn("#gallery-link");
    assertEquals("Start again", button("#gallery-primary"), "it keeps what was found");
    type("#gallery-count", "3");
    robot.clickOn("#gallery-view-all");
    assertEquals("Run all", button("#gallery-primary"));
    robot.clickOn("#gallery-primary");
    until(() -> button("#gallery-primary").equals("Run all"));
    HeatTable heat = figure("#gallery-heat", HeatTable.class);
    assertEquals(11, heat.rows().size());
    assertTrue(
        heat.rows().stream()
            .flatMap(row -> row.cells().stream())
            .noneMatch(cell -> Double.isNaN(cell.share())));
    shot("gallery-all-light");
  }

  @Test
  void boundsAndSmoothingAreFound() throws Exception {
    useModels("one");
    robot.clickOn("#bounds-link");
    type("#bounds-count", "5");
    type("#bounds-epsilons", "0, 0.01");
    type("#bounds-samples", "20");
    robot.clickOn("#bounds-primary");
    until(() -> button("#bounds-primary").equals("Find the bounds"));
    assertEquals(2, figure("#bounds-band", LineChart.class).toTable().rows().size());
    assertFalse(figure("#bounds-smoothing", LineChart.class).toTable().rows().isEmpty());
    shot("bounds-light");
    robot.clickOn("#bounds-panel-close");
    assertNull(services.state().overlay().get());
  }

  @Test
  void theMatrixNeedsTwoModelsAndIsFilled() throws Exception {
    useModels("one");
    robot.clickOn("#transfer-link");
    assertTrue(robot.lookup("#transfer-panel-empty").query().isVisible());
    robot.type(KeyCode.ESCAPE);
    useModels("two", "three");
    robot.clickOn("#transfer-link");
    assertFalse(robot.lookup("#transfer-panel-empty").query().isVisible());
    type("#transfer-count", "5");
    robot.clickOn("#transfer-primary");
    until(() -> button("#transfer-primary").equals("Fill the matrix"));
    HeatTable heat = figure("#transfer-heat", HeatTable.class);
    assertEquals(3, heat.rows().size());
    ImageSet five = services.session().data().get().test().slice(0, 5);
    AttackPlan plan = AttackPlan.defaults(Attacks.get("pgd"), services.session().seed().get());
    List<Classifier> networks =
        heat.rows().stream().map(row -> services.session().classifier(named(row.name()))).toList();
    double[][] direct =
        new TransferJob(SessionServices.compute(), networks, plan, five, 0.2)
            .run(JobContext.of(any -> {}));
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        assertEquals(direct[row][column], heat.rows().get(row).cells().get(column).share());
      }
    }
    assertTrue(heat.title().contains("PGD"), heat.title());
    robot.interact(
        () ->
            robot
                .lookup("#transfer-attack")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .selectFirst());
    robot.interact(
        () -> robot.lookup("#transfer-models .check-box").queryAs(CheckBox.class).fire());
    String after = figure("#transfer-heat", HeatTable.class).title();
    assertEquals(heat.title(), after, "it was measured with the attack before");
    robot.interact(() -> services.state().theme().choose(Theme.DARK));
    shot("transfer-dark");
  }
}
