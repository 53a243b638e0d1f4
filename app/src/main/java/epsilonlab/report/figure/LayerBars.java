package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The layers of a fully connected network as bars, the narrowest one dark: what an autoencoder must
 * squeeze an image through.
 *
 * @param units of every layer, from the input to the output
 * @param colour of the narrowest
 */
public record LayerBars(List<Integer> units, Hue colour) implements Figure {
  private static final double HIGHEST = 60;
  private static final double WIDE = 10;
  // flatter than in proportion, so that 16 units can still be seen beside 784
  private static final double POWER = 0.45;

  /** Copies the list. */
  public LayerBars {
    units = List.copyOf(units);
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return Math.round(92 * theme.text() / 13);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double unit = theme.text() / 13;
    int most = units.stream().mapToInt(Integer::intValue).max().orElse(1);
    int least = units.stream().mapToInt(Integer::intValue).min().orElse(1);
    double middle = 36 * unit;
    double edge = 18 * unit;
    double step = units.size() < 2 ? 0 : (width - 2 * edge) / (units.size() - 1);
    int dark = colour.on(theme);
    int pale = Colours.mix(theme.ground(), dark, 0.55);
    for (int i = 0; i < units.size(); i++) {
      double x = edge + i * step;
      if (i > 0) {
        double from = x - step + (WIDE / 2 + 5) * unit;
        double to = x - (WIDE / 2 + 5) * unit;
        pen.line(from, middle, to, middle, new Stroke(1.5 * unit, theme.neutral()));
      }
      boolean narrowest = units.get(i) == least;
      double high = Math.max(6, HIGHEST * Math.pow((double) units.get(i) / most, POWER)) * unit;
      pen.fillRound(
          x - WIDE / 2 * unit, middle - high / 2, WIDE * unit, high, 2, narrowest ? dark : pale);
      TextStyle style =
          narrowest ? TextStyle.semibold(theme.text()) : TextStyle.regular(theme.text());
      int ink = narrowest ? theme.ink() : theme.muted();
      pen.text(String.valueOf(units.get(i)), x, 86 * unit, style, Anchor.CENTER, ink);
    }
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      rows.add(List.of(i, units.get(i)));
    }
    return new FigureTable(List.of("layer", "units"), rows);
  }

  @Override
  public String description() {
    return units.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", then ", "Units of the layers: ", "."));
  }
}
