package epsilonlab.command;

import epsilonlab.engine.LabException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options of a call one by one, and a call made of them again. */
final class ExperimentOptions {
  /** What belongs to a machine and not to an experiment, or has a place of its own in a capsule. */
  static final Set<String> OF_THE_MACHINE =
      Set.of(
          "data",
          "dataset",
          "seed",
          "out",
          "capsule",
          "device",
          "threads",
          "quiet",
          "verbose",
          "weights-out",
          "help",
          "version");

  /** What names weights: a file or a model of the library. */
  static final Set<String> OF_WEIGHTS =
      Set.of("weights", "resume", "source", "purifier", "classifier");

  private ExperimentOptions() {}

  /** The name of an option without dashes. */
  static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^--?", "");
  }

  private static String name(PositionalParamSpec positional) {
    return positional.paramLabel().toLowerCase(Locale.ROOT);
  }

  private static boolean isSwitch(OptionSpec option) {
    return option.arity().max() == 0;
  }

  /**
   * What a call gave, but for what belongs to the machine; defaults are left to the command.
   *
   * @param place says what to write instead of a name of weights
   */
  static Map<String, List<String>> given(CommandSpec spec, UnaryOperator<String> place) {
    ParseResult parsed = spec.commandLine().getParseResult();
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (PositionalParamSpec positional : parsed.matchedPositionals()) {
      given.put(name(positional), List.copyOf(positional.originalStringValues()));
    }
    for (OptionSpec option : parsed.matchedOptions()) {
      String name = name(option);
      if (OF_THE_MACHINE.contains(name)) {
        continue;
      }
      List<String> values =
          isSwitch(option)
              ? List.of(option.<Object>getValue().toString())
              : List.copyOf(option.originalStringValues());
      given.put(name, OF_WEIGHTS.contains(name) ? values.stream().map(place).toList() : values);
    }
    return given;
  }

  /**
   * Gives a command the options of a capsule.
   *
   * @param path says which file weights are in, by their place in the capsule
   * @throws LabException if one of them is none of the command's, or may not come from a capsule
   */
  static void parse(
      CommandLine line, Map<String, List<String>> options, UnaryOperator<String> path) {
    List<String> positionals = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    options.forEach(
        (name, values) -> {
          OptionSpec option = line.getCommandSpec().findOption("--" + name);
          if (option == null) {
            positionals.addAll(positionals(line.getCommandSpec(), name, values));
          } else {
            arguments.addAll(arguments(option, name, values, path));
          }
        });
    positionals.addAll(arguments);
    // a text that begins with @ is never the name of a file with more arguments
    line.setExpandAtFiles(false);
    try {
      line.parseArgs(positionals.toArray(String[]::new));
    } catch (CommandLine.ParameterException wrong) {
      throw refused("do not fit the command " + line.getCommandName(), wrong);
    }
  }

  private static List<String> positionals(CommandSpec spec, String name, List<String> values) {
    boolean known = spec.positionalParameters().stream().anyMatch(each -> name(each).equals(name));
    boolean plain = values.stream().allMatch(value -> value.matches("[A-Za-z0-9][A-Za-z0-9-]*"));
    if (!known || !plain) {
      throw refused("have '" + name + "', which is none of the command's", null);
    }
    return values;
  }

  private static List<String> arguments(
      OptionSpec option, String name, List<String> values, UnaryOperator<String> path) {
    if (OF_THE_MACHINE.contains(name)) {
      throw refused("have '" + name + "', which only the user of a machine may say", null);
    }
    if (isSwitch(option)) {
      boolean on = values.equals(List.of("true"));
      if (!on && !(values.equals(List.of("false")) && option.negatable())) {
        throw refused("have '" + name + "' with a value that a switch cannot have", null);
      }
      return List.of((on ? "--" : "--no-") + name);
    }
    if (values.isEmpty()) {
      return List.of("--" + name);
    }
    return values.stream()
        .map(value -> OF_WEIGHTS.contains(name) ? path.apply(value) : value)
        .map(value -> "--" + name + "=" + value)
        .toList();
  }

  private static LabException refused(String what, RuntimeException cause) {
    return new LabException(
        "The capsule's experiment is not run, for its settings "
            + what
            + "; ask whoever made it for a new one.",
        cause);
  }
}
