package epsilonlab.ui.component;

import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.RunningRange;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Made-up digits and curves for the components' tests. */
final class Samples {
  private Samples() {}

  static float[] digit(int seed) {
    Random random = new Random(seed);
    DrawnDigit digit = new DrawnDigit();
    double rx = 3 + 4 * random.nextDouble();
    double turns = Math.PI * (1 + random.nextDouble());
    double start = 6 * random.nextDouble();
    for (int i = 0; i < 20; i++) {
      double a = start + turns * i / 20;
      double b = start + turns * (i + 1) / 20;
      digit.line(
          14 + rx * Math.cos(a), 14 + 8 * Math.sin(a), 14 + rx * Math.cos(b), 14 + 8 * Math.sin(b));
    }
    return digit.ink();
  }

  static float[] change(int seed) {
    Random random = new Random(seed);
    float[] out = new float[784];
    for (int i = 0; i < out.length; i++) {
      out[i] = random.nextInt(3) == 0 ? 0 : random.nextInt(3) == 0 ? -0.2f : 0.2f;
    }
    return out;
  }

  static LineChart curves(double epsilon) {
    double[] x = {0, .05, .1, .15, .2, .25, .3, .5};
    return LineChart.builder()
        .x(Axis.fixed(0, 0.5))
        .y(Axis.percent(0, 1))
        .add(
            new Series(
                    "Logistic",
                    x,
                    new double[] {.91, .58, .1, .02, 0, 0, 0, 0},
                    SeriesColours.LOGISTIC)
                .withStyle(LineStyle.DOTTED))
        .add(
            new Series(
                    "Small CNN",
                    x,
                    new double[] {.98, .8, .31, .05, .01, 0, 0, 0},
                    SeriesColours.SMALL_CNN)
                .withStyle(LineStyle.DASHDOT))
        .add(
            new Series(
                    "LeNet, 5 steps",
                    x,
                    new double[] {.98, .91, .77, .45, .16, .04, .01, 0},
                    SeriesColours.LENET)
                .withStyle(LineStyle.DASHED))
        .add(
            new Series(
                "LeNet, FGSM",
                x,
                new double[] {.98, .92, .82, .62, .337, .13, .05, .005},
                SeriesColours.LENET))
        .marker(epsilon, "LeNet, FGSM")
        .description("Accuracy against epsilon")
        .build();
  }

  static LineChart losses(int batches) {
    Random random = new Random(3);
    double[] x = new double[batches];
    double[] y = new double[batches];
    double[] smooth = new double[batches];
    for (int i = 0; i < batches; i++) {
      x[i] = 3.6 * i / batches;
      smooth[i] = 0.04 + 2.2 * Math.exp(-4 * Math.sqrt(x[i] * 2));
      y[i] = smooth[i] * Math.exp(0.5 * random.nextGaussian());
    }
    return LineChart.builder()
        .x(Axis.fixed(0, 5).withLabel("epoch"))
        .y(Axis.running(new RunningRange()).withLog(true))
        .legend(LineChart.Legend.ABOVE)
        .add(
            new Series("each batch", x, y, SeriesColours.SMALL_CNN)
                .withWidth(1)
                .withOpacity(0.28)
                .unlisted())
        .add(
            new Series("training", x, smooth, SeriesColours.SMALL_CNN)
                .withStyle(LineStyle.DASHED)
                .withWidth(2))
        .add(
            new Series(
                    "test, each epoch",
                    new double[] {1, 2, 3},
                    new double[] {.12, .07, .055},
                    SeriesColours.SMALL_CNN)
                .withWidth(3)
                .withMarker(Marker.DOT)
                .withEnd(Series.End.VALUE))
        .marker(3.6, null)
        .build();
  }

  static List<DigitWall.Tile> tiles(int n, boolean judged) {
    List<DigitWall.Tile> tiles = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      boolean fooled = i % 3 != 1;
      DigitWall.State state =
          !judged ? DigitWall.State.PLAIN : fooled ? DigitWall.State.FOOLED : DigitWall.State.RIGHT;
      String caption = judged && !fooled ? String.valueOf(i % 10) : i % 10 + " → " + (i + 3) % 10;
      tiles.add(new DigitWall.Tile(digit(i), caption, judged ? "" : "9" + i % 10 + ".6 %", state));
    }
    return tiles;
  }

  static Path save(WritableImage image, String name) {
    int w = (int) image.getWidth();
    int h = (int) image.getHeight();
    int[] argb = new int[w * h];
    image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), argb, 0, w);
    BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    out.setRGB(0, 0, w, h, argb, 0, w);
    try {
      Path file = Path.of("target", "screenshots", name + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(out, "png", file.toFile());
      return file;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
