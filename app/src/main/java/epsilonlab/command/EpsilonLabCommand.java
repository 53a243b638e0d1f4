package epsilonlab.command;

import epsilonlab.engine.LabException;
import epsilonlab.settings.LabVersion;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line: reads the call, runs the command, and turns failures into one sentence. */
@Command(
    name = "epsilonlab",
    description =
        "A teaching lab for adversarial machine learning. Without a command it opens the window.",
    subcommands = {CommandLine.HelpCommand.class, GenerateCompletion.class},
    mixinStandardHelpOptions = true,
    versionProvider = EpsilonLabCommand.Version.class)
public final class EpsilonLabCommand implements Runnable {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  private EpsilonLabCommand() {}

  /** What {@code --version} prints. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Epsilon Lab " + LabVersion.current()};
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /**
   * Runs a call.
   *
   * @return the exit code: 0 done, 1 the work failed, 2 the call was wrong, 130 cancelled
   */
  public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine(out, err).execute(arguments);
  }

  private static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    CommandLine root = new CommandLine(new EpsilonLabCommand());
    for (var supplier : Commands.ALL) {
      LabCommand command = supplier.get();
      root.addSubcommand(command.name(), line(command));
    }
    root.setOut(out);
    root.setErr(err);
    root.setParameterExceptionHandler(EpsilonLabCommand::wrongCall);
    root.setExecutionExceptionHandler(EpsilonLabCommand::failed);
    return root;
  }

  /** The options of one command, ready to be parsed. */
  static CommandLine line(LabCommand command) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec().mixinStandardHelpOptions(true);
    command.configure(line.getCommandSpec());
    return line;
  }

  private static int wrongCall(ParameterException wrong, String[] arguments) {
    CommandLine line = wrong.getCommandLine();
    String sentence = oneLine(wrong.getMessage());
    if (!(wrong.getCause() instanceof LabException)) {
      sentence += "; see " + line.getCommandSpec().qualifiedName() + " --help.";
    }
    say(line, sentence);
    return LabCommand.WRONG_CALL;
  }

  private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    if (line.getCommand() instanceof LabCommand command && command.common.verbose) {
      failure.printStackTrace(line.getErr());
    }
    if (failure instanceof CancellationException) {
      return LabCommand.CANCELLED;
    }
    if (failure instanceof LabException) {
      say(line, failure.getMessage());
    } else {
      say(
          line,
          "Something unexpected went wrong ("
              + oneLine(failure.getClass().getSimpleName() + ": " + failure.getMessage())
              + "); run it again with --verbose and report what it prints.");
    }
    return LabCommand.FAILED;
  }

  private static String oneLine(String message) {
    return message == null ? "" : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static void say(CommandLine line, String sentence) {
    line.getErr().println(sentence);
    line.getErr().flush();
  }
}
