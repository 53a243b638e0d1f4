package epsilonlab;

import epsilonlab.command.EpsilonLabCommand;
import epsilonlab.engine.LabException;
import epsilonlab.settings.Home;
import epsilonlab.settings.ProcessSetup;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Opens the window, or runs a command. The only class that knows both. */
public final class Main {
  private Main() {}

  /** Without arguments the window, with them a command. */
  public static void main(String[] arguments) {
    // figures are painted without a display, and JavaFX must not meet AWT's own toolkit
    System.setProperty("java.awt.headless", "true");
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  private static int run(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      ProcessSetup.apply(Home.current());
    } catch (LabException trouble) {
      err.println(trouble.getMessage());
      return 1;
    }
    return EpsilonLabCommand.execute(out, err, arguments);
  }
}
