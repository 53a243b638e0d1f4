package epsilonlab.report;

import epsilonlab.report.figure.DigitSheet;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SortedMap;

/** The same digits through the epochs of a training, as a film. */
public final class TrainingFilm {
  private static final int SCALE = 2;
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
    DigitSheet grid = DigitSheet.of(digits, columns, SCALE, "Digits").withTitle("epoch " + epoch);
    double width = grid.preferredWidth();
    FigureTheme theme = FigureTheme.LIGHT;
    return FigureExport.image(grid, width, grid.preferredHeight(width, theme), theme);
  }
}
