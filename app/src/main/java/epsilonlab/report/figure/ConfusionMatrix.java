package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * How often each class was answered for each true class.
 *
 * @param counts square, rows truth, columns answer
 * @param colour of the model; tints the diagonal
 * @param classNames one a class, or empty for plain digits
 */
public record ConfusionMatrix(int[][] counts, Hue colour, List<String> classNames)
    implements Figure {
  private static final int ERROR = SeriesColours.FGSM_TRAINED.on(FigureTheme.LIGHT);

  public ConfusionMatrix {
    for (int[] row : counts) {
      if (row.length != counts.length) {
        throw new IllegalArgumentException("a confusion matrix is square");
      }
    }
    classNames = List.copyOf(classNames);
  }

  private double cell(double width, double left) {
    return Math.floor((width - left) / counts.length);
  }

  private double left(Pen pen, FigureTheme theme) {
    double widest = 0;
    for (int i = 0; i < counts.length; i++) {
      widest = Math.max(widest, pen.textWidth(rowName(i), TextStyle.semibold(theme.text())));
    }
    return Math.ceil(Math.max(24, widest + 12));
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    double left = classNames.isEmpty() ? 24 : 100;
    return head(theme) + counts.length * (cell(width, left) - 1);
  }

  private static double head(FigureTheme theme) {
    return Math.round(20 * theme.text() / 13);
  }

  private String rowName(int i) {
    return classNames.isEmpty() ? String.valueOf(i) : i + " " + classNames.get(i);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double left = left(pen, theme);
    double head = head(theme);
    int n = counts.length;
    double wide = cell(width, left);
    double high = Math.min(wide - 1, Math.floor((height - head) / n));
    double most = mostErrors();
    TextStyle bold = TextStyle.semibold(theme.text());
    for (int i = 0; i < n; i++) {
      double middle = head + (i + 0.5) * high + theme.text() * 0.35;
      if (classNames.isEmpty()) {
        pen.text(rowName(i), left / 2, middle, bold, Anchor.CENTER, theme.ink());
      } else {
        pen.text(rowName(i), 0, middle, bold, Anchor.LEFT, theme.ink());
      }
      double centre = left + (i + 0.5) * wide;
      pen.text(
          String.valueOf(i), centre, head - 0.55 * theme.text(), bold, Anchor.CENTER, theme.ink());
      for (int k = 0; k < n; k++) {
        cell(pen, left + k * wide, head + i * high, wide - 1, high - 1, i, k, most, theme);
      }
    }
  }

  private void cell(
      Pen pen,
      double x,
      double y,
      double wide,
      double high,
      int truth,
      int answer,
      double most,
      FigureTheme theme) {
    int count = counts[truth][answer];
    boolean right = truth == answer;
    double share = count == 0 ? 0 : Math.pow(count / most, 0.6);
    int fill =
        count == 0
            ? theme.subtle()
            : right
                ? Colours.mix(theme.ground(), colour.on(theme), 0.16)
                : Colours.mix(theme.ground(), ERROR, 0.1 + 0.9 * share);
    pen.fillRect(x, y, wide, high, fill);
    if (count == 0) {
      return;
    }
    boolean pale = !right && share > 0.75;
    TextStyle style =
        !right && share > 0.5 ? TextStyle.semibold(theme.text()) : TextStyle.regular(theme.text());
    int ink = pale ? Colours.rgb(0xffffff) : theme.ink();
    double base = y + high / 2 + theme.text() * 0.36;
    pen.text(String.valueOf(count), x + wide / 2, base, style, Anchor.CENTER, ink);
  }

  private double mostErrors() {
    double most = 1;
    for (int i = 0; i < counts.length; i++) {
      for (int k = 0; k < counts.length; k++) {
        most = i == k ? most : Math.max(most, counts[i][k]);
      }
    }
    return most;
  }

  @Override
  public FigureTable toTable() {
    List<String> header = new ArrayList<>(List.of("truth"));
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      header.add(rowName(i));
      List<Object> row = new ArrayList<>(List.of(rowName(i)));
      for (int count : counts[i]) {
        row.add(count);
      }
      rows.add(row);
    }
    return new FigureTable(header, rows);
  }

  @Override
  public String description() {
    int right = 0;
    int all = 0;
    int worst = 0;
    int[] at = new int[2];
    for (int i = 0; i < counts.length; i++) {
      for (int k = 0; k < counts.length; k++) {
        all += counts[i][k];
        right += i == k ? counts[i][k] : 0;
        if (i != k && counts[i][k] > worst) {
          worst = counts[i][k];
          at = new int[] {i, k};
        }
      }
    }
    String most =
        worst == 0
            ? ""
            : " Most often "
                + rowName(at[0])
                + " was taken for "
                + rowName(at[1])
                + ", "
                + worst
                + " times.";
    return "Confusion matrix, rows truth, columns answer: "
        + right
        + " of "
        + all
        + " right."
        + most;
  }
}
