package epsilonlab.defence;

import epsilonlab.engine.Seed;
import epsilonlab.model.Network;
import java.util.Optional;

/**
 * A defence that needs no training: it wraps a network into a defended one, and knows the attack
 * that takes it into account. A new one is a class and a line in {@link Defences}.
 */
public interface Defence {
  /** The name on the command line, for example "bit-depth". */
  String id();

  /** The name on the screen, for example "Bit-depth reduction". */
  String title();

  /** What it does in one sentence. */
  String sentence();

  /** Who proposed it: authors, title and year. */
  String paper();

  /** The attack that takes it into account, for example "BPDA (identity backward)". */
  String adaptiveAttack();

  /** Why plain PGD may fail on it, and why the adaptive attack does not, in one sentence. */
  String weakness();

  /** What ends it where the adaptive attack does not, if something is known to. */
  default Optional<Ending> ending() {
    return Optional.empty();
  }

  /**
   * The network behind the defence. Its gradient is the one that automatic differentiation gives.
   *
   * @param draws where a randomised defence takes its random numbers from; see {@link Draws}
   */
  Network defend(Network bare, Seed draws);

  /**
   * The adaptive attack on that network.
   *
   * @param draws what the attacker draws for himself; he does not know the defender's draws
   */
  AdaptiveAttack adaptive(Network bare, Seed draws);
}
