package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Accuracies as bars below one another, from 0 to 100 %, the last one with what was expected of it.
 *
 * @param title what the accuracies are of, for the description
 * @param bars from the top
 * @param guess the share that was expected of the last bar, or NaN for none
 */
public record AccuracyBars(String title, List<Bar> bars, double guess) implements Figure {
  private static final double ROW = 48;
  private static final double BAR = 28;
  private static final double NUMBER = 20;
  private static final double FOOT = 22;

  /** What a bar's colour says. */
  public enum Tone {
    PLAIN,
    GOOD,
    BAD
  }

  /**
   * One accuracy.
   *
   * @param name at its left
   * @param share in [0, 1], or NaN while it is not known
   * @param tone of its colour
   */
  public record Bar(String name, double share, Tone tone) {}

  public AccuracyBars {
    bars = List.copyOf(bars);
  }

  private static double unit(FigureTheme theme) {
    return theme.text() / 13;
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return Math.round((bars.size() * ROW + FOOT) * unit(theme));
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double unit = unit(theme);
    double row = Math.round(ROW * unit);
    TextStyle names = TextStyle.regular(theme.text() + 1);
    TextStyle numbers = TextStyle.bold(NUMBER * unit);
    double left =
        12 + bars.stream().mapToDouble(bar -> pen.textWidth(bar.name(), names)).max().orElse(0);
    left = Math.ceil(Math.min(left, 0.45 * width));
    double room = Math.floor(width - left - 78 * unit);
    double foot = bars.size() * row;
    for (int quarter = 0; quarter <= 4; quarter++) {
      double x = left + Math.round(room * quarter / 4) + 0.5;
      pen.line(x, 0, x, foot, new Stroke(1, quarter == 0 ? theme.border() : theme.grid()));
      pen.text(
          25 * quarter + (quarter == 4 ? " %" : ""),
          x,
          foot + 15 * unit,
          TextStyle.regular(theme.text()),
          Anchor.CENTER,
          theme.muted());
    }
    for (int i = 0; i < bars.size(); i++) {
      bar(pen, bars.get(i), left, i * row, room, names, numbers, theme);
    }
    if (!Double.isNaN(guess) && !bars.isEmpty()) {
      double x = left + Math.round(room * guess);
      double top = foot - row + 2;
      pen.line(x, top, x, foot - 2, new Stroke(3, theme.warning()));
      pen.fillPolygon(
          new double[] {x - 6, x + 6, x},
          new double[] {top - 4, top - 4, top + 5},
          3,
          theme.warning());
    }
  }

  private static void bar(
      Pen pen,
      Bar bar,
      double left,
      double top,
      double room,
      TextStyle names,
      TextStyle numbers,
      FigureTheme theme) {
    double unit = unit(theme);
    double row = Math.round(ROW * unit);
    double high = Math.round(BAR * unit);
    double middle = top + row / 2;
    pen.text(bar.name(), 0, middle + 0.36 * names.size(), names, Anchor.LEFT, theme.ink());
    boolean known = !Double.isNaN(bar.share());
    double length = known ? Math.max(2, Math.round(room * bar.share())) : room;
    int colour =
        switch (bar.tone()) {
          case PLAIN -> theme.accent();
          case GOOD -> theme.success();
          case BAD -> theme.danger();
        };
    pen.fillRound(
        left + 1, Math.round(middle - high / 2), length, high, 2, known ? colour : theme.grid());
    pen.text(
        known ? Numbers.percent(bar.share()) : "?",
        left + room + 8 * unit,
        middle + 0.36 * numbers.size(),
        numbers,
        Anchor.LEFT,
        known ? theme.ink() : theme.muted());
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> rows = new ArrayList<>();
    for (Bar bar : bars) {
      List<Object> row = new ArrayList<>();
      row.add(bar.name());
      row.add(Double.isNaN(bar.share()) ? null : bar.share());
      rows.add(row);
    }
    if (!Double.isNaN(guess)) {
      rows.add(List.of("guess", guess));
    }
    return new FigureTable(List.of("images", "accuracy"), rows);
  }

  @Override
  public String description() {
    String said =
        bars.stream()
            .map(
                bar ->
                    bar.name()
                        + " "
                        + (Double.isNaN(bar.share())
                            ? "not known yet"
                            : Numbers.percent(bar.share())))
            .collect(Collectors.joining(", "));
    String guessed = Double.isNaN(guess) ? "" : ", guessed " + Numbers.percent(guess);
    return title + ": " + said + guessed + ".";
  }
}
