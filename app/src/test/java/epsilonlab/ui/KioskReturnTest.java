package epsilonlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.desk.CapsuleModels;
import epsilonlab.desk.KioskDesk;
import epsilonlab.engine.Compute;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.job.JobRunner;
import epsilonlab.lesson.LessonSettings;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.PartNames;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import epsilonlab.model.Safetensors;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleFile;
import epsilonlab.report.capsule.Moment;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.settings.Home;
import epsilonlab.ui.attack.AttackTab;
import epsilonlab.ui.attack.Lab;
import epsilonlab.ui.component.EpsilonSlider;
import epsilonlab.ui.component.FigureCollector;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.kiosk.KioskDialogs;
import epsilonlab.ui.kiosk.KioskSettings;
import epsilonlab.ui.theme.Theme;
import epsilonlab.ui.train.TrainTab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** One visitor of a kiosk after another, from the opening of the application on. */
class KioskReturnTest {
  private static final double SIX_SECONDS = 0.1;

  private final FxRobot robot = new FxRobot();
  private final List<LabServices> opened = new ArrayList<>();
  @TempDir Path folder;
  private KioskDesk desk;
  private LabApplication application;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    Home home = Home.of(folder.resolve("home"));
    desk = new KioskDesk(home, Optional.of(capsule()));
    desk.tidy();
    LabApplication.prepare(
        new LabApplication.Opening() {
          @Override
          public LabServices services(Optional<CompletableFuture<Compute>> engine) {
            LabServices made =
                LabServices.with(
                        desk.visitors(),
                        Optional.empty(),
                        new JobRunner(),
                        CompletableFuture.completedFuture(SessionServices.compute()),
                        Platform::runLater,
                        remembered -> new TestDialogs())
                    .forKiosk();
            made.session().settings().set(KioskSettings.MINUTES, SIX_SECONDS);
            made.session().useData(Lab.data(1000));
            opened.add(made);
            return made;
          }

          @Override
          public Optional<Path> capsule() {
            return Optional.empty();
          }

          @Override
          public Optional<KioskDesk> kiosk() {
            return Optional.of(desk);
          }
        },
        List.of(TrainTab::new, AttackTab::new));
    Stage stage = FxToolkit.registerStage(Stage::new);
    application = new LabApplication();
    robot.interact(() -> application.start(stage));
    until(this::isAtItsBeginning);
  }

  /** Saved in presenter mode while its only moment was covered. */
  private Path capsule() throws Exception {
    LabServices maker = SessionServices.with(Platform::runLater, new TestDialogs());
    ModelEntry model = Lab.addModel(maker.session(), "rows", 20);
    ModelLibrary library =
        new ModelLibrary(maker.session().home().models(), GenerativeModels::validate);
    byte[] weights =
        new Safetensors(library.weights(model.id()), model.card().toMetadata()).toBytes();
    Map<String, Object> view =
        Map.of(
            "lab.tab",
            "attack",
            "lab.model",
            model.id(),
            "attack.index",
            17.0,
            "attack.epsilon",
            0.1);
    Moment moment =
        new Moment(
            "A little",
            "What will it say?",
            view,
            List.of(PartNames.find("attack.curve").orElseThrow()));
    Capsule capsule =
        Capsule.empty("1", "test", "A demo")
            .withFacts(Facts.of(view).with("lecture.moment", 1.0).with("lecture.covered", true))
            .withMoments(List.of(moment))
            .withFiles(Map.of(CapsuleModels.place(model.id()), weights));
    Path file = folder.resolve("demo.epsilab");
    CapsuleFile.write(file, capsule);
    maker.close();
    return file;
  }

  @AfterEach
  void close() {
    // the application ends with its last window, the toolkit of the tests must not
    Platform.setImplicitExit(false);
    Thread.setDefaultUncaughtExceptionHandler(null);
    robot.interact(
        () -> List.copyOf(javafx.stage.Window.getWindows()).forEach(javafx.stage.Window::hide));
    now().close();
  }

  private LabServices now() {
    return opened.get(opened.size() - 1);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** A slow machine must not take the visitor for one who has left. */
  private void whileTouching(Callable<Boolean> condition) throws Exception {
    Node root = robot.lookup("#moment-line").query().getScene().getRoot();
    until(
        () -> {
          Platform.runLater(
              () ->
                  root.fireEvent(
                      new KeyEvent(
                          KeyEvent.KEY_RELEASED,
                          "",
                          "",
                          KeyCode.SHIFT,
                          false,
                          false,
                          false,
                          false)));
          return condition.call();
        });
  }

  private boolean isThere(String selector) {
    return robot.lookup(selector).tryQuery().filter(Node::isVisible).isPresent();
  }

  private boolean isAtItsBeginning() {
    return isThere("#moment-ask")
        && now().session().model().get() != null
        && isThere("#epsilon")
        && epsilon().getValue() == 0.1
        && now().session().digit().get() == 17;
  }

  private EpsilonSlider epsilon() {
    return robot.lookup("#epsilon").query();
  }

  private FigureView curve() {
    return robot.lookup("#curves").query();
  }

  private FigureCollector report() {
    return FigureCollector.of(robot.lookup("#moment-line").query()).orElseThrow();
  }

  private Set<String> models() {
    return now().session().library().list().stream()
        .map(entry -> entry.card().name())
        .collect(Collectors.toSet());
  }

  private void ctrl(KeyCode code) {
    robot.press(KeyCode.CONTROL).type(code).release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void afterAVisitorEverythingIsAsAtTheStart() throws Exception {
    assertTrue(curve().coveredProperty().get(), "as it was saved");
    Theme theme = now().state().theme().effectiveTheme().get();
    Set<String> models = models();
    FigureCollector report = report();
    visit(theme);
    until(() -> opened.size() == 2);
    until(this::isAtItsBeginning);
    assertTrue(curve().coveredProperty().get());
    assertTrue(now().state().presenting().get());
    assertEquals(theme, now().state().theme().effectiveTheme().get());
    assertNull(now().state().readInstead().get(), "no lesson");
    assertEquals("", now().session().settings().get(LessonSettings.OPEN));
    try (var answers = Files.list(desk.visitors().lessons())) {
      assertEquals(0, answers.count());
    }
    assertEquals(models, models());
    assertNotSame(report, report());
    assertEquals(
        SIX_SECONDS, now().session().settings().get(KioskSettings.MINUTES), "it goes on like that");
    robot.interact(() -> assertFalse(Clipboard.getSystemClipboard().hasString()));
    robot.interact(() -> assertFalse(Clipboard.getSystemClipboard().hasImage()));
    assertEquals(List.of(), List.copyOf(now().messages().shown()));
  }

  private void visit(Theme theme) throws Exception {
    // a finger on the cover
    robot.clickOn(".lesson-cover");
    whileTouching(() -> !curve().coveredProperty().get());
    assertFalse(isThere("#moment-ask"));
    robot.interact(
        () -> {
          now().state().theme().choose(theme == Theme.LIGHT ? Theme.DARK : Theme.LIGHT);
          epsilon().setValue(0.3);
          now().session().digit().set(3);
          report()
              .table(
                  "visitors-numbers", new FigureTable(List.of("a"), List.of(List.of((Object) 1))));
          ClipboardContent copied = new ClipboardContent();
          copied.putString("a visitor's words");
          copied.putImage(new WritableImage(4, 4));
          Clipboard.getSystemClipboard().setContent(copied);
        });
    Lab.addModel(now().session(), "a visitor's", 5);
    ctrl(KeyCode.L);
    whileTouching(() -> isThere("#lesson-row-one-digit"));
    robot.clickOn("#lesson-row-one-digit");
    whileTouching(() -> now().state().readInstead().get() != null);
    ctrl(KeyCode.DIGIT1);
  }

  @Test
  @Tag("full")
  void whatNobodyTouchedStaysAsItIs() throws Exception {
    Node root = robot.lookup("#moment-line").query().getScene().getRoot();
    robot.interact(
        () -> {
          root.fireEvent(resting(MouseEvent.MOUSE_ENTERED));
          root.fireEvent(resting(MouseEvent.MOUSE_MOVED));
        });
    long begun = System.nanoTime();
    until(() -> System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(9));
    assertEquals(1, opened.size(), "after six seconds there was nothing to undo");
  }

  private static MouseEvent resting(EventType<MouseEvent> type) {
    return new MouseEvent(
        type,
        40,
        40,
        40,
        40,
        MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  @Test
  void theHelpListsWhatWorksAndNothingElse() throws Exception {
    robot.type(KeyCode.F1);
    whileTouching(() -> isThere(".help-card"));
    Set<String> keys =
        robot.lookup(".help-card .key-cap").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .collect(Collectors.toSet());
    assertTrue(
        keys.containsAll(Set.of("F1", "Ctrl+L", "PgDn, PgUp", "B, space", "Esc", "R")), "" + keys);
    for (String none :
        List.of(
            "F11",
            "Ctrl+M",
            "Ctrl+O",
            "Ctrl+Shift+S",
            "Ctrl+Shift+R",
            "Ctrl+E",
            "Ctrl+Shift+E",
            "Ctrl+Shift+Q")) {
      assertFalse(keys.contains(none), none);
    }
  }

  @Test
  void theLessonListOffersNoFilesAndNoFolder() throws Exception {
    ctrl(KeyCode.L);
    whileTouching(() -> isThere("#lesson-row-one-digit"));
    assertFalse(isThere("#lesson-open-file"));
    assertFalse(isThere("#lesson-folder"));
  }

  @Test
  void whatIsDroppedStaysOutside() throws Exception {
    Node middle = robot.lookup("#curves").query();
    robot.interact(() -> middle.fireEvent(drag(DragEvent.DRAG_OVER)));
    robot.interact(() -> middle.fireEvent(drag(DragEvent.DRAG_DROPPED)));
    whileTouching(() -> !now().messages().shown().isEmpty());
    assertEquals(KioskDialogs.NOT_HERE, now().messages().shown().get(0).sentence());
  }

  private static DragEvent drag(EventType<DragEvent> type) {
    return new DragEvent(type, null, 5, 5, 5, 5, null, null, null, null);
  }
}
