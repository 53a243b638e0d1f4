package epsilonlab.ui;

import epsilonlab.engine.Compute;
import epsilonlab.ui.frame.FxWatchdog;
import epsilonlab.ui.frame.LabWindow;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.stage.Stage;

/** Opens the window and returns when it is closed. */
public final class LabApplication extends Application {
  // JavaFX makes the object itself, so what it needs cannot be handed to a constructor
  private static Supplier<LabServices> services;
  private static List<Function<LabServices, LabTab>> tabs = List.of();

  private FxWatchdog watchdog;
  private LabServices made;

  /**
   * Opens the window on the thread that JavaFX starts; to be called once a process.
   *
   * @param services makes what the tabs get, on the FX thread, so it must be quick
   * @param tabs as in {@link Tabs#ALL}
   */
  public static void open(
      Supplier<LabServices> services, List<Function<LabServices, LabTab>> tabs) {
    LabApplication.services = services;
    LabApplication.tabs = tabs;
    Application.launch(LabApplication.class);
  }

  @Override
  public void start(Stage stage) {
    if (Boolean.getBoolean("epsilonlab.watchdog")) {
      watchdog = FxWatchdog.start();
    }
    made = services.get();
    // what nobody foresaw must reach the user and the log, not stderr alone
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> made.messages().failure(failure));
    new LabWindow(made, stage, tabs).show();
    made.session().open();
  }

  @Override
  public void stop() {
    if (watchdog != null) {
      watchdog.close();
    }
    Compute compute = made == null ? null : made.compute().getNow(null);
    if (compute != null) {
      // PyTorch must not be computing while the process ends
      compute.close();
    }
  }
}
