package epsilonlab.ui.frame;

import epsilonlab.engine.Compute;
import epsilonlab.ui.LabServices;

/** Says in the status bar which engine computes, once it is loaded, or that there is none. */
final class EngineText {
  private EngineText() {}

  static void follow(LabServices services) {
    services
        .compute()
        .whenComplete(
            (compute, failure) -> services.fx().execute(() -> tell(services, compute, failure)));
  }

  private static void tell(LabServices services, Compute compute, Throwable failure) {
    if (failure == null) {
      services.state().deviceText().set(compute.describe());
    } else {
      services.state().deviceText().set("No engine");
      services.messages().failure(failure);
    }
  }
}
