package epsilonlab.command;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Parameter;
import epsilonlab.attack.Target;
import epsilonlab.engine.LabException;
import epsilonlab.model.Network;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that the attacks' own descriptions give, one for each parameter of any attack. */
final class AttackOptions {
  /** The description of an option that names an attack. */
  static final String NAMES = "An attack's name; epsilonlab attack --help lists them at the end.";

  private static final String SOURCE = "--source";

  private final CommandSpec spec;
  private final List<Attack> attacks;

  /** Adds those of all attacks to a command. */
  AttackOptions(CommandSpec spec) {
    this(spec, Attacks.ALL);
  }

  /** Adds those of some attacks to a command, which offers no others. */
  AttackOptions(CommandSpec spec, List<Attack> attacks) {
    this.spec = spec;
    this.attacks = attacks;
    parameters().values().forEach(parameter -> spec.addOption(option(parameter)));
    if (attacks.stream().anyMatch(Attack::needsSource)) {
      spec.addOption(
          OptionSpec.builder(SOURCE)
              .type(String.class)
              .paramLabel("FILE")
              .arity("1")
              .description("The model that the attack transfer crafts its images on.")
              .build());
    }
    spec.usageMessage().footer(footer());
  }

  private String[] footer() {
    return Stream.concat(
            Stream.of("", "Attacks (and the norm of their epsilon):"),
            attacks.stream()
                .map(
                    attack ->
                        "  %-16s %-4s %s"
                            .formatted(attack.id(), attack.norm().symbol(), attack.title())))
        .toArray(String[]::new);
  }

  private Map<String, Parameter> parameters() {
    Map<String, Parameter> all = new LinkedHashMap<>();
    for (Attack attack : attacks) {
      attack.parameters().forEach(parameter -> all.putIfAbsent(parameter.name(), parameter));
    }
    return all;
  }

  private OptionSpec option(Parameter parameter) {
    String takers =
        attacks.stream()
            .filter(
                attack ->
                    attack.parameters().stream().anyMatch(p -> p.name().equals(parameter.name())))
            .map(nameAndDefault(parameter.name()))
            .collect(Collectors.joining(", "));
    OptionSpec.Builder option =
        OptionSpec.builder("--" + parameter.name())
            .description(sentences(parameter.name()) + " Default: " + takers + ".");
    if (parameter.kind() == Parameter.Kind.SWITCH) {
      return option.type(Boolean.class).negatable(true).arity("0").build();
    }
    return option
        .type(String.class)
        .paramLabel(parameter.kind() == Parameter.Kind.CHOICE ? "WORD" : "N")
        .arity("1")
        .build();
  }

  /** What attacks of different norms say of a parameter of the same name. */
  private String sentences(String name) {
    return attacks.stream()
        .flatMap(attack -> attack.parameters().stream())
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::sentence)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static Function<Attack, String> nameAndDefault(String name) {
    return attack -> {
      Parameter own =
          attack.parameters().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
      return attack.id() + " " + own.text(own.initial());
    };
  }

  /**
   * The plans for the attacks of these names, each with those of the given options that it has.
   *
   * @throws LabException if there is no such attack, or an option that none of them has
   */
  List<AttackPlan> plans(List<String> names, Target target, long seed) {
    List<Attack> named = names.stream().map(name -> Attacks.get(attacks, name)).toList();
    Map<String, String> given = given();
    for (String option : given.keySet()) {
      if (named.stream().noneMatch(attack -> has(attack, option))) {
        throw new LabException(
            "--" + option + " does not belong to " + String.join(", ", names) + "; leave it out.");
      }
    }
    boolean sourceWanted = named.stream().anyMatch(Attack::needsSource);
    if (sourceWanted && source() == null) {
      throw new LabException(
          "The attack transfer needs another model to craft the images on; name one with --source.");
    }
    if (!sourceWanted && source() != null) {
      throw new LabException("--source belongs to the attack transfer; leave it out.");
    }
    return named.stream()
        .map(
            attack -> {
              Map<String, Double> own = new HashMap<>();
              for (Parameter parameter : attack.parameters()) {
                if (given.containsKey(parameter.name())) {
                  own.put(parameter.name(), parameter.parse(given.get(parameter.name())));
                }
              }
              AttackPlan plan =
                  new AttackPlan(attack, AttackSettings.of(attack, own), target, seed);
              plan.checkTarget();
              return plan;
            })
        .toList();
  }

  /** The model that {@code --source} names, or null. */
  String source() {
    OptionSpec option = spec.findOption(SOURCE);
    return option == null ? null : option.getValue();
  }

  /** The same plans with the loaded source where they need one. */
  List<AttackPlan> withSource(CommandRun run, List<AttackPlan> plans, String architecture) {
    if (source() == null) {
      return plans;
    }
    Network network = run.models().classifier(run.compute(), source(), architecture);
    return plans.stream()
        .map(plan -> plan.attack().needsSource() ? plan.withSource(network) : plan)
        .toList();
  }

  private static boolean has(Attack attack, String option) {
    return attack.parameters().stream().anyMatch(parameter -> parameter.name().equals(option));
  }

  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : parameters().keySet()) {
      Object value = spec.findOption("--" + name).getValue();
      if (value instanceof Boolean on) {
        given.put(name, on ? "1" : "0");
      } else if (value != null) {
        given.put(name, value.toString());
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
            case CHOICE -> parameter.text(value);
            case REAL -> Double.isNaN(value) ? parameter.derived() : value;
          });
    }
    List<String> parts = plan.attack().parts(plan.settings());
    if (parts.size() > 1) {
      map.put("attacks", parts);
    }
    return map;
  }
}
