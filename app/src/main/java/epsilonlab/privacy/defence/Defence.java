package epsilonlab.privacy.defence;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import java.util.List;
import java.util.function.DoublePredicate;

/** Ways to let a model tell less of the images that it learnt from, each with a strength. */
public enum Defence {
  /** Everything is told of a model without any defence; the strength means nothing. */
  NONE(
      "none",
      "No defence",
      "",
      List.of(0.0),
      new Range(s -> true, ""),
      (split, s, seed) -> split.ask(split.undefended())),
  /** N(0, s I) on the parameters of the fitted model. */
  NOISE(
      "noise",
      "Noise on the parameters",
      "noise variance",
      List.of(0.01, 0.1, 0.5, 1.0, 2.0, 5.0),
      new Range(s -> s >= 0, "0 or more"),
      (split, s, seed) -> split.ask(split.undefended().withNoise(s, seed))),
  /** A penalty |W|^2 / (2 C n) in the objective; s is C. */
  REGULARISATION(
      "regularisation",
      "Regularisation",
      "C",
      List.of(1.0, 0.1, 0.01, 0.001, 0.0001),
      new Range(s -> s > 0, "above 0"),
      (split, s, seed) -> split.ask(split.fit(s))),
  /** The solver ends after s iterations. */
  EARLY_STOPPING(
      "early-stopping",
      "Early stopping",
      "iterations",
      List.of(30.0, 20.0, 15.0, 10.0, 5.0, 2.0),
      new Range(s -> s >= 1 && isWhole(s), "a whole number from 1 on"),
      (split, s, seed) -> split.ask(split.fitFor((int) s))),
  /**
   * The model sees the means of s x s pixels only. Principal components would do as well, but they
   * would have to be learnt from the members and so tell of them too.
   */
  FEWER_FEATURES(
      "fewer-features",
      "Fewer features",
      "pixels a side of a block",
      List.of(2.0, 4.0, 7.0, 14.0),
      new Range(s -> isWhole(s) && s >= 1 && ImageSet.SIDE % (int) s == 0, "1, 2, 4, 7, 14 or 28"),
      (split, s, seed) -> split.askPooled((int) s)),
  /**
   * The part s of each target is spread evenly over the classes. Where there are fewer images than
   * features and no penalty, this makes leakage worse: now there is a finite minimiser, which meets
   * every member's target exactly and nobody else's (see Kaya and Dumitras, "When Does Data
   * Augmentation Help With Membership Inference Attacks?", 2021, who find the same in networks).
   */
  LABEL_SMOOTHING(
      "label-smoothing",
      "Label smoothing",
      "smoothing",
      List.of(0.05, 0.2, 0.5, 0.8),
      new Range(s -> s >= 0 && s <= 1, "from 0 to 1"),
      (split, s, seed) -> split.ask(split.fitSmoothed(s))),
  /** The same model, whose probabilities are told to s decimals. */
  ROUNDING(
      "rounding",
      "Rounded confidence",
      "decimals",
      List.of(3.0, 2.0, 1.0, 0.0),
      new Range(s -> isWhole(s) && s >= 0 && s <= 15, "a whole number from 0 to 15"),
      (split, s, seed) -> split.ask(split.undefended()).through(told -> told.rounded((int) s))),
  /** The same model, of which only the answer is told; the strength means nothing. */
  TOP_ONE(
      "top-1",
      "Answer only",
      "",
      List.of(0.0),
      new Range(s -> true, ""),
      (split, s, seed) -> split.ask(split.undefended()).through(Told::topOnly)),
  /** Trained with DP-SGD; s is the noise multiplier. */
  DP_SGD(
      "dp-sgd",
      "DP-SGD",
      "noise multiplier",
      List.of(0.5, 1.0, 2.0, 4.0),
      new Range(s -> s >= 0, "0 or more"),
      (split, s, seed) -> split.ask(PrivateFit.of(split, s, seed)));

  private final String id;
  private final String title;
  private final String strengthName;
  private final List<Double> strengths;
  private final Range range;
  private final Way way;

  private interface Way {
    Seen seen(Split split, double strength, Seed seed);
  }

  private record Range(DoublePredicate allowed, String words) {}

  Defence(
      String id, String title, String strengthName, List<Double> strengths, Range range, Way way) {
    this.id = id;
    this.title = title;
    this.strengthName = strengthName;
    this.strengths = strengths;
    this.range = range;
    this.way = way;
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value);
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** The name on the screen. */
  public String title() {
    return title;
  }

  /** What its strength is; empty where it has none. */
  public String strengthName() {
    return strengthName;
  }

  /** Strengths worth a look, the weakest first. */
  public List<Double> strengths() {
    return strengths;
  }

  /**
   * Checks a strength.
   *
   * @throws LabException that says what is allowed
   */
  public void check(double strength) {
    if (!Double.isFinite(strength) && this != REGULARISATION || !range.allowed.test(strength)) {
      throw new LabException(
          "The %s of the defence %s is %s, but must be %s."
              .formatted(strengthName, id, strength, range.words));
    }
  }

  /** What an attacker sees of a model with this defence. */
  Seen seen(Split split, double strength, Seed seed) {
    return way.seen(split, strength, seed);
  }

  /** The delta at which an epsilon is promised to n members: 1 / (10 n). */
  public static double delta(int n) {
    return 0.1 / n;
  }

  /**
   * What is promised whatever the attacker does: epsilon at {@link #delta}.
   *
   * @return infinity for all but DP-SGD, which alone promises anything
   */
  public double epsilon(int n, double strength) {
    return this == DP_SGD ? PrivateFit.epsilon(n, strength) : Double.POSITIVE_INFINITY;
  }
}
