package epsilonlab.ui;

import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.job.JobRunner;
import epsilonlab.ui.theme.ThemeSwitch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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
 */
public record LabServices(
    JobRunner jobs,
    CompletableFuture<Compute> compute,
    Executor fx,
    Dialogs dialogs,
    Messages messages,
    LabState state) {
  private static final int FIRST_FRAMES = 3;

  /**
   * The services of the real window; to be called on the FX thread before it opens. The engine
   * begins to load on a thread of its own as soon as the window stands.
   *
   * @param threads compute threads, 0 for one a core
   */
  public static LabServices start(
      Remembered remembered, ModelChoices models, DeviceChoice device, int threads) {
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
    return new LabServices(
        new JobRunner(),
        compute,
        fx,
        new FxDialogs(remembered),
        new Messages(fx),
        new LabState(remembered, models, new ThemeSwitch(remembered, fx)));
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
