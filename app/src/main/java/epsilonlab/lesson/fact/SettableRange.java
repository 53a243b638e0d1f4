package epsilonlab.lesson.fact;

import epsilonlab.engine.LabException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;

/**
 * Which numbers a control of the window takes, so that a lesson that asks for another one is
 * refused when it is checked and not in front of a class.
 *
 * @param least the smallest
 * @param most the largest; infinite for any
 * @param whole whether fractions are refused
 */
public record SettableRange(double least, double most, boolean whole) {
  private static final double ANY = Double.POSITIVE_INFINITY;
  private static final double ABOVE_0 = Double.MIN_VALUE;
  private static final Map<String, SettableRange> BY_NAME = all();

  private static Map<String, SettableRange> all() {
    Map<String, SettableRange> all = new HashMap<>();
    all.put("attack.index", whole(0, ANY));
    all.put("attack.class", whole(-1, 9));
    all.put("attack.steps", whole(1, 10_000));
    all.put("attack.step_size", real(0, 1));
    all.put("attack.target", whole(-1, 9));
    all.put("attack.epsilon", real(0, 0.5));
    all.put("train.epochs", whole(1, 10_000));
    all.put("train.learning_rate", real(ABOVE_0, Double.MAX_VALUE));
    all.put("train.batch", whole(1, 10_000));
    all.put("defend.epsilon", real(0, 1));
    all.put("defend.steps", whole(1, 1_000));
    all.put("defend.epochs", whole(1, 10_000));
    all.put("defend.attacker", real(0, 0.5));
    all.put("gan.epochs", whole(1, 10_000));
    all.put("vae.epochs", whole(1, 10_000));
    all.put("vae.latent", whole(1, 1_024));
    all.put("vae.beta", real(0, Double.MAX_VALUE));
    all.put("denoise.epochs", whole(1, 10_000));
    all.put("denoise.size", real(0, 10));
    all.put("denoise.noise", real(0, 10));
    all.put("denoise.epsilon", real(0, 0.3));
    all.put("mean.people", whole(1, 100_000));
    all.put("mean.dimensions", whole(1, 100_000));
    all.put("mean.variance", real(0, Double.MAX_VALUE));
    all.put("mean.repeats", whole(2, 1_000_000));
    all.put("logistic.n", whole(2, ANY));
    // inf is no regularisation
    all.put("logistic.c", real(ABOVE_0, ANY));
    all.put("logistic.variance", real(0, Double.MAX_VALUE));
    all.put("photo.epsilon", real(0, 8 / 255.0));
    all.put("linear.epsilon", real(0, 1.5));
    all.put("regression.lambda", real(0, 5));
    all.put("pca.components", whole(1, 784));
    all.put("uniform.n", whole(2, 50));
    return Map.copyOf(all);
  }

  private static SettableRange whole(double least, double most) {
    return new SettableRange(least, most, true);
  }

  private static SettableRange real(double least, double most) {
    return new SettableRange(least, most, false);
  }

  /**
   * Checks a value of a fact.
   *
   * @throws LabException if its control would not take it
   */
  public static void check(String name, Object value) {
    SettableRange range = BY_NAME.get(name);
    if (range != null && value instanceof Double number && !range.holds(number)) {
      throw new LabException("'%s' is %s, not %s".formatted(name, range.words(), plain(number)));
    }
  }

  private boolean holds(double value) {
    return value >= least && value <= most && !(whole && value != Math.rint(value));
  }

  /** What it takes, as in {@code a number from 0 to 0.5}. */
  private String words() {
    String kind = whole ? "a whole number" : "a number";
    if (least == ABOVE_0) {
      return kind + " above 0";
    }
    String end = most >= Double.MAX_VALUE ? " on" : " to " + plain(most);
    return kind + " from " + plain(least) + end;
  }

  private static String plain(double value) {
    return Double.isInfinite(value)
        ? "inf"
        : new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
