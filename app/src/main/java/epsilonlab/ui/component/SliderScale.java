package epsilonlab.ui.component;

import epsilonlab.report.figure.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * What an {@link EpsilonSlider} measures.
 *
 * @param most the right end
 * @param ticks where numbers stand below the track
 * @param dragStep what a drag rounds to
 * @param step what an arrow key moves by
 * @param leap what an arrow key with Shift moves by; in presenter mode only its multiples have
 *     numbers
 * @param text how a value is written
 * @param remark the small line below the value
 * @param quantity what is moved
 * @param tickText how the number below a tick is written
 */
public record SliderScale(
    double most,
    List<Double> ticks,
    double dragStep,
    double step,
    double leap,
    DoubleFunction<String> text,
    DoubleFunction<String> remark,
    Quantity quantity,
    DoubleFunction<String> tickText) {
  private static final double ROUNDING = 1e-6;

  /**
   * What a slider moves.
   *
   * @param symbol as textbooks write it
   * @param word for those who cannot see the slider
   * @param meaning what it is, likewise
   */
  public record Quantity(String symbol, String word, String meaning) {
    private static Quantity epsilon(String meaning) {
      return new Quantity("ε", "Epsilon", meaning);
    }

    String spoken() {
      return word + ", " + meaning;
    }
  }

  /** A scale whose ticks are written as plain numbers. */
  public SliderScale(
      double most,
      List<Double> ticks,
      double dragStep,
      double step,
      double leap,
      DoubleFunction<String> text,
      DoubleFunction<String> remark,
      Quantity quantity) {
    this(most, ticks, dragStep, step, leap, text, remark, quantity, Numbers::plain);
  }

  /** The largest change of a pixel, 0 to 0.5, with n/255 beside it. */
  public static final SliderScale LARGEST_CHANGE =
      new SliderScale(
          0.5,
          List.of(0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5),
          0.001,
          0.01,
          0.1,
          Numbers::epsilon,
          value -> "= " + Numbers.plain(Math.round(value * 2550) / 10.0) + "/255",
          Quantity.epsilon("the largest change of a pixel"));

  /** The largest change of a colour value of a photo, 0 to 8/255. */
  public static final SliderScale COLOUR_CHANGE =
      new SliderScale(
          8 / 255.0,
          IntStream.rangeClosed(0, 8).mapToObj(n -> n / 255.0).toList(),
          0.0001,
          1 / 255.0,
          4 / 255.0,
          SliderScale::fine,
          value -> String.format(Locale.ROOT, "= %.2f/255", value * 255),
          Quantity.epsilon("the largest change of a colour value"),
          value -> value == 0 ? "0" : Math.round(value * 255) + "/255");

  private static String fine(double value) {
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
  }

  /** The Euclidean length of the change, 0 to 5. */
  public static final SliderScale LENGTH =
      new SliderScale(
          5,
          List.of(0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0),
          0.01,
          0.1,
          1,
          value -> String.format(Locale.ROOT, "%.2f", value),
          value -> "length, l2",
          Quantity.epsilon("the Euclidean length of the change"));

  /** The number of changed pixels, 0 to 100. */
  public static final SliderScale PIXELS =
      new SliderScale(
          100,
          List.of(0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 75.0, 100.0),
          1,
          1,
          10,
          value -> String.format(Locale.ROOT, "%.0f", value),
          value -> value == 1 ? "pixel, l0" : "pixels, l0",
          Quantity.epsilon("the number of changed pixels"));

  /** The same with other numbers below the track, for a narrow slider. */
  public SliderScale withTicks(List<Double> others) {
    return new SliderScale(most, others, dragStep, step, leap, text, remark, quantity, tickText);
  }

  /** Whether a presenter's slider has a number here. */
  boolean isLeap(double tick) {
    return Math.abs(tick / leap - Math.rint(tick / leap)) < ROUNDING;
  }

  /** The value so many steps further; from in between, counted from the next whole step. */
  public double moved(double from, int steps) {
    double now = from / step;
    double whole = steps > 0 ? Math.floor(now + ROUNDING) : Math.ceil(now - ROUNDING);
    return clamp(multiple(whole + steps, step));
  }

  /** The nearest value that a drag can reach. */
  public double rounded(double value) {
    return clamp(multiple(Math.rint(value / dragStep), dragStep));
  }

  // 35 / 100 is 0.35, and 35 * 0.01 is not; steps below 1 are one over a whole number
  private static double multiple(double count, double step) {
    return step < 1 ? count / Math.rint(1 / step) : count * step;
  }

  /** How many steps a leap is. */
  public int stepsOfLeap() {
    return (int) Math.round(leap / step);
  }

  /** Cut to [0, most]. */
  public double clamp(double value) {
    return Math.min(most, Math.max(0, value));
  }
}
