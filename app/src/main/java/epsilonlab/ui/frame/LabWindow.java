package epsilonlab.ui.frame;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabState;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.capsule.CapsuleDesk;
import epsilonlab.ui.kiosk.DropGuard;
import epsilonlab.ui.lecture.LectureDesk;
import epsilonlab.ui.lesson.LessonDesk;
import epsilonlab.ui.report.ReportDesk;
import epsilonlab.ui.theme.LabFonts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;

/** The window: builds the frame on a stage and connects its parts. Belongs to the FX thread. */
public final class LabWindow {
  /** The smallest size, in pixels. */
  public static final double MIN_WIDTH = 900;

  /** The smallest size, in pixels. */
  public static final double MIN_HEIGHT = 600;

  private final LabServices services;
  private final LabState state;
  private final Stage stage;
  private final Scene scene;
  private final TabHost host;
  private final TopBar topBar;
  private final JobList jobs;
  private final JobsPopup jobsPopup;
  private final StatusBar statusBar;
  private final WindowKeys keys;
  private final HelpCard help;
  private final LessonDesk lessons;
  private final LectureDesk lecture;
  private final CapsuleDesk capsules;
  private final ReportDesk report;
  private final Overlays overlays = new Overlays();
  private final WindowFrame frame;
  private final WindowMemory memory;
  private final PresenterMode presenter;
  private final CloseRequest closing;
  private final JobRefresh refresh;
  private final WindowParts parts;

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
    WindowFacts facts = new WindowFacts(services.session(), state, host);
    lessons = new LessonDesk(services, facts, this::parts);
    lecture = new LectureDesk(services, facts, this::parts, new LectureFiles(this));
    report =
        new ReportDesk(services, () -> host.current().map(LabTab::title).orElse(""), facts::now);
    capsules =
        new CapsuleDesk(
            services,
            facts,
            lecture.model(),
            lessons.model(),
            new ShownInWindow(host::current, facts, lessons::report, report.tray(), this::covered));
    keys = new WindowKeys(this, state.isKiosk(), made.size());
    help = new HelpCard(keys, overlays::close, state.isKiosk() ? List.of() : HelpActions.of(this));
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
    parts = new WindowParts(host, statusBar, topBar);
    memory = new WindowMemory(state.remembered(), stage);
    presenter = new PresenterMode(state, stage);
    closing = new CloseRequest(services, jobs, host, this::leave);
    refresh = new JobRefresh(services.fx(), jobs);
    frame =
        new WindowFrame(
            topBar,
            new JobLine(jobs, state),
            statusBar,
            new StackPane(host, lessons.layer(), lecture.layer()),
            overlays,
            new MessageStack(services.messages()));
    scene = build();
    connect();
    if (!made.isEmpty()) {
      host.chooseRemembered();
    }
  }

  private Scene build() {
    report.collectFrom(frame);
    lessons.aside().addListener((property, before, now) -> topBar.showLessonAside(now));
    lessons.run().addListener((property, before, now) -> frame.showLesson(now != null));
    Scene built = new Scene(frame, 1280, 800);
    state.theme().follow(built);
    new KeyRouter(this, keys).attach(built);
    if (state.isKiosk()) {
      DropGuard.refuse(built, services.messages());
    }
    return built;
  }

  private void connect() {
    stage.setTitle("Epsilon Lab");
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.getIcons().setAll(WindowIcons.all());
    stage.setScene(scene);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          requestClose();
        });
    state.presenting().addListener((property, before, now) -> showPresenting(now));
    host.follow(state.wantedTab());
    overlays.follow(state.overlay());
    EngineText.follow(services);
  }

  /** Where the things are, in the frame and on the tab in view, that lessons cover and lock. */
  public TabParts parts() {
    return parts.now();
  }

  /** The lessons of this window. */
  public LessonDesk lessons() {
    return lessons;
  }

  /** Lists what was collected for a report. */
  void openReport() {
    report.open();
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

  /** Begins presenter mode, if it is not on, with the first moment. */
  void present() {
    if (!state.presenting().get()) {
      togglePresenter();
    }
    lecture.begin();
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
    presenter.beginInKiosk();
    lessons.reopen();
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
    presenter.toggle();
  }

  private void showPresenting(boolean presenting) {
    overlays.close();
    state.chooseUnfolded().set(false);
    frame.showPresenting(presenting, lecture.line());
    topBar.setPresenting(presenting);
    host.setPresenting(presenting);
    host.current().ifPresent(topBar::showTools);
  }

  void toggleHelp() {
    help.describe(host.current().orElse(null));
    overlays.toggle(help, Pos.CENTER, true, shown -> {});
  }

  private void toggleJobs() {
    overlays.toggle(jobsPopup, Pos.BOTTOM_RIGHT, false, statusBar::listShown);
  }

  void export() {
    if (!covered().isEmpty()) {
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

  private Set<String> covered() {
    Set<String> all = new HashSet<>(lessons.covered());
    all.addAll(lecture.covered());
    return all;
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
    closing.make();
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
}
