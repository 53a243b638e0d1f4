package epsilonlab.attack;

import epsilonlab.engine.LabException;
import epsilonlab.model.Network;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checked values for an attack's parameters. Immutable. */
public final class AttackSettings {
  private final Map<String, Double> values;
  private final Network source;

  private AttackSettings(Map<String, Double> values, Network source) {
    this.values = values;
    this.source = source;
  }

  /** The same settings with a network to work on first, for {@link Attack#needsSource()}. */
  public AttackSettings withSource(Network network) {
    return new AttackSettings(values, network);
  }

  /** The network to work on first, if there is one. */
  public Optional<Network> source() {
    return Optional.ofNullable(source);
  }

  /** The defaults of an attack. */
  public static AttackSettings defaults(Attack attack) {
    return of(attack, Map.of());
  }

  /**
   * Defaults with some values of one's own.
   *
   * @throws LabException if the attack has no such parameter or a value is out of its range
   */
  public static AttackSettings of(Attack attack, Map<String, Double> chosen) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Parameter parameter : attack.parameters()) {
      Double own = chosen.get(parameter.name());
      values.put(parameter.name(), own == null ? parameter.initial() : parameter.check(own));
    }
    for (String name : chosen.keySet()) {
      if (!values.containsKey(name)) {
        throw new LabException(
            "The attack %s has no parameter --%s; it has %s."
                .formatted(
                    attack.id(),
                    name,
                    values.isEmpty()
                        ? "none"
                        : values.keySet().stream()
                            .map(known -> "--" + known)
                            .collect(Collectors.joining(", "))));
      }
    }
    return new AttackSettings(values, null);
  }

  /** All values by name; NaN where the value follows from epsilon. */
  public Map<String, Double> values() {
    return Collections.unmodifiableMap(values);
  }

  int integer(String name) {
    return (int) real(name);
  }

  boolean isOn(String name) {
    return real(name) != 0;
  }

  double real(String name) {
    return values.get(name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AttackSettings that
        && values.equals(that.values)
        && source == that.source;
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
