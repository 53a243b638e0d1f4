package epsilonlab.ui.theory.pca;

import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.theory.pca.EigenDigits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Eigen-digits, a digit made of some of them, and the error against their number. */
final class EigenDigitsFigures {
  private static final int SHOWN = 10;
  private static final int SCALE = 2;

  private EigenDigitsFigures() {}

  /** The first components; middle grey is 0. */
  static DigitWall components(EigenDigits digits) {
    List<DigitWall.Tile> tiles = new ArrayList<>();
    for (int k = 0; k < SHOWN; k++) {
      float[] component = digits.components()[k];
      float largest = 0;
      for (float value : component) {
        largest = Math.max(largest, Math.abs(value));
      }
      float[] image = new float[component.length];
      for (int p = 0; p < image.length; p++) {
        image[p] = 0.5f + component[p] / (2 * largest);
      }
      double share = digits.share(k + 1) - digits.share(k);
      tiles.add(new DigitWall.Tile(image, Numbers.percent(share), "", DigitWall.State.PLAIN));
    }
    return DigitWall.strip(
        tiles, SCALE, "The first principal components of the digits, with their shares");
  }

  /** A digit, and what is kept of it. */
  static DigitWall reconstruction(Reconstruction of) {
    List<DigitWall.Tile> tiles = new ArrayList<>();
    tiles.add(new DigitWall.Tile(of.original(), "digit", "error", DigitWall.State.PLAIN));
    for (Reconstruction.Piece piece : of.pieces()) {
      tiles.add(
          new DigitWall.Tile(
              piece.image(),
              "k = " + piece.k(),
              Numbers.fixed(piece.error(), 4),
              DigitWall.State.PLAIN));
    }
    return DigitWall.strip(
        tiles, SCALE, "A test digit and what several numbers of components keep of it");
  }

  /** The mean squared error of a pixel against k. */
  static LineChart error(EigenDigits digits, int k) {
    int most = digits.variances().length;
    double[] ks = IntStream.rangeClosed(1, most).mapToDouble(i -> i).toArray();
    return LineChart.builder()
        .x(Axis.fixed(1, most).withLog(true).withTicks(1, 10, 100, most).withLabel("components k"))
        .y(Axis.fixed(0, 1.1 * Math.max(digits.trainError()[1], digits.testError()[1])))
        .add(
            new Series(
                    "training digits",
                    ks,
                    Arrays.copyOfRange(digits.trainError(), 1, most + 1),
                    SeriesColours.LENET)
                .withStyle(LineStyle.DASHED)
                .withWidth(2))
        .add(
            new Series(
                "test digits",
                ks,
                Arrays.copyOfRange(digits.testError(), 1, most + 1),
                SeriesColours.SMALL_CNN))
        .marker(k, "test digits")
        .description("The mean squared error of a pixel against the number of components")
        .build();
  }
}
