package epsilonlab.ui;

import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.job.JobRunner;
import epsilonlab.settings.Home;
import epsilonlab.settings.Settings;
import epsilonlab.ui.kiosk.KioskDialogs;
import epsilonlab.ui.theme.ThemeSwitch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * What every tab gets.
 *
 * @param jobs runs jobs off the FX thread; the frame shows them and tells of failures
 * @param compute the engine, which is loaded while the window opens; the frame tells of a failure
 * @param fx brings a call to the FX thread; in tests it may run it at once
 * @param dialogs questions that wait for an answer
 * @param messages notices that do not
 * @param state what the frame shows and all tabs share
 * @param session the data set, the models and the seed that all tabs work with
 */
public record LabServices(
    JobRunner jobs,
    CompletableFuture<Compute> compute,
    Executor fx,
    Dialogs dialogs,
    Messages messages,
    LabState state,
    LabSession session) {
  private static final int FIRST_FRAMES = 3;
  private static final Duration ENDING = Duration.ofSeconds(10);

  /**
   * The services of the real window; to be called on the FX thread before it opens. The engine
   * begins to load on a thread of its own as soon as the window stands.
   *
   * @param folder where data sets are looked for first, as {@code --data} says
   * @param lessons where an instructor's lessons are, as {@code --lessons} says
   * @param threads compute threads, 0 for one a core
   */
  public static LabServices start(
      Home home, Optional<Path> folder, Optional<Path> lessons, DeviceChoice device, int threads) {
    Executor fx = Platform::runLater;
    CompletableFuture<Compute> compute = new CompletableFuture<>();
    Thread loader =
        new Thread(
            () -> {
              try {
                compute.complete(Compute.start(device, threads));
              } catch (Throwable failure) {
                // a missing native library is an Error, and must reach the user as well
                compute.completeExceptionally(failure);
              }
            },
            "engine start");
    loader.setDaemon(true);
    afterFirstFrames(loader::start);
    LabServices made = with(home, folder, new JobRunner(), compute, fx, FxDialogs::new);
    lessons.ifPresent(made.state().lessonFolder()::set);
    return made;
  }

  /**
   * Ends the jobs, waits for what they keep, and writes the settings; nothing of these services may
   * be used any more.
   */
  public void close() {
    jobs.close();
    jobs.awaitEnd(ENDING);
    state.remembered().close();
  }

  /** The real window's services around an engine that is loaded already, or being loaded. */
  public static LabServices again(
      Home home,
      Optional<Path> folder,
      Optional<Path> lessons,
      CompletableFuture<Compute> compute) {
    LabServices made =
        with(home, folder, new JobRunner(), compute, Platform::runLater, FxDialogs::new);
    lessons.ifPresent(made.state().lessonFolder()::set);
    return made;
  }

  /** These for a window that anyone may touch. */
  public LabServices forKiosk() {
    state.beKiosk();
    Dialogs closed = new KioskDialogs(dialogs, () -> messages.info(KioskDialogs.NOT_HERE));
    return new LabServices(jobs, compute, fx, closed, messages, state, session);
  }

  /** Connects services that were made elsewhere, as tests do. */
  public static LabServices with(
      Home home,
      Optional<Path> folder,
      JobRunner jobs,
      CompletableFuture<Compute> compute,
      Executor fx,
      Function<Remembered, Dialogs> dialogs) {
    Settings settings = Settings.load(home);
    Remembered remembered = new RememberedSettings(settings);
    Messages messages = new Messages(fx);
    settings.notice().ifPresent(messages::error);
    LabSession session =
        new LabSession(home, settings, jobs, compute, fx, folder, messages::failure);
    LabState state =
        new LabState(remembered, new LibraryChoices(session), new ThemeSwitch(remembered, fx));
    Dialogs asking = dialogs.apply(remembered);
    StatusTexts.follow(session, state, asking, messages);
    return new LabServices(jobs, compute, fx, asking, messages, state, session);
  }

  // loading native libraries holds a lock that the first fonts and the first picture need too
  private static void afterFirstFrames(Runnable body) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        frames++;
        if (frames == FIRST_FRAMES) {
          stop();
          body.run();
        }
      }
    }.start();
  }
}
