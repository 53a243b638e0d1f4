package epsilonlab.ui;

import epsilonlab.desk.KioskDesk;
import epsilonlab.engine.Compute;
import epsilonlab.ui.frame.FxWatchdog;
import epsilonlab.ui.frame.LabWindow;
import epsilonlab.ui.kiosk.Kiosk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Opens the window and returns when it is closed; begins it anew where it is asked to. */
public final class LabApplication extends Application {
  // JavaFX makes the object itself, so what it needs cannot be handed to a constructor
  private static Opening opening;
  private static List<Function<LabServices, LabTab>> tabs = List.of();

  private FxWatchdog watchdog;
  private LabServices made;
  private LabWindow window;

  /** How a window begins. */
  public interface Opening {
    /**
     * Makes what the tabs get, on the FX thread, so it must be quick.
     *
     * @param engine the one that is loaded already; empty at the first start
     */
    LabServices services(Optional<CompletableFuture<Compute>> engine);

    /** A capsule to begin with; asked once. */
    Optional<Path> capsule();

    /** The folder of a lab that anyone may touch. */
    Optional<KioskDesk> kiosk();
  }

  /**
   * Opens the window on the thread that JavaFX starts; to be called once a process.
   *
   * @param tabs as in {@link Tabs#ALL}
   */
  public static void open(Opening opening, List<Function<LabServices, LabTab>> tabs) {
    prepare(opening, tabs);
    Application.launch(LabApplication.class);
  }

  /** How the next window of this process begins. */
  static void prepare(Opening opening, List<Function<LabServices, LabTab>> tabs) {
    LabApplication.opening = opening;
    LabApplication.tabs = tabs;
  }

  @Override
  public void start(Stage stage) {
    if (Boolean.getBoolean("epsilonlab.watchdog")) {
      watchdog = FxWatchdog.start();
    }
    begin(stage, Optional.empty());
    opening.capsule().ifPresent(file -> window.capsules().open(file));
    // what nobody foresaw must reach the user and the log, not stderr alone
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> made.messages().failure(failure));
  }

  private void begin(Stage stage, Optional<CompletableFuture<Compute>> engine) {
    made = opening.services(engine);
    made.state().restart().set(this::anew);
    window = new LabWindow(made, stage, tabs);
    window.show();
    made.session().open();
    window.capsules().openDesk();
    window.lessons().prepare();
    opening
        .kiosk()
        .ifPresent(desk -> Kiosk.watch(made, window.scene(), desk, made.state().restart().get()));
  }

  private <T> void anew(Callable<T> between, BiConsumer<LabServices, T> then) {
    // the process lives on without a window for a moment
    Platform.setImplicitExit(false);
    window.leave();
    LabServices before = made;
    Thread worker =
        new Thread(
            () -> {
              before.close();
              CompletableFuture<T> outcome = new CompletableFuture<>();
              try {
                outcome.complete(between.call());
              } catch (Throwable failure) {
                outcome.completeExceptionally(failure);
              }
              Platform.runLater(() -> beginAgain(before, outcome, then));
            },
            "begin anew");
    worker.start();
  }

  private <T> void beginAgain(
      LabServices before, CompletableFuture<T> outcome, BiConsumer<LabServices, T> then) {
    begin(new Stage(), Optional.of(before.compute()));
    Platform.setImplicitExit(true);
    outcome.whenComplete(
        (result, failure) -> {
          if (failure == null) {
            then.accept(made, result);
          } else {
            made.messages().failure(failure);
          }
        });
  }

  @Override
  public void stop() {
    if (watchdog != null) {
      watchdog.close();
    }
    if (made != null) {
      // nothing is written once this has returned
      made.close();
    }
    Compute compute = made == null ? null : made.compute().getNow(null);
    if (compute != null) {
      // PyTorch must not be computing while the process ends
      compute.close();
    }
  }
}
