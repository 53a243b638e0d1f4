package epsilonlab.ui;

import epsilonlab.TestFolder;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.job.JobRunner;
import epsilonlab.settings.Home;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Services with a real engine and a library in a folder of their own. */
public final class SessionServices {
  private static Compute compute;

  private SessionServices() {}

  /** All tests share one engine. */
  public static synchronized Compute compute() {
    if (compute == null) {
      compute = Compute.start(DeviceChoice.CPU, 2);
    }
    return compute;
  }

  public static LabServices with(Executor fx, Dialogs dialogs) {
    return LabServices.with(
        Home.of(TestFolder.create()),
        Optional.empty(),
        new JobRunner(),
        CompletableFuture.completedFuture(compute()),
        fx,
        remembered -> dialogs);
  }
}
