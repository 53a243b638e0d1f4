package epsilonlab.defence;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackLoss;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Target;
import java.util.List;
import java.util.Map;

/**
 * One of the attacks that a network must withstand before it may be called robust.
 *
 * @param title on the screen
 * @param sentence what it tells, in one sentence
 * @param attack its name on the command line
 * @param parameters what differs from the attack's defaults
 */
public record StrongerAttack(
    String title, String sentence, String attack, Map<String, Double> parameters) {
  /** What the column under all of them is called. */
  public static final String ALL_TOGETHER = "All together";

  /** From the weakest to the strongest; a new one is a line. */
  public static final List<StrongerAttack> ALL =
      List.of(
          new StrongerAttack(
              "Random noise",
              "A random direction, which fools hardly any network: it is the direction that counts.",
              "noise",
              Map.of()),
          new StrongerAttack(
              "FGSM, one step", "One step along the sign of the gradient.", "fgsm", Map.of()),
          new StrongerAttack(
              "PGD, 40 steps",
              "Forty small steps; far below FGSM's row, the gradient is hidden.",
              "pgd",
              Map.of("steps", 40.0)),
          new StrongerAttack(
              "PGD, 100 steps × 3",
              "A hundred steps from three random starts; should not be far below forty steps.",
              "pgd",
              Map.of("steps", 100.0, "restarts", 3.0)),
          new StrongerAttack(
              "Margin loss, 40 steps",
              "Follows the margin between logits, which does not vanish for a network that is sure.",
              "pgd",
              Map.of("steps", 40.0, "loss", (double) AttackLoss.MARGIN.ordinal())),
          new StrongerAttack(
              "From another model",
              "Images crafted on the other networks; below PGD's row, the gradient is hidden.",
              "transfer",
              Map.of("steps", 40.0)));

  AttackPlan plan(long seed) {
    Attack kind = Attacks.get(attack);
    return new AttackPlan(kind, AttackSettings.of(kind, parameters), Target.NONE, seed);
  }

  /** Whether the images are crafted on another network. */
  boolean isTransferred() {
    return Attacks.get(attack).needsSource();
  }

  /** About how many passes through the network an image costs. */
  double passes() {
    return parameters.getOrDefault("steps", 1.0) * parameters.getOrDefault("restarts", 1.0);
  }
}
