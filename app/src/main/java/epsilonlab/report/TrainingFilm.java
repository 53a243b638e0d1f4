package epsilonlab.report;

import epsilonlab.data.ImageSet;
import epsilonlab.report.figure.DigitGrid;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.TitledDigits;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SortedMap;

/** The same digits through the epochs of a training, as a film. */
public final class TrainingFilm {
  private static final int SCALE = 2;
  private static final int GAP = 4;
  private static final int HUNDREDTHS = 25;
  private static final int LAST_HUNDREDTHS = 200;

  private TrainingFilm() {}

  /**
   * The film as an animated GIF; every frame says its epoch.
   *
   * @param grids by epoch the digits, 784 values in [0, 1] each; one epoch at least, and as many
   *     digits in each
   * @param columns digits in a row
   */
  public static byte[] gif(SortedMap<Integer, List<float[]>> grids, int columns) {
    Iterable<BufferedImage> frames =
        () ->
            grids.entrySet().stream()
                .map(epoch -> frame(epoch.getKey(), epoch.getValue(), columns))
                .iterator();
    return GifFiles.animation(frames, HUNDREDTHS, LAST_HUNDREDTHS);
  }

  private static BufferedImage frame(int epoch, List<float[]> digits, int columns) {
    float[] values = new float[digits.size() * ImageSet.PIXELS];
    for (int i = 0; i < digits.size(); i++) {
      System.arraycopy(digits.get(i), 0, values, i * ImageSet.PIXELS, ImageSet.PIXELS);
    }
    TitledDigits frame =
        new TitledDigits("epoch " + epoch, new DigitGrid(values, columns, GAP, -1, "Digits"));
    double width = DigitGrid.side(columns, SCALE, GAP);
    FigureTheme theme = FigureTheme.LIGHT;
    return FigureExport.image(frame, width, frame.preferredHeight(width, theme), theme);
  }
}
