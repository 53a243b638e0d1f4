package epsilonlab.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.DataSets;
import epsilonlab.data.RealData;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Seed;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Screenshots;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.TestTab;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.frame.LabWindow;
import epsilonlab.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class TrainTabTest {
  @TempDir Path folder;
  private final FxRobot robot = new FxRobot();
  private final TestDialogs dialogs = new TestDialogs();
  private LabServices services;
  private LabSession session;
  private LabWindow window;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    services = SessionServices.with(Platform::runLater, dialogs);
    session = services.session();
    robot.interact(
        () -> {
          services.state().theme().choose(Theme.LIGHT);
          List<Function<LabServices, LabTab>> tabs =
              new ArrayList<>(TestTab.seven(new ArrayList<>()));
          tabs.set(0, TrainTab::new);
          window = new LabWindow(services, stage, tabs);
          window.show();
          stage.setWidth(1280);
          stage.setHeight(800);
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() {
    services.jobs().close();
    robot.interact(stage::close);
  }

  private void use(DataSet data) {
    robot.interact(() -> session.useData(data));
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

  private void choose(String network) {
    ComboBox<Architecture> box = robot.lookup("#train-network").queryComboBox();
    robot.interact(() -> box.setValue(Architectures.get(network)));
  }

  private void type(String id, String text) {
    TextInputControl field = robot.lookup(id).queryTextInputControl();
    robot.interact(() -> field.setText(text));
  }

  private FigureView figure(String id) {
    return robot.lookup(id).queryAs(FigureView.class);
  }

  private String text(String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private void keep(
      String name, String architecture, String training, double clean, double robust) {
    Architecture of = Architectures.get(architecture);
    session
        .library()
        .add(
            new ModelCard(
                name,
                architecture,
                "mnist",
                training,
                0,
                clean,
                robust,
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(session.library().list().size()),
                Map.of()),
            of.initialWeights(Seed.of(1)));
  }

  @Test
  void trainStopDeleteUndoExport() throws Exception {
    use(SyntheticDigits.generate(1, 2000, 500));
    choose("logistic");
    type("#train-epochs", "5000");
    shot("train-empty-light");
    robot.clickOn("#train-empty-start");
    // away from the button, whose tooltip would take the keys on a headless screen
    robot.moveTo("#train-loss");
    until(() -> figure("#train-confusion").getFigure() != null);
    assertNotNull(figure("#train-loss").getFigure());
    assertTrue(figure("#train-accuracy").getFigure().toTable().rows().size() > 16);
    assertNotNull(figure("#train-wrong").getFigure());
    assertEquals("train-primary", window.scene().getFocusOwner().getId());
    robot.type(KeyCode.SPACE);
    until(() -> robot.lookup("#train-primary").queryButton().getText().equals("Resume"));
    FigureView view = figure("#train-wrong");
    Bounds wall = view.localToScreen(view.getBoundsInLocal());
    robot.clickOn(wall.getMinX() + 30, wall.getMinY() + 30);
    int digit = session.digit().get();
    assertTrue(digit > 0, "a wrong digit is chosen");
    robot.clickOn("#train-stop");
    ListView<Object> list = robot.lookup("#library-list").queryListView();
    until(() -> list.getItems().size() == 1);
    until(() -> session.model().get().card().robustAccuracy() != null);
    assertTrue(text("#train-accuracy-number").matches("\\d+\\.\\d\\d"));

    robot.clickOn("#library-delete");
    until(() -> list.getItems().isEmpty());
    robot.clickOn("Undo");
    until(() -> list.getItems().size() == 1);
    Path out = folder.resolve("exported.safetensors");
    dialogs.file = Optional.of(out);
    robot.clickOn("#library-export");
    until(() -> Files.exists(out));

    type("#train-learning-rate", "abc");
    robot.clickOn("#train-primary");
    assertTrue(text("#train-complaint").contains("“abc”"));
    assertEquals(0, dialogs.asked.size(), "what is typed wrongly is no question");
    shot("train-wrong-light");
  }

  @Test
  void classesThatHaveNamesAreCalledByThem() throws Exception {
    DataSet fashion = DataSets.fromFolder(RealData.folder(), "fashion-mnist");
    use(
        new DataSet(
            fashion.id(),
            fashion.title(),
            fashion.source(),
            fashion.sha256(),
            fashion.classNames(),
            fashion.train().slice(0, 4000),
            fashion.test().slice(0, 1000)));
    choose("logistic");
    type("#train-epochs", "2");
    robot.clickOn("#train-primary");
    until(() -> session.models().size() == 1 && figure("#train-wrong").getFigure() != null);
    List<Object> worst = figure("#train-wrong").getFigure().toTable().rows().get(0);
    assertTrue(fashion.classNames().contains(worst.get(1).toString().substring(2)), "answer");
    assertTrue(fashion.classNames().contains(worst.get(2).toString()), "truth");
    shot("train-fashion-light");
  }

  @Test
  void looksAsDesigned() throws Exception {
    DataSet mnist = DataSets.fromFolder(RealData.folder(), "mnist");
    use(
        new DataSet(
            mnist.id(),
            mnist.title(),
            mnist.source(),
            mnist.sha256(),
            mnist.classNames(),
            mnist.train().slice(0, 12_000),
            mnist.test()));
    keep("Logistic", "logistic", "Adam, 3 epochs", 0.919, 0.085);
    keep("MLP", "mlp", "Adam, 3 epochs", 0.969, 0.057);
    keep("Small CNN, FGSM", "small-cnn", "FGSM 0.3, 6 epochs", 0.961, 0.184);
    keep("Small CNN, PGD", "small-cnn", "PGD 0.3, 6 epochs", 0.98, 0.953);
    keep("LeNet", "lenet", "Adam, 3 epochs", 0.98, 0.751);
    until(() -> session.models().size() == 5);
    robot.interact(() -> session.model().set(session.models().get(0)));
    robot.clickOn("#train-primary");
    until(
        () ->
            robot.lookup("#train-accuracy-number").tryQuery().isPresent()
                && figure("#train-loss").getFigure() != null
                && figure("#train-wrong").getFigure() != null
                && figure("#train-accuracy").getFigure().toTable().rows().stream()
                        .filter(row -> row.get(0).equals("test, each epoch"))
                        .count()
                    == 3);
    robot.interact(
        () ->
            robot
                .lookup("#train-range-close")
                .queryAs(javafx.scene.control.ToggleButton.class)
                .fire());
    Thread.sleep(900);
    shot("train-light");
    robot.interact(() -> services.state().theme().choose(Theme.DARK));
    shot("train-dark");
    robot.interact(() -> services.state().theme().choose(Theme.LIGHT));
    robot.interact(() -> services.state().presenting().set(true));
    shot("train-presenter-light");
    robot.interact(() -> services.state().presenting().set(false));
    robot.interact(() -> stage.setWidth(1000));
    shot("train-narrow-light");
    large();
  }

  /** The headless screen is smaller than that, so the window's content alone grows. */
  private void large() {
    Region root = (Region) window.scene().getRoot();
    robot.interact(
        () -> {
          root.setPrefSize(1920, 1080);
          Group any = new Group();
          window.scene().setRoot(any);
          any.getChildren().add(root);
        });
    WaitForAsyncUtils.waitForFxEvents(20);
    robot.interact(() -> Screenshots.save(root.snapshot(null, null), "train-light-1920"));
  }
}
