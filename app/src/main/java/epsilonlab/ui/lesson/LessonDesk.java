package epsilonlab.ui.lesson;

import epsilonlab.job.Work;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.run.HandIn;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.report.handin.ReportDocument;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.Ticker;
import epsilonlab.ui.cover.CoverLayer;
import epsilonlab.ui.report.ReportFrame;
import epsilonlab.ui.report.SaveReport;
import epsilonlab.ui.report.StudentName;
import epsilonlab.ui.state.LabAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;

/**
 * Lessons in the window: puts the open one in place of the read column, covers and locks what it
 * says, and shows the list. A timer asks the lab ten times a second, only while a lesson is open.
 */
public final class LessonDesk {
  private static final long ASK_MILLIS = 100;
  // the first tab has shown its first digit by then
  private static final long SETTLED_MILLIS = 1500;

  private final LabServices services;
  private final LessonViewModel model;
  private final Supplier<TabParts> parts;
  private final LessonShelf shelf;
  private final CoverLayer layer = new CoverLayer();
  private final StepFigures figures = new StepFigures();
  private final Ticker timer;
  private final ReadOnlyBooleanWrapper aside = new ReadOnlyBooleanWrapper();
  private LessonPanel panel;
  private LessonList list;
  // while a choice goes on, as when a slider is drawn, nothing is written
  private boolean unwritten;

  /**
   * No lesson is open yet.
   *
   * @param parts where things are in the frame and on the tab in view
   */
  public LessonDesk(LabServices services, LabAccess lab, Supplier<TabParts> parts) {
    this.services = services;
    this.parts = parts;
    model = new LessonViewModel(services, lab, this::leaveStep);
    shelf = new LessonShelf(services);
    timer = new Ticker(services.fx(), ASK_MILLIS, this::tick);
    model.run().addListener((property, before, now) -> show(now));
    model.version().addListener((property, before, now) -> coverAndLock());
  }

  /** What lies above the tab. */
  public Node layer() {
    return layer;
  }

  /** The way through the open lesson; null while none is open. */
  public ReadOnlyObjectProperty<LessonRun> run() {
    return model.run();
  }

  /** The open lesson. */
  public LessonViewModel model() {
    return model;
  }

  /** Whether an open lesson gives way to the tab's own column for a while. */
  public ReadOnlyBooleanProperty aside() {
    return aside.getReadOnlyProperty();
  }

  /** The parts on the tab in view, by name, that are covered until the student has guessed. */
  public Set<String> covered() {
    return layer.covered();
  }

  private void setAside(boolean away) {
    aside.set(away && model.run().get() != null);
    services.state().readInstead().set(model.run().get() == null || aside.get() ? null : panel);
    coverAndLock();
  }

  /** Opens a lesson where the student left it. */
  public void open(Lesson lesson) {
    model.open(lesson);
  }

  /** Lists the lessons, or closes the list; brings back a lesson that was put aside. */
  public void toggleList() {
    if (aside.get()) {
      setAside(false);
      return;
    }
    if (list != null && services.state().overlay().get() == list) {
      services.state().overlay().set(null);
      return;
    }
    if (list == null) {
      list = new LessonList(services, shelf, this::open);
    }
    list.open();
  }

  /**
   * Reads the lessons when the lab has been open for a moment: the first of them has a Markdown and
   * a YAML parser loaded, for which the list would have to wait.
   */
  public void prepare() {
    services
        .compute()
        .whenComplete(
            (compute, failure) ->
                CompletableFuture.delayedExecutor(
                        SETTLED_MILLIS, TimeUnit.MILLISECONDS, services.fx())
                    .execute(shelf::prepare));
  }

  /** Goes on with the lesson that was open when the lab was last closed. */
  public void reopen() {
    shelf.last(model::open);
  }

  /** Keeps what was answered; no jobs are taken any more. */
  public void windowCloses() {
    timer.stop();
    model.windowCloses();
  }

  private void tick() {
    int before = model.version().get();
    model.tick();
    keepFigures(model.run().get());
    if (model.version().get() == before) {
      // tabs come and go, and their controls with them
      coverAndLock();
    }
  }

  private void keepFigures(LessonRun run) {
    if (run != null) {
      figures.follow(run);
      if (figures.look(run, parts)) {
        unwritten = true;
      } else if (unwritten) {
        writeFigures(run);
      }
    }
  }

  /** Some figures have grown since the step was done. */
  private void leaveStep(LessonRun run) {
    if (figures.take(run, parts.get()) || unwritten) {
      writeFigures(run);
    }
  }

  private void writeFigures(LessonRun run) {
    Map<PartName, ReportBlock> shown = figures.of(run.at());
    int step = run.at();
    boolean anew = figures.isDoneHere(step);
    unwritten = false;
    withFiles(
        run,
        files -> {
          if (anew) {
            files.replace(step, shown);
          } else {
            files.write(step, shown);
          }
        });
  }

  /** One after the other, in a job. */
  private void withFiles(LessonRun run, Consumer<FigureFiles> what) {
    FigureFiles files = new FigureFiles(services.session().home(), run.lesson());
    services
        .jobs()
        .submit(
            Work.following(
                "Keep the figures",
                () -> {
                  what.accept(files);
                  return null;
                }))
        .future()
        .exceptionally(
            failure -> {
              services.messages().failure(failure);
              return null;
            });
  }

  private void handIn() {
    if (StudentName.ask(services)) {
      LessonRun run = model.run().get();
      SaveReport.ask(services, run.lesson().id(), report(run));
    }
  }

  /** The report of the open lesson as far as the student has come, to be made off the FX thread. */
  public Optional<Callable<ReportDocument>> report() {
    return Optional.ofNullable(model.run().get()).map(this::report);
  }

  private Callable<ReportDocument> report(LessonRun run) {
    leaveStep(run);
    HandIn handIn = run.handIn();
    List<Integer> steps =
        IntStream.range(0, run.lesson().steps().size()).filter(run::isDone).boxed().toList();
    StepFigures.Taken now = figures.all();
    FigureFiles earlier = new FigureFiles(services.session().home(), run.lesson());
    Set<String> names =
        handIn.sections().stream()
            .flatMap(section -> section.facts().get("lab.model").stream())
            .map(Object::toString)
            .collect(Collectors.toSet());
    ReportFrame frame = ReportFrame.of(services, ReportFrame.ids(services.session(), names));
    return () -> StepFigures.report(handIn, steps, frame, now, earlier);
  }

  private void show(LessonRun run) {
    if (run != null && panel == null) {
      panel = new LessonPanel(services, model, () -> setAside(true), this::handIn);
    }
    setAside(false);
    if (run == null) {
      timer.stop();
    } else {
      if (IntStream.range(0, run.lesson().steps().size()).noneMatch(run::isDone)) {
        withFiles(run, FigureFiles::putAside);
      }
      timer.play();
    }
  }

  private void coverAndLock() {
    LessonRun run = model.run().get();
    if (run == null) {
      layer.show(new TabParts(), Set.of(), Set.of());
    } else {
      layer.show(parts.get(), run.covered(), run.locked());
    }
  }
}
