package epsilonlab.command;

import epsilonlab.engine.LabException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command: checks its call, does its work through the same jobs as the window, and hands over one
 * result.
 */
abstract class LabCommand implements Callable<Integer> {
  /** The work failed. */
  static final int FAILED = 1;

  /** The call was wrong. */
  static final int WRONG_CALL = 2;

  /** Cancelled by Ctrl+C. */
  static final int CANCELLED = 130;

  @Spec CommandSpec spec;

  @Mixin CommonOptions common = new CommonOptions();

  /** The command's name. */
  abstract String name();

  /** The data set where the call names none. */
  String defaultDataset() {
    return "mnist";
  }

  /** Adds the options that describe themselves; called once before parsing. */
  void configure(CommandSpec spec) {}

  /**
   * Checks whatever can be checked before work starts.
   *
   * @throws LabException if the call is wrong
   */
  abstract void check();

  /**
   * Why its experiment cannot be run again from a capsule, a sentence; empty if it can. Such a
   * command takes everything from options, weights that they name and the data set.
   */
  Optional<String> whyNoCapsule() {
    return Optional.empty();
  }

  /** Does the work. */
  abstract void run(CommandRun run) throws Exception;

  /**
   * Checks the call.
   *
   * @throws LabException if it is wrong
   */
  final void checkAll() {
    common.fallBackTo(defaultDataset());
    common.check();
    if (common.capsule != null) {
      whyNoCapsule()
          .ifPresent(
              reason -> {
                throw new LabException(reason);
              });
    }
    check();
  }

  @Override
  public final Integer call() throws Exception {
    try {
      checkAll();
    } catch (LabException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
    try (CommandRun run = new CommandRun(this).interruptible()) {
      run(run);
      return run.wasCancelled() ? CANCELLED : run.exitCode();
    } catch (CancellationException cancelled) {
      return CANCELLED;
    }
  }
}
