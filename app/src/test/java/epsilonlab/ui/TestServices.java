package epsilonlab.ui;

import epsilonlab.job.JobRunner;
import epsilonlab.ui.theme.ThemeSwitch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Services for a window under test; the engine never arrives unless the test completes it. */
public final class TestServices {
  private TestServices() {}

  public static LabServices with(Executor fx, Dialogs dialogs) {
    Remembered remembered = new TestRemembered();
    ModelChoices models = ModelChoices.inMemory();
    LabState state = new LabState(remembered, models, new ThemeSwitch(remembered, fx));
    return new LabServices(
        new JobRunner(), new CompletableFuture<>(), fx, dialogs, new Messages(fx), state);
  }
}
