package epsilonlab.defence;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Parameter;
import epsilonlab.engine.Seed;
import epsilonlab.model.Network;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * An attack that knows the defence.
 *
 * @param network what the attacker differentiates; the defended network decides whether he won
 * @param attack how he walks
 * @param settings values for the attack's parameters
 */
public record AdaptiveAttack(Network network, Attack attack, AttackSettings settings) {
  /** PGD with its defaults: 40 steps from a random start, on the cross-entropy. */
  static AdaptiveAttack pgd(Network network) {
    return pgd(network, Map.of());
  }

  /**
   * PGD with some settings of its own.
   *
   * @param chosen a parameter's name to what one would write on the command line
   */
  static AdaptiveAttack pgd(Network network, Map<String, String> chosen) {
    Attack pgd = Attacks.get("pgd");
    Map<String, Double> values = new LinkedHashMap<>();
    for (Parameter parameter : pgd.parameters()) {
      if (chosen.containsKey(parameter.name())) {
        values.put(parameter.name(), parameter.parse(chosen.get(parameter.name())));
      }
    }
    return new AdaptiveAttack(network, pgd, AttackSettings.of(pgd, values));
  }

  /**
   * PGD on a network behind a change of the images, whose backward pass is a surrogate's: backward
   * pass differentiable approximation.
   */
  static AdaptiveAttack bpda(Network bare, Preprocessing forward, Preprocessing surrogate) {
    return pgd(new Preprocessed(bare, forward.withBackwardOf(surrogate)));
  }

  /**
   * PGD on the mean over so many draws of a randomised defence: expectation over transformation.
   */
  static AdaptiveAttack eot(int count, Seed draws, Function<Seed, Network> drawn) {
    return pgd(Averaged.over(count, draws, drawn));
  }
}
