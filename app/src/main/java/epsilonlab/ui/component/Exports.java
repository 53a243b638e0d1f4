package epsilonlab.ui.component;

import epsilonlab.engine.LabException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/** Encodes and writes off the FX thread, one export behind the other. */
final class Exports {
  private static final Logger LOG = Logger.getLogger(Exports.class.getName());
  private static final ExecutorService WORKER =
      Executors.newSingleThreadExecutor(
          body -> {
            Thread thread = new Thread(body, "exports");
            thread.setDaemon(true);
            return thread;
          });

  private Exports() {}

  /** Runs {@code work} on the worker and hands its result to {@code then} on the FX thread. */
  static <T> void run(Supplier<T> work, Consumer<T> then, ExportNotices notices) {
    WORKER.execute(
        () -> {
          try {
            T result = work.get();
            Platform.runLater(() -> then.accept(result));
          } catch (LabException told) {
            Platform.runLater(() -> notices.failed(told.getMessage()));
          } catch (RuntimeException unforeseen) {
            LOG.log(Level.SEVERE, "an export failed", unforeseen);
            Platform.runLater(
                () -> notices.failed("The export failed; the log says why. Please try again."));
          }
        });
  }
}
