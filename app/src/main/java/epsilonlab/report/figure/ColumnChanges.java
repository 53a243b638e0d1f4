package epsilonlab.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A matrix of changes as coloured cells, blue below 0 and red above, with its columns' names.
 *
 * @param title what it is, for the description
 * @param columns names with symbols between dollar signs
 * @param hues a colour for each name
 * @param values columns of the matrix, all equally long
 * @param largest the value of the deepest colour, above 0
 */
public record ColumnChanges(
    String title, List<String> columns, List<Hue> hues, double[][] values, double largest)
    implements Figure {
  private static final int BELOW = Colours.rgb(0x2166ac);
  private static final int ABOVE = Colours.rgb(0xb2182b);
  private static final double FOOT = 22;
  private static final double GAP = 3;

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return Math.round(width);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double unit = theme.text() / 13;
    double foot = FOOT * unit;
    double column = width / values.length;
    int n = values[0].length;
    double cell = (height - foot) / n;
    TextStyle text = TextStyle.semibold(theme.text());
    for (int j = 0; j < values.length; j++) {
      double x = j * column;
      for (int i = 0; i < n; i++) {
        pen.fillRect(
            x + GAP / 2,
            i * cell,
            column - GAP,
            Math.max(1, cell - 1),
            colour(values[j][i], theme));
      }
      MathsText name = MathsText.parse(columns.get(j));
      double left = x + (column - name.width(pen, text)) / 2;
      pen.fillRect(x + GAP / 2, height - foot + 1, column - GAP, 3 * unit, hues.get(j).on(theme));
      name.draw(pen, left, height - 4 * unit, text, theme.ink());
    }
  }

  private int colour(double value, FigureTheme theme) {
    double share = Math.min(1, Math.abs(value) / largest);
    return Colours.mix(theme.subtle(), value < 0 ? BELOW : ABOVE, Math.sqrt(share));
  }

  @Override
  public FigureTable toTable() {
    List<String> header = new ArrayList<>(List.of("row"));
    columns.forEach(name -> header.add(MathsText.parse(name).plain()));
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < values[0].length; i++) {
      List<Object> row = new ArrayList<>(List.of(i + 1));
      for (double[] column : values) {
        row.add(column[i]);
      }
      rows.add(row);
    }
    return new FigureTable(header, rows);
  }

  @Override
  public String description() {
    return title
        + ": "
        + values[0].length
        + " rows and "
        + values.length
        + " columns, blue below 0 and red above; the deepest colour is "
        + Numbers.plain(largest)
        + ".";
  }
}
