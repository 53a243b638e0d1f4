package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One digit through the epochs of a training: up to eleven frames above a track with the same
 * positions, on which a thumb stands at the epoch that is looked at.
 *
 * @param frames as {@link #epochs} lays them out
 * @param last the right end of the track
 * @param newest the last epoch that is trained, -1 before there is anything to see
 * @param looked the epoch that is looked at
 * @param focused whether the thumb has the keyboard
 */
public record EpochStrip(List<Frame> frames, int last, int newest, double looked, boolean focused)
    implements Figure {
  private static final int MOST_FRAMES = 11;
  private static final double THUMB = 9;
  private static final double TRACK = 4;

  /**
   * @param epoch its place on the track
   * @param image 784 values in [0, 1], or null for an epoch that is not trained yet
   */
  public record Frame(int epoch, float[] image) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Frame frame
          && frame.epoch == epoch
          && Arrays.equals(frame.image, image);
    }

    @Override
    public int hashCode() {
      return epoch;
    }
  }

  /** Copies the list. */
  public EpochStrip {
    frames = List.copyOf(frames);
    if (last < 1) {
      throw new IllegalArgumentException("a training has at least one epoch");
    }
  }

  /** The epochs that have frames: all of a short training, every so many of a long one. */
  public static List<Integer> epochs(int last) {
    int step = Math.max(1, (last + MOST_FRAMES - 2) / (MOST_FRAMES - 1));
    List<Integer> epochs = new ArrayList<>();
    for (int epoch = 0; epoch <= last; epoch += step) {
      epochs.add(epoch);
    }
    return epochs;
  }

  private int scale(double width, FigureTheme theme) {
    int wanted = theme.presenting() ? 3 : 2;
    int fits = (int) ((width / MOST_FRAMES - 4) / DigitPixels.SIDE);
    return Math.max(1, Math.min(wanted, fits));
  }

  private double box(double width, FigureTheme theme) {
    return scale(width, theme) * DigitPixels.SIDE + 2;
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return box(width, theme) + 12 + Math.round(30 * theme.text() / 13);
  }

  private double place(double epoch, double width, FigureTheme theme) {
    double box = box(width, theme);
    return box / 2 + epoch / last * (width - box);
  }

  /** The epoch at a point of a strip of that width, in [0, last]: for the mouse. */
  public double epochAt(double x, double width, FigureTheme theme) {
    double box = box(width, theme);
    double share = (x - box / 2) / Math.max(1, width - box);
    return Math.max(0, Math.min(1, share)) * last;
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double box = box(width, theme);
    int[] pixels = new int[DigitPixels.COUNT];
    double track = box + 12;
    TextStyle style = TextStyle.regular(theme.text());
    for (Frame frame : frames) {
      double x = Math.round(place(frame.epoch(), width, theme) - box / 2);
      if (frame.image() == null) {
        empty(pen, x, box, theme);
      } else {
        DigitPixels.ink(frame.image(), theme, pixels);
        double side = box - 2;
        pen.drawPixels(pixels, DigitPixels.SIDE, DigitPixels.SIDE, x + 1, 1, side, side);
        pen.strokeRect(x + 0.5, 0.5, box - 1, box - 1, 1, theme.border());
      }
      pen.text(
          Integer.toString(frame.epoch()),
          place(frame.epoch(), width, theme),
          track + Math.round(24 * theme.text() / 13),
          style,
          Anchor.CENTER,
          theme.muted());
    }
    bar(pen, 0, last, track, width, theme.border(), theme);
    bar(pen, 0, newest, track, width, Colours.mix(theme.border(), theme.accent(), 0.35), theme);
    bar(pen, 0, looked, track, width, theme.accent(), theme);
    double x = place(looked, width, theme);
    if (focused) {
      pen.fillCircle(x, track, THUMB + 4, Colours.fade(theme.accent(), 0.3));
    }
    pen.fillCircle(x, track, THUMB, theme.ground());
    pen.strokeCircle(x, track, THUMB, 2.5, theme.accent());
  }

  private void bar(
      Pen pen, double from, double to, double y, double width, int argb, FigureTheme theme) {
    double start = place(from, width, theme);
    double length = place(to, width, theme) - start;
    if (length > 0) {
      pen.fillRound(start, y - TRACK / 2, length, TRACK, TRACK / 2, argb);
    }
  }

  private static void empty(Pen pen, double x, double box, FigureTheme theme) {
    double left = x + 0.5;
    double right = x + box - 0.5;
    double low = box - 0.5;
    pen.fillRect(x, 0, box, box, theme.subtle());
    Stroke dashed = new Stroke(1, theme.border(), 3, 3);
    pen.line(left, 0.5, right, 0.5, dashed);
    pen.line(left, low, right, low, dashed);
    pen.line(left, 0.5, left, low, dashed);
    pen.line(right, 0.5, right, low, dashed);
  }

  @Override
  public FigureTable toTable() {
    List<String> header = new ArrayList<>(List.of("epoch"));
    for (int p = 0; p < DigitPixels.COUNT; p++) {
      header.add("pixel " + p);
    }
    List<List<Object>> rows = new ArrayList<>();
    for (Frame frame : frames) {
      if (frame.image() != null) {
        List<Object> row = new ArrayList<>(List.of(frame.epoch()));
        for (float value : frame.image()) {
          row.add(value);
        }
        rows.add(row);
      }
    }
    return new FigureTable(header, rows);
  }

  @Override
  public String description() {
    return "One digit through the training: epoch "
        + Numbers.plain(Math.floor(looked))
        + " of "
        + last
        + " is shown, "
        + Math.max(0, newest)
        + " are trained.";
  }

  @Override
  public boolean showsDigits() {
    return true;
  }
}
