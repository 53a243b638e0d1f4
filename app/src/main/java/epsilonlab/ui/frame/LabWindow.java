package epsilonlab.ui.frame;

import epsilonlab.desk.DeskSettings;
import epsilonlab.settings.Settings;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabState;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.Ticker;
import epsilonlab.ui.capsule.CapsuleDesk;
import epsilonlab.ui.component.FigureCollector;
import epsilonlab.ui.lecture.LectureDesk;
import epsilonlab.ui.lesson.LessonDesk;
import epsilonlab.ui.report.ReportCard;
import epsilonlab.ui.report.ReportFrame;
import epsilonlab.ui.report.ReportTray;
import epsilonlab.ui.theme.LabFonts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;

/** The window: builds the frame on a stage and connects its parts. Belongs to the FX thread. */
public final class LabWindow {
  /** The smallest size, in pixels. */
  public static final double MIN_WIDTH = 900;

  /** The smallest size, in pixels. */
  public static final double MIN_HEIGHT = 600;

  private static final long REFRESH_MILLIS = 150;
  private static final TabParts NOWHERE = new TabParts();

  private final LabServices services;
  private final LabState state;
  private final Stage stage;
  private final Scene scene;
  private final TabHost host;
  private final TopBar topBar;
  private final JobList jobs;
  private final JobsPopup jobsPopup;
  private final StatusBar statusBar;
  private final JobLine jobLine;
  private final HelpCard help;
  private final LessonDesk lessons;
  private final LectureDesk lecture;
  private final CapsuleDesk capsules;
  private final ReportTray report;
  private final ReportCard reportCard;
  private final Overlays overlays = new Overlays();
  private final StackPane root = new StackPane();
  private final BorderPane frame = new BorderPane();
  private final WindowMemory memory;
  private final Ticker refresh;
  private TabParts partsOf;
  private TabParts parts;

  /**
   * Builds the window; {@link #show()} opens it.
   *
   * @param tabs how the tabs are made, from left to right
   */
  public LabWindow(LabServices services, Stage stage, List<Function<LabServices, LabTab>> tabs) {
    this.services = services;
    this.state = services.state();
    this.stage = stage;
    LabFonts.load();
    state.theme().prepare();
    List<LabTab> made = tabs.stream().map(maker -> maker.apply(services)).toList();
    host = new TabHost(made, state.remembered(), (index, tab) -> this.tabChosen(index, tab));
    jobs = new JobList(services.jobs(), services.messages(), services.fx());
    jobsPopup = new JobsPopup(jobs);
    statusBar = new StatusBar(state, jobs, this::toggleJobs);
    jobLine = new JobLine(jobs);
    WindowFacts facts = new WindowFacts(services.session(), state, host);
    lessons = new LessonDesk(services, facts, this::parts);
    lecture = new LectureDesk(services, facts, this::parts, new LectureFiles());
    report =
        new ReportTray(
            () -> host.current().map(LabTab::title).orElse(""),
            facts::now,
            models -> ReportFrame.of(services, models),
            this::tellOfReport);
    reportCard = new ReportCard(services, report);
    capsules =
        new CapsuleDesk(
            services,
            facts,
            lecture.model(),
            lessons.model(),
            new ShownInWindow(
                host, facts, lessons, report, () -> lessons.isCovering() || lecture.isCovering()));
    FigureCollector.install(root, report);
    help =
        new HelpCard(
            made.size(), overlays::close, state.isKiosk() ? List.of() : HelpActions.of(this));
    topBar =
        new TopBar(
            state,
            new TabStrip(made, host::choose),
            this::toggleLessons,
            this::togglePresenter,
            this::toggleHelp);
    if (!state.isKiosk()) {
      topBar.addPresenterButton(
          "moments-button", Feather.BOOKMARK, "Prepared moments (Ctrl+M)", this::toggleLecture);
    }
    memory = new WindowMemory(state.remembered(), stage);
    refresh = new Ticker(services.fx(), REFRESH_MILLIS, jobs::refresh);
    scene = build();
    connect();
    if (!made.isEmpty()) {
      host.chooseRemembered();
    }
  }

  private Scene build() {
    frame.getStyleClass().add("lab-frame");
    frame.setTop(new VBox(topBar, jobLine));
    frame.setCenter(new StackPane(host, lessons.layer(), lecture.layer()));
    frame.setBottom(statusBar);
    root.getStyleClass().add("lab-root");
    lessons.aside().addListener((property, before, now) -> topBar.showLessonAside(now));
    lessons.run().addListener((property, before, now) -> showLesson(now != null));
    MessageLayer messages = new MessageLayer(new MessageStack(services.messages()), root);
    root.getChildren().addAll(frame, overlays, messages);
    Scene built = new Scene(root, 1280, 800);
    state.theme().follow(built);
    new KeyRouter(this, state.isKiosk()).attach(built);
    return built;
  }

  private void connect() {
    stage.setTitle("Epsilon Lab");
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.getIcons().setAll(icons());
    stage.setScene(scene);
    // Esc cancels a job; F11 leaves
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreenExitHint("");
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          requestClose();
        });
    stage
        .fullScreenProperty()
        .addListener(
            (property, before, now) -> {
              if (!now && state.isKiosk()) {
                Platform.runLater(this::fillScreen);
              } else if (!now) {
                state.presenting().set(false);
              }
            });
    state.presenting().addListener((property, before, now) -> showPresenting(now));
    state
        .wantedTab()
        .addListener(
            (property, before, wanted) -> {
              if (wanted != null) {
                host.choose(wanted);
                state.wantedTab().set(null);
              }
            });
    state.overlay().addListener((property, before, now) -> showOverlay(now));
    jobs.busy()
        .addListener(
            (property, before, busy) -> {
              if (busy) {
                refresh.play();
              } else {
                refresh.stop();
              }
              showJobLine();
            });
    showJobLine();
    services
        .compute()
        .whenComplete(
            (compute, failure) ->
                services
                    .fx()
                    .execute(
                        () -> {
                          if (failure == null) {
                            state.deviceText().set(compute.describe());
                          } else {
                            state.deviceText().set("No engine");
                            services.messages().failure(failure);
                          }
                        }));
  }

  private void showLesson(boolean open) {
    root.getStyleClass().remove("lesson-open");
    if (open) {
      root.getStyleClass().add("lesson-open");
    }
  }

  /** Where the things are that lessons cover and lock. */
  private TabParts parts() {
    TabParts ofTab = host.current().map(LabTab::parts).orElse(NOWHERE);
    if (ofTab != partsOf) {
      partsOf = ofTab;
      parts =
          new TabParts()
              .control("lab.dataset", statusBar.data())
              .control("lab.seed", statusBar.seed())
              .control("lab.network", topBar.picker())
              .control("lab.model", topBar.picker())
              .and(ofTab);
    }
    return parts;
  }

  /** The lessons of this window. */
  public LessonDesk lessons() {
    return lessons;
  }

  private void tellOfReport() {
    services.messages().info("Added to the report.", "Open report", reportCard::open);
  }

  /** Lists what was collected for a report. */
  void openReport() {
    reportCard.open();
  }

  void toggleLessons() {
    lessons.toggleList();
  }

  /** The moments of this window's lecture. */
  public LectureDesk lecture() {
    return lecture;
  }

  /** Saves and opens capsules. */
  public CapsuleDesk capsules() {
    return capsules;
  }

  void toggleLecture() {
    lecture.toggleList();
  }

  private final class LectureFiles implements LectureDesk.Files {
    @Override
    public void save() {
      capsules.save();
    }

    @Override
    public void open() {
      capsules.open();
    }

    @Override
    public void present() {
      if (!state.presenting().get()) {
        togglePresenter();
      }
      lecture.begin();
    }
  }

  /** Closes what lies over the window, then does something else. */
  void closeAnd(Runnable action) {
    overlays.close();
    action.run();
  }

  /** Opens the window where it was last. */
  public void show() {
    memory.restore();
    stage.show();
    if (state.isKiosk()) {
      state.presenting().set(true);
      fillScreen();
    }
    lessons.reopen();
  }

  private void fillScreen() {
    if (stage.isShowing()) {
      stage.setFullScreen(true);
    }
  }

  /** Opens the capsule of a clean desk, if the desk was cleaned since the lab was last open. */
  public void openDesk() {
    Settings settings = services.session().settings();
    if (settings.get(DeskSettings.FRESH)) {
      settings.set(DeskSettings.FRESH, false);
      capsules.openDesk();
    }
  }

  /** The window's scene. */
  public Scene scene() {
    return scene;
  }

  /** Brings a tab into view, counted from 0; passes over an index that no tab has. */
  public void chooseTab(int index) {
    host.choose(index);
  }

  Optional<LabTab> currentTab() {
    return host.current();
  }

  private void tabChosen(int index, LabTab tab) {
    overlays.close();
    topBar.show(index, tab);
  }

  /** Begins or ends presenter mode, which is full screen. */
  public void togglePresenter() {
    if (state.isKiosk()) {
      return;
    }
    boolean begins = !state.presenting().get();
    state.presenting().set(begins);
    stage.setFullScreen(begins);
  }

  private void showPresenting(boolean presenting) {
    root.getStyleClass().remove("presenting");
    if (presenting) {
      root.getStyleClass().add("presenting");
    }
    overlays.close();
    state.chooseUnfolded().set(false);
    frame.setBottom(presenting ? lecture.line() : statusBar);
    topBar.setPresenting(presenting);
    host.setPresenting(presenting);
    host.current().ifPresent(topBar::showTools);
    showJobLine();
  }

  private void showJobLine() {
    jobLine.setVisible(state.presenting().get() && jobs.busy().get());
    jobLine.setManaged(state.presenting().get());
  }

  void toggleHelp() {
    help.describe(host.current().orElse(null));
    overlays.toggle(help, Pos.CENTER, true, shown -> {});
  }

  private void showOverlay(Node card) {
    if (card == null) {
      overlays.close();
      return;
    }
    overlays.toggle(
        card,
        Pos.CENTER,
        true,
        shown -> {
          if (!shown && state.overlay().get() == card) {
            state.overlay().set(null);
          }
        });
  }

  private void toggleJobs() {
    overlays.toggle(jobsPopup, Pos.BOTTOM_RIGHT, false, statusBar::listShown);
  }

  void export() {
    if (lessons.isCovering() || lecture.model().covered().get()) {
      services
          .messages()
          .info("Some of this is covered until you have made your guess; export it then.");
      return;
    }
    host.current()
        .flatMap(LabTab::export)
        .ifPresentOrElse(
            Runnable::run, () -> services.messages().info("There is nothing to export here yet."));
  }

  /** Whether a popover keeps keys from the tab. */
  boolean isCovered() {
    return overlays.isOpen();
  }

  /** Closes what is open, else cancels the running job; false if there is neither. */
  boolean escape() {
    return overlays.close() || jobs.cancelCurrent();
  }

  /** Closes a kiosk; nothing else does. */
  void closeKiosk() {
    if (state.isKiosk()) {
      leave();
    }
  }

  void resetDesk() {
    new DeskReset(services).ask();
  }

  /** Closes the window, after a question if something would be lost; a kiosk stays. */
  public void requestClose() {
    if (state.isKiosk()) {
      return;
    }
    List<JobEntry> under =
        new ArrayList<>(jobs.entries().stream().filter(entry -> !entry.isOver()).toList());
    under.sort(Comparator.comparing(entry -> !entry.isActive()));
    List<LabTab> tabs = host.built();
    switch (Closing.decide(services.dialogs(), under, tabs)) {
      case CLOSE -> leave();
      case KEEP_AND_CLOSE -> keepAndClose(tabs);
      case STAY -> {
        // the question is answered; work goes on
      }
    }
  }

  private void keepAndClose(List<LabTab> tabs) {
    CompletableFuture<?>[] kept =
        tabs.stream()
            .filter(tab -> tab.beforeClose().isPresent())
            .map(LabTab::keep)
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(kept)
        .whenComplete(
            (nothing, failure) ->
                services
                    .fx()
                    .execute(
                        () -> {
                          if (failure == null) {
                            leave();
                          } else {
                            // not kept is lost, so the window stays
                            services.messages().failure(failure);
                          }
                        }));
  }

  /** Closes the window without a question. */
  public void leave() {
    refresh.stop();
    lessons.windowCloses();
    lecture.windowCloses();
    memory.save();
    host.hideCurrent();
    jobs.cancelAll();
    services.jobs().close();
    stage.close();
  }

  private static List<Image> icons() {
    List<Image> icons = new ArrayList<>();
    for (int size : new int[] {16, 32, 48, 64, 128, 256}) {
      String file = "/epsilonlab/ui/icons/epsilon-" + size + ".png";
      icons.add(
          new Image(Objects.requireNonNull(LabWindow.class.getResource(file)).toExternalForm()));
    }
    return icons;
  }
}
