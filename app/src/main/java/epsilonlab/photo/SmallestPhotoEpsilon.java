package epsilonlab.photo;

import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.photo.PhotoSettings.Ending;
import epsilonlab.photo.PhotoSettings.Goal;
import java.util.OptionalDouble;

/**
 * The smallest epsilon at which an attack reaches its goal, by bisection: an attack at the largest
 * one, then always in the middle between the last that failed and the first that succeeded. Success
 * need not be monotone in epsilon, so a smaller one may exist; what is given does succeed. An
 * attack of several steps succeeds as soon as one of its steps does.
 */
public final class SmallestPhotoEpsilon {
  private static final double PRECISION = 0.02;
  private static final int MOST_ROUNDS = 12;

  private SmallestPhotoEpsilon() {}

  /**
   * Searches.
   *
   * @param settings the attack; its epsilon is not used
   * @param most the largest epsilon
   * @return within 2 % above a failure, or nothing if the largest fails
   */
  public static OptionalDouble find(
      Compute compute, PhotoNetwork network, Photo photo, PhotoSettings settings, double most) {
    float[] values = photo.values();
    Goal goal = settings.goal(Scores.of(compute, network, values));
    if (!succeeds(compute, network, values, goal, settings, most)) {
      return OptionalDouble.empty();
    }
    double failing = 0;
    double succeeding = most;
    for (int i = 0; i < MOST_ROUNDS && succeeding - failing > PRECISION * succeeding; i++) {
      double middle = (failing + succeeding) / 2;
      if (succeeds(compute, network, values, goal, settings, middle)) {
        succeeding = middle;
      } else {
        failing = middle;
      }
    }
    return OptionalDouble.of(succeeding);
  }

  private static boolean succeeds(
      Compute compute,
      PhotoNetwork network,
      float[] values,
      Goal goal,
      PhotoSettings settings,
      double epsilon) {
    Cancellation.check();
    PhotoSettings own = settings.with(epsilon, Ending.FOOLED);
    return goal.isReached(PhotoWalk.run(compute, network, values, goal, own, sight -> {}).scores());
  }
}
