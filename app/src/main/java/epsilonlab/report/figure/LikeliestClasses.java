package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * The few classes that a network finds likeliest, one bar each.
 *
 * @param names the likeliest first
 * @param shares in [0, 1]
 */
public record LikeliestClasses(List<String> names, List<Double> shares) implements Figure {
  /** Checks that every class has a share. */
  public LikeliestClasses {
    names = List.copyOf(names);
    shares = List.copyOf(shares);
    if (names.size() != shares.size()) {
      throw new IllegalArgumentException(names.size() + " names, " + shares.size() + " shares");
    }
  }

  private static double row(FigureTheme theme) {
    return Math.round(22 * theme.text() / 13);
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return names.size() * row(theme);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double unit = theme.text() / 13;
    double row = row(theme);
    double bar = Math.round(12 * unit);
    TextStyle bold = TextStyle.semibold(theme.text());
    double left = 19 * unit;
    for (String name : names) {
      left = Math.max(left, Math.ceil(pen.textWidth(name, bold) + 10));
    }
    double room = Math.max(8, (width - left - 46 * unit) * 0.9);
    pen.fillRect(Math.floor(left) - 1, 0, 1, names.size() * row, theme.border());
    for (int i = 0; i < names.size(); i++) {
      double base = (i + 0.5) * row + theme.text() * 0.36;
      TextStyle style = i == 0 ? bold : TextStyle.regular(theme.text());
      int ink = i == 0 ? theme.ink() : theme.muted();
      pen.text(names.get(i), 0, base, bold, Anchor.LEFT, theme.ink());
      double length = Math.max(1, shares.get(i) * room);
      double top = Math.round(i * row + (row - bar) / 2);
      int fill = i == 0 ? theme.accent() : theme.neutral();
      pen.fillRound(Math.floor(left), top, length, bar, Math.min(2, length / 2), fill);
      String percent = Math.round(100 * shares.get(i)) + " %";
      pen.text(percent, width, base, style, Anchor.RIGHT, ink);
    }
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      rows.add(List.of(names.get(i), shares.get(i)));
    }
    return new FigureTable(List.of("class", "probability"), rows);
  }

  @Override
  public String description() {
    StringBuilder out = new StringBuilder("Likeliest classes");
    for (int i = 0; i < names.size(); i++) {
      out.append(i == 0 ? ": " : ", ").append(names.get(i)).append(" with ");
      out.append(Numbers.percent(shares.get(i)));
    }
    return out.append('.').toString();
  }
}
