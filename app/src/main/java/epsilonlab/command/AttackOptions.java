package epsilonlab.command;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Parameter;
import epsilonlab.attack.Target;
import epsilonlab.engine.LabException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that the attacks' own descriptions give, one for each parameter of any attack. */
final class AttackOptions {
  private final CommandSpec spec;

  /** Adds them to a command. */
  AttackOptions(CommandSpec spec) {
    this.spec = spec;
    parameters().values().forEach(parameter -> spec.addOption(option(parameter)));
  }

  private static Map<String, Parameter> parameters() {
    Map<String, Parameter> all = new LinkedHashMap<>();
    for (Attack attack : Attacks.ALL) {
      attack.parameters().forEach(parameter -> all.putIfAbsent(parameter.name(), parameter));
    }
    return all;
  }

  private static OptionSpec option(Parameter parameter) {
    String takers =
        Attacks.ALL.stream()
            .filter(
                attack ->
                    attack.parameters().stream().anyMatch(p -> p.name().equals(parameter.name())))
            .map(nameAndDefault(parameter.name()))
            .collect(Collectors.joining(", "));
    OptionSpec.Builder option =
        OptionSpec.builder("--" + parameter.name())
            .description(parameter.sentence() + " Default: " + takers + ".");
    if (parameter.kind() == Parameter.Kind.SWITCH) {
      return option.type(Boolean.class).negatable(true).arity("0").build();
    }
    return option.type(Double.class).paramLabel("N").arity("1").build();
  }

  private static Function<Attack, String> nameAndDefault(String name) {
    return attack -> {
      Parameter own =
          attack.parameters().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
      String value =
          switch (own.kind()) {
            case SWITCH -> own.initial() == 1 ? "on" : "off";
            case INTEGER -> String.valueOf((int) own.initial());
            case REAL -> own.isDerived() ? own.derived() : String.valueOf(own.initial());
          };
      return attack.id() + " " + value;
    };
  }

  /**
   * The plans for the attacks of these names, each with those of the given options that it has.
   *
   * @throws LabException if there is no such attack, or an option that none of them has
   */
  List<AttackPlan> plans(List<String> names, Target target, long seed) {
    List<Attack> attacks = names.stream().map(Attacks::get).toList();
    Map<String, Double> given = given();
    for (String option : given.keySet()) {
      if (attacks.stream().noneMatch(attack -> has(attack, option))) {
        throw new LabException(
            "--" + option + " does not belong to " + String.join(", ", names) + "; leave it out.");
      }
    }
    return attacks.stream()
        .map(
            attack -> {
              Map<String, Double> own = new HashMap<>(given);
              own.keySet().removeIf(option -> !has(attack, option));
              return new AttackPlan(attack, AttackSettings.of(attack, own), target, seed);
            })
        .toList();
  }

  private static boolean has(Attack attack, String option) {
    return attack.parameters().stream().anyMatch(parameter -> parameter.name().equals(option));
  }

  private Map<String, Double> given() {
    Map<String, Double> given = new LinkedHashMap<>();
    for (String name : parameters().keySet()) {
      Object value = spec.findOption("--" + name).getValue();
      if (value instanceof Boolean on) {
        given.put(name, on ? 1.0 : 0.0);
      } else if (value instanceof Double number) {
        given.put(name, number);
      }
    }
    return given;
  }

  /** A plan's settings for the result document; what follows from epsilon says how. */
  static Map<String, Object> describe(AttackPlan plan) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Parameter parameter : plan.attack().parameters()) {
      double value = plan.settings().values().get(parameter.name());
      map.put(
          parameter.name(),
          switch (parameter.kind()) {
            case SWITCH -> value != 0;
            case INTEGER -> (int) value;
            case REAL -> Double.isNaN(value) ? parameter.derived() : value;
          });
    }
    return map;
  }
}
