package epsilonlab.photo;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.attack.Target;
import epsilonlab.engine.LabException;

/**
 * An attack on a photo.
 *
 * @param plan the attack, with a target or none; the class to leave is the one that the network
 *     finds
 * @param epsilon the largest change of a colour value, in [0, 1]
 * @param ending when it is enough
 */
public record PhotoSettings(AttackPlan plan, double epsilon, Ending ending) {
  public PhotoSettings {
    Epsilon.check(epsilon);
    plan.check();
  }

  /** When an attack of several steps ends. */
  public enum Ending {
    /** After all its steps. */
    ALL_STEPS("all steps"),
    /** As soon as the network gives the wanted answer. */
    FOOLED("when fooled"),
    /** As soon as it is at least 99 % sure of the wanted answer. */
    SURE("when sure");

    private static final double CERTAINTY = 0.99;

    private final String id;

    Ending(String id) {
      this.id = id;
    }

    /** The words for it. */
    public String id() {
      return id;
    }

    /** Whether these answers end an attack. */
    boolean isReached(Goal goal, Scores scores) {
      return switch (this) {
        case ALL_STEPS -> false;
        case FOOLED -> goal.isReached(scores);
        case SURE -> goal.isReached(scores) && scores.best().probability() >= CERTAINTY;
      };
    }
  }

  /**
   * What the attack is after.
   *
   * @param found the class to leave
   * @param wanted the class to reach, or -1 for any other
   */
  public record Goal(int found, int wanted) {
    /** Whether there is a class to reach. */
    public boolean isTargeted() {
      return wanted >= 0;
    }

    /** Whether the network's answer is what the attack wants. */
    public boolean isReached(Scores scores) {
      return isTargeted() ? scores.answer() == wanted : scores.answer() != found;
    }

    /** The class whose cross-entropy the attack is judged by: the wanted or else the found one. */
    public int watched() {
      return isTargeted() ? wanted : found;
    }
  }

  /**
   * The goal on a photo.
   *
   * @param before what the network says of it
   * @throws LabException if the target is the class that it finds already
   */
  public Goal goal(Scores before) {
    int found = before.answer();
    int wanted = plan.target() instanceof Target.Of of ? of.wanted() : -1;
    if (wanted == found) {
      throw new LabException(
          "The network already sees '%s' in this picture; choose another target class."
              .formatted(before.names().label(found)));
    }
    return new Goal(found, wanted);
  }

  /** The same with another epsilon and ending. */
  PhotoSettings with(double otherEpsilon, Ending otherEnding) {
    return new PhotoSettings(plan, otherEpsilon, otherEnding);
  }
}
