package epsilonlab.ui.theory.page;

import epsilonlab.engine.LabException;
import epsilonlab.report.figure.MathsText;
import epsilonlab.report.figure.Numbers;
import epsilonlab.settings.Setting;
import epsilonlab.settings.Settings;
import java.util.function.DoubleUnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** A number of a drawing that a slider moves; it is remembered. Needs no screen. */
public final class Quantity {
  private final String id;
  private final String name;
  private final String says;
  private final double least;
  private final double most;
  private final double step;
  private final boolean log;
  private final boolean whole;
  private final DoubleProperty value = new SimpleDoubleProperty();

  private Quantity(
      Settings settings,
      Naming naming,
      double least,
      double most,
      double first,
      double step,
      boolean log,
      boolean whole) {
    this.id = naming.id;
    this.name = naming.name;
    this.says = naming.says;
    this.least = least;
    this.most = most;
    this.step = step;
    this.log = log;
    this.whole = whole;
    Setting<Double> remembered =
        Setting.of("theory." + id, Double.class, first).where(v -> v >= least && v <= most);
    value.set(settings.get(remembered));
    value.addListener(
        (property, before, now) -> {
          if (now.doubleValue() >= least && now.doubleValue() <= most) {
            settings.set(remembered, now.doubleValue());
          }
        });
  }

  /**
   * How it is called.
   *
   * @param id for settings and for its slider's node, for example "linear.epsilon"
   * @param name with symbols between dollar signs, for example "Budget $ε$"
   * @param says what it means, in one sentence with its symbol
   */
  public record Naming(String id, String name, String says) {}

  /** On an even scale; {@code step} is what an arrow key moves by and a drag rounds to. */
  public static Quantity even(
      Settings settings, Naming naming, double least, double most, double first, double step) {
    return new Quantity(settings, naming, least, most, first, step, false, false);
  }

  /** On a logarithmic scale of base 10; {@code step} counts in powers of ten. */
  public static Quantity logarithmic(
      Settings settings, Naming naming, double least, double most, double first, double step) {
    return new Quantity(settings, naming, least, most, first, step, true, false);
  }

  /** The same for a number of things, which is whole. */
  public static Quantity count(
      Settings settings, Naming naming, int least, int most, int first, double step) {
    return new Quantity(settings, naming, least, most, first, step, true, true);
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** Its name, with symbols between dollar signs. */
  public String name() {
    return name;
  }

  /** What it means. */
  public String says() {
    return says;
  }

  /** The number. */
  public DoubleProperty value() {
    return value;
  }

  /** The number now. */
  public double get() {
    return value.get();
  }

  /** Sets it, cut to its range and rounded to its step. */
  public void set(double wanted) {
    value.set(fromSlider(Math.max(sliderLeast(), Math.min(sliderMost(), toSlider(wanted)))));
  }

  /**
   * Sets it to what was asked for from outside, rounded to its step.
   *
   * @throws LabException if it is out of its range
   */
  public void take(double wanted) {
    if (!(wanted >= least && wanted <= most)) {
      throw new LabException(
          "The %s is %s here, but must be from %s to %s."
              .formatted(
                  MathsText.parse(name).plain(),
                  Numbers.plain(wanted),
                  Numbers.plain(least),
                  Numbers.plain(most)));
    }
    set(wanted);
  }

  /** Where the slider begins. */
  double sliderLeast() {
    return toSlider(least);
  }

  /** Where the slider ends. */
  double sliderMost() {
    return toSlider(most);
  }

  double sliderStep() {
    return step;
  }

  /** The slider's place for a number. */
  double toSlider(double number) {
    return log ? Math.log10(Math.max(number, least)) : number;
  }

  /** The number for a place of the slider, rounded to a step. */
  double fromSlider(double place) {
    // one over a whole number, so that 0.35 is 35 / 100
    double perUnit = Math.rint(1 / step);
    double rounded =
        step < 1 ? Math.rint(place * perUnit) / perUnit : Math.rint(place / step) * step;
    DoubleUnaryOperator number = log ? p -> Math.pow(10, p) : p -> p;
    double there = number.applyAsDouble(rounded);
    return Math.max(least, Math.min(most, whole ? Math.rint(there) : there));
  }

  /** The number as it is written, always with the same decimals. */
  public String text() {
    if (whole || step >= 1 && !log) {
      return Numbers.fixed(get(), 0);
    }
    if (!log) {
      return Numbers.fixed(get(), 2);
    }
    double size = get();
    return Numbers.fixed(size, size < 0.01 ? 4 : size < 0.1 ? 3 : size < 10 ? 2 : 1);
  }
}
