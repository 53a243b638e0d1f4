package epsilonlab.report.figure;

import java.util.stream.DoubleStream;

/** One axis of a chart; immutable, the methods return changed copies. */
public final class Axis {
  // the part of the axis that leads from 0 to the least value
  private static final double BREAK = 0.12;

  final double min;
  final double max;
  private RunningRange running;
  private double[] ticks;
  private boolean log;
  private boolean percent;
  private boolean zero;
  private String label = "";

  private Axis(double min, double max) {
    this.min = min;
    this.max = max;
  }

  /** From {@code min} to {@code max}, whatever the data. */
  public static Axis fixed(double min, double max) {
    return new Axis(min, max);
  }

  /** From 0 to {@code epochs}, with ticks at whole ones only. */
  public static Axis epochs(double epochs) {
    int step = 1;
    while (epochs / step > 8) {
      // 1, 2, 5, 10, 20, 50, ...
      step = Integer.toString(step).startsWith("2") ? step / 2 * 5 : step * 2;
    }
    double[] ticks = new double[(int) (epochs / step) + 1];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = (double) i * step;
    }
    return fixed(0, epochs).withTicks(ticks).withLabel("epoch");
  }

  /** Shares from {@code min} to {@code max} within [0, 1], labelled in per cent. */
  public static Axis percent(double min, double max) {
    Axis axis = new Axis(min, max);
    axis.percent = true;
    return axis;
  }

  /** As far as the data of a run reaches, in round steps, never shrinking. */
  public static Axis running(RunningRange range) {
    Axis axis = new Axis(Double.NaN, Double.NaN);
    axis.running = range;
    return axis;
  }

  private Axis copy(double newMin, double newMax) {
    Axis axis = new Axis(newMin, newMax);
    axis.running = running;
    axis.ticks = ticks;
    axis.log = log;
    axis.percent = percent;
    axis.zero = zero;
    axis.label = label;
    return axis;
  }

  /** With ticks at these values instead of round ones. */
  public Axis withTicks(double... values) {
    Axis axis = copy(min, max);
    axis.ticks = values.clone();
    return axis;
  }

  /** On a logarithmic scale or not; values of 0 and below then stand at the lower end. */
  public Axis withLog(boolean on) {
    Axis axis = copy(min, max);
    axis.log = on;
    return axis;
  }

  /**
   * On a logarithmic scale from {@code least} to {@code most}, with 0 at the lower end before a
   * break.
   */
  public static Axis logFromZero(double least, double most) {
    Axis axis = new Axis(least, most);
    axis.log = true;
    axis.zero = true;
    return axis;
  }

  /** With a name below (x) or before the chart (y, in tables only). */
  public Axis withLabel(String name) {
    Axis axis = copy(min, max);
    axis.label = name;
    return axis;
  }

  String label() {
    return label;
  }

  /** Whether the axis is broken between 0 and its least value. */
  boolean hasBreak() {
    return zero;
  }

  boolean isLog() {
    return log;
  }

  /** The axis with its range settled from the finite data. */
  Axis settled(DoubleStream values) {
    if (running == null) {
      return this;
    }
    var seen = values.filter(v -> Double.isFinite(v) && (!log || v > 0)).summaryStatistics();
    if (seen.getCount() == 0) {
      return log ? copy(0.01, 1) : copy(0, 1);
    }
    double[] range = running.cover(seen.getMin(), seen.getMax(), log);
    return copy(range[0], range[1]);
  }

  /** Where a value stands: 0 at the lower end, 1 at the upper, beyond outside. */
  double place(double value) {
    if (zero) {
      return value <= 0 ? 0 : BREAK + (1 - BREAK) * Math.log(value / min) / Math.log(max / min);
    }
    if (log) {
      double safe = Math.max(value, min * 1e-3);
      return Math.log(safe / min) / Math.log(max / min);
    }
    return (value - min) / (max - min);
  }

  /** The ticks within the range, at most {@code most} unless given. */
  double[] ticks(int most) {
    if (ticks != null) {
      return DoubleStream.of(ticks).filter(t -> place(t) > -1e-9 && place(t) < 1 + 1e-9).toArray();
    }
    if (log) {
      double[] powers = Ticks.log(min, max, Math.max(2, most));
      return zero
          ? DoubleStream.concat(DoubleStream.of(0), DoubleStream.of(powers)).toArray()
          : powers;
    }
    if (percent && min == 0 && max == 1) {
      return most >= 5 ? new double[] {0, .25, .5, .75, 1} : new double[] {0, .5, 1};
    }
    return Ticks.linear(min, max, Math.max(2, most));
  }

  /** Per cent signs only at the upper end, or everywhere on large charts with few ticks. */
  String text(double tick, boolean everywhere) {
    if (log && !percent && tick >= 1000 && tick < 1e6 && tick == Math.rint(tick)) {
      return String.format(java.util.Locale.ROOT, "%,d", Math.round(tick));
    }
    if (!percent) {
      return Numbers.plain(Math.abs(tick) < (max - min) * 1e-9 && !log ? 0 : tick);
    }
    String number = Numbers.plain(tick * 100);
    return everywhere || Math.abs(tick - max) < 1e-9 ? number + " %" : number;
  }

  /** A value read off the axis. */
  String value(double value) {
    return percent ? Numbers.percent(value) : Numbers.plain(Double.parseDouble(rounded(value)));
  }

  private static String rounded(double value) {
    // a decimal where a change of the last of three digits would be large
    String format = Math.abs(value) >= 100 ? "%.4g" : "%.3g";
    return String.format(java.util.Locale.ROOT, format, value);
  }
}
