package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * Digits in one row with a caption below each, spread over the width: the steps of a walk, whose
 * two ends have a thick frame.
 *
 * @param values 784 values in [0, 1] a digit, one behind the other; taken as they are, not copied
 * @param captions one a digit; the ends' are bold
 * @param subject what the walk is, for those who cannot see it
 */
public record DigitWalk(float[] values, List<String> captions, String subject) implements Figure {
  /** Checks that every digit has a caption. */
  public DigitWalk {
    captions = List.copyOf(captions);
    if (values.length != captions.size() * DigitPixels.COUNT || captions.size() < 2) {
      throw new IllegalArgumentException(
          values.length + " values for " + captions.size() + " captions");
    }
  }

  private int scale(double width, FigureTheme theme) {
    int wanted = theme.presenting() ? 4 : width >= 1000 ? 3 : 2;
    int fits = (int) ((width / captions.size() - 5) / DigitPixels.SIDE);
    return Math.max(1, Math.min(wanted, fits));
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return scale(width, theme) * (double) DigitPixels.SIDE + 4 + Math.round(18 * theme.text() / 13);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double side = scale(width, theme) * (double) DigitPixels.SIDE;
    double box = side + 4;
    int last = captions.size() - 1;
    int[] pixels = new int[DigitPixels.COUNT];
    float[] image = new float[DigitPixels.COUNT];
    for (int i = 0; i <= last; i++) {
      double x = Math.round(i * (width - box) / last);
      System.arraycopy(values, i * DigitPixels.COUNT, image, 0, DigitPixels.COUNT);
      DigitPixels.ink(image, theme, pixels);
      pen.drawPixels(pixels, DigitPixels.SIDE, DigitPixels.SIDE, x + 2, 2, side, side);
      boolean end = i == 0 || i == last;
      if (end) {
        pen.strokeRect(x + 1, 1, side + 2, side + 2, 2, theme.ink());
      } else {
        pen.strokeRect(x + 1.5, 1.5, side + 1, side + 1, 1, theme.border());
      }
      TextStyle style = end ? TextStyle.bold(theme.text()) : TextStyle.regular(theme.text());
      double base = box + Math.round(14 * theme.text() / 13);
      int ink = end ? theme.ink() : theme.muted();
      pen.text(captions.get(i), x + box / 2, base, style, Anchor.CENTER, ink);
    }
  }

  @Override
  public FigureTable toTable() {
    List<String> header = new ArrayList<>(List.of("step", "caption"));
    for (int p = 0; p < DigitPixels.COUNT; p++) {
      header.add("pixel " + p);
    }
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < captions.size(); i++) {
      List<Object> row = new ArrayList<>(List.of(i, captions.get(i)));
      for (int p = 0; p < DigitPixels.COUNT; p++) {
        row.add(values[i * DigitPixels.COUNT + p]);
      }
      rows.add(row);
    }
    return new FigureTable(header, rows);
  }

  @Override
  public String description() {
    return subject + ": " + String.join(", ", captions) + ".";
  }

  @Override
  public boolean showsDigits() {
    return true;
  }
}
