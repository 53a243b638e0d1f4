package epsilonlab.ui;

import epsilonlab.engine.DeviceChoice;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import java.util.ArrayList;
import javafx.application.Platform;

/** Opens the real window with the test tabs, to look at: {@code java epsilonlab.ui.FrameDemo}. */
public final class FrameDemo {
  private FrameDemo() {}

  public static void main(String[] args) {
    long began = System.nanoTime();
    LabApplication.open(
        () -> {
          TestRemembered remembered = new TestRemembered();
          ModelChoices models = ModelChoices.inMemory();
          models.items().add(new ModelChoice("a", "LeNet", "Adam, 3 epochs", "98.0 %", "#0072B2"));
          models.items().add(new ModelChoice("b", "MLP", "Adam, 3 epochs", "96.9 %", "#E69F00"));
          models.chosen().set(models.items().get(0));
          LabServices services = LabServices.start(remembered, models, DeviceChoice.CPU, 0);
          said("services", began);
          // after the window has been built
          Platform.runLater(
              () -> {
                said("window", began);
                services.jobs().submit(new Counting());
                services.jobs().submit(new Counting());
              });
          return services;
        },
        TestTab.seven(new ArrayList<>()));
  }

  private static void said(String what, long began) {
    System.getLogger("demo")
        .log(
            System.Logger.Level.INFO,
            "{0} after {1} ms",
            what,
            (System.nanoTime() - began) / 1_000_000);
  }

  private static final class Counting implements Job<Void, Void> {
    @Override
    public String name() {
      return "LeNet, 5 steps, 1,000 digits";
    }

    @Override
    public Void run(JobContext<Void> context) throws Exception {
      for (int i = 0; i < 1000; i++) {
        Thread.sleep(30);
        context.check();
        context.progress(i / 1000.0);
      }
      return null;
    }
  }
}
