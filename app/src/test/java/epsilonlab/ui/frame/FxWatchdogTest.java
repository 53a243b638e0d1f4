package epsilonlab.ui.frame;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class FxWatchdogTest {
  @Test
  void whatBlocksTheThreadIsNamed() throws Exception {
    FxToolkit.registerPrimaryStage();
    try (FxWatchdog watchdog = FxWatchdog.start()) {
      WaitForAsyncUtils.waitForFxEvents();
      Platform.runLater(FxWatchdogTest::tooLong);
      WaitForAsyncUtils.waitFor(
          20,
          TimeUnit.SECONDS,
          () -> watchdog.stalls().stream().anyMatch(stall -> stall.describe().contains("tooLong")));
      FxWatchdog.Stall stall =
          watchdog.stalls().stream()
              .filter(any -> any.describe().contains("tooLong"))
              .findFirst()
              .orElseThrow();
      assertTrue(stall.millis() > FxWatchdog.LIMIT_MILLIS);
      assertTrue(stall.cpuMillis() <= stall.millis() + 20, "the CPU time lies within the stall");
      watchdog.clear();
      assertTrue(watchdog.stalls().stream().noneMatch(any -> any.describe().contains("tooLong")));
    }
  }

  private static void tooLong() {
    long end = System.nanoTime() + 200_000_000L;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
