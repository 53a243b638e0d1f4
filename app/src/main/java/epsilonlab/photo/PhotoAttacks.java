package epsilonlab.photo;

import epsilonlab.attack.Attack;
import epsilonlab.attack.Attacks;
import java.util.List;
import java.util.stream.Stream;

/**
 * The attacks that are offered on photos: those of the lab that need a gradient a step, not one a
 * class or a pixel, and plain gradient steps.
 */
public final class PhotoAttacks {
  /** The usual one. */
  public static final Attack PGD = Attacks.get("pgd");

  /** Plain gradient steps, as in the exercise. */
  public static final Attack GRADIENT = new GradientSteps();

  /** The largest epsilon that is offered and searched: what is larger can be seen. */
  public static final double LARGEST_EPSILON = 8 / 255.0;

  /** In the order in which they are offered. */
  public static final List<Attack> ALL =
      Stream.concat(
              Stream.of(PGD, GRADIENT),
              Stream.of("fgsm", "iterated-fgsm", "mi-fgsm", "apgd-ce", "apgd-dlr", "noise")
                  .map(Attacks::get))
          .toList();

  private PhotoAttacks() {}

  /** The epsilon that an attack has where the user names none. */
  public static double usualEpsilon(Attack attack) {
    return attack == GRADIENT ? 0.01 : 0.02;
  }
}
