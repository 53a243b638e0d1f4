package epsilonlab.ui;

import epsilonlab.TestFolder;
import epsilonlab.engine.Compute;
import epsilonlab.job.JobRunner;
import epsilonlab.settings.Home;
import epsilonlab.settings.Settings;
import epsilonlab.ui.theme.ThemeSwitch;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Services for a window under test; the engine never arrives unless the test completes it. */
public final class TestServices {
  private TestServices() {}

  public static LabServices with(Executor fx, Dialogs dialogs) {
    Remembered remembered = new TestRemembered();
    ModelChoices models = ModelChoices.inMemory();
    LabState state = new LabState(remembered, models, new ThemeSwitch(remembered, fx));
    JobRunner jobs = new JobRunner();
    CompletableFuture<Compute> compute = new CompletableFuture<>();
    Messages messages = new Messages(fx);
    Home home = Home.of(TestFolder.create());
    LabSession session =
        new LabSession(
            home, Settings.load(home), jobs, compute, fx, Optional.empty(), messages::failure);
    return new LabServices(jobs, compute, fx, dialogs, messages, state, session);
  }
}
