package epsilonlab;

import epsilonlab.command.Commands;
import epsilonlab.command.Display;
import epsilonlab.command.EpsilonLabCommand;
import epsilonlab.desk.KioskDesk;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.settings.Home;
import epsilonlab.settings.ProcessSetup;
import epsilonlab.ui.LabApplication;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Tabs;
import epsilonlab.ui.kiosk.KioskSettings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Opens the window, or runs a command. The only class that knows both. */
public final class Main {
  private static final int FAILED = 1;

  private Main() {}

  /** Without arguments, or with the window's own options alone, the window; else a command. */
  public static void main(String[] arguments) {
    // figures are painted without a display, and JavaFX must not meet AWT's own toolkit
    System.setProperty("java.awt.headless", "true");
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  private static int run(PrintWriter out, PrintWriter err, String... arguments) {
    Optional<WindowOptions> window = WindowOptions.of(arguments);
    try {
      Home home = window.filter(WindowOptions::kiosk).isPresent() ? Home.kiosk() : Home.current();
      ProcessSetup.apply(home);
      if (window.isPresent()) {
        window.get().check();
        return open(home, window.get(), err);
      }
    } catch (LabException trouble) {
      err.println(trouble.getMessage());
      return FAILED;
    }
    return EpsilonLabCommand.execute(out, err, arguments);
  }

  private static int open(Home home, WindowOptions options, PrintWriter err) {
    if (!Display.isThere()) {
      throw new LabException(
          "There is no display for the window; without one these commands work: epsilonlab "
              + String.join(", ", Commands.names())
              + " (see epsilonlab --help).");
    }
    Optional<KioskDesk> kiosk =
        options.kiosk() ? Optional.of(new KioskDesk(home, options.open())) : Optional.empty();
    kiosk.ifPresent(KioskDesk::claim);
    kiosk.ifPresent(KioskDesk::tidy);
    // also if the kiosk is shut down from outside
    kiosk.ifPresent(
        desk -> Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(desk, err))));
    try {
      LabApplication.open(opening(home, options, kiosk), Tabs.ALL);
    } catch (RuntimeException failure) {
      throw explained(failure);
    }
    return 0;
  }

  private static void forget(KioskDesk desk, PrintWriter err) {
    try {
      desk.forget();
    } catch (LabException left) {
      err.println(left.getMessage());
    }
  }

  private static LabApplication.Opening opening(
      Home own, WindowOptions options, Optional<KioskDesk> kiosk) {
    return new LabApplication.Opening() {
      @Override
      public LabServices services(Optional<CompletableFuture<Compute>> engine) {
        Home home = kiosk.map(KioskDesk::visitors).orElse(own);
        LabServices made =
            engine
                .map(loaded -> LabServices.again(home, options.data(), options.lessons(), loaded))
                .orElseGet(
                    () ->
                        LabServices.start(
                            home, options.data(), options.lessons(), DeviceChoice.AUTO, 0));
        options
            .minutes()
            .ifPresent(minutes -> made.session().settings().set(KioskSettings.MINUTES, minutes));
        kiosk.ifPresent(desk -> desk.writtenBy(made.session().settings()));
        return kiosk.isPresent() ? made.forKiosk() : made;
      }

      @Override
      public Optional<Path> capsule() {
        // a kiosk begins with it again and again
        return kiosk.isPresent() ? Optional.empty() : options.open();
      }

      @Override
      public Optional<KioskDesk> kiosk() {
        return kiosk;
      }
    };
  }

  // JavaFX wraps what goes wrong while the window opens
  private static LabException explained(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof LabException known) {
        return known;
      }
    }
    System.getLogger(Main.class.getName())
        .log(System.Logger.Level.ERROR, "the window did not open", failure);
    return new LabException(
        "The window could not be opened ("
            + failure.getMessage()
            + "); without one these commands work: epsilonlab "
            + String.join(", ", Commands.names())
            + ".",
        failure);
  }
}
