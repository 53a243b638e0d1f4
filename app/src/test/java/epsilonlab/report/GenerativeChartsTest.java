package epsilonlab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.generative.DenoisingBatch;
import epsilonlab.generative.DenoisingEpoch;
import epsilonlab.generative.GanBatch;
import epsilonlab.generative.GanEpoch;
import epsilonlab.generative.VaeBatch;
import epsilonlab.generative.VaeEpoch;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.RunningRange;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenerativeChartsTest {
  private static final Readings<GanBatch, GanEpoch> GAN =
      new Readings<>(
          List.of(
              new Reading<>(0.5, new GanBatch(1, 0.5, 0.6, 0.4)),
              new Reading<>(1, new GanBatch(3, 0.25, 0.8, 0.2))),
          List.of(
              new Reading<>(
                  1,
                  new GanEpoch(
                      1, new GanBatch(2, 0.4, 0.7, 0.3), new GanBatch(5, 0.1, 0.9, 0.1), 3))),
          1,
          10);

  private static final Readings<VaeBatch, VaeEpoch> VAE =
      new Readings<>(
          List.of(),
          List.of(
              new Reading<>(
                  1, new VaeEpoch(1, new VaeBatch(160, 140, 20), new VaeBatch(127, 105, 22), 3)),
              new Reading<>(
                  2, new VaeEpoch(2, new VaeBatch(122, 98, 24), new VaeBatch(117, 92, 25), 3))),
          2,
          10);

  private static boolean holds(LineChart chart, String name, double epoch, double value) {
    return chart.toTable().rows().stream()
        .anyMatch(
            row ->
                row.get(0).equals(name)
                    && row.get(1).equals(epoch)
                    && Math.abs((double) row.get(2) - value) < 1e-12);
  }

  @Test
  void lossesOfTheGanShowEveryBatchAndTheAverageThatWeighsTheLaterMore() {
    LineChart chart = GanCharts.losses(GAN, Readings.On.TRAINING, new RunningRange());
    assertEquals(
        List.of(
            "epoch",
            "generator, each batch",
            "discriminator, each batch",
            "generator",
            "discriminator"),
        chart.toTable().header());
    List<Object> second = chart.toTable().rows().get(1);
    assertEquals(3.0, second.get(1));
    // reaching over 4 batches: (0.75 * 0.25 * 1 + 0.25 * 3) / (0.75 * 0.25 + 0.25)
    assertEquals((0.1875 * 1 + 0.25 * 3) / 0.4375, (double) second.get(3), 1e-12);
    assertEquals((0.1875 * 0.5 + 0.25 * 0.25) / 0.4375, (double) second.get(4), 1e-12);
  }

  @Test
  void testLossesAndBeliefsStandAtTheirEpochs() {
    LineChart losses = GanCharts.losses(GAN, Readings.On.TEST, new RunningRange());
    assertEquals(List.<Object>of(1.0, 5.0, 0.1), losses.toTable().rows().get(0));
    LineChart beliefs = GanCharts.beliefs(GAN, Readings.On.TEST);
    assertTrue(holds(beliefs, "of real digits", 1, 0.9));
    assertTrue(holds(beliefs, "of generated ones", 1, 0.1));
    assertTrue(holds(beliefs, "balance", 0, 0.5) && holds(beliefs, "balance", 10, 0.5));
  }

  @Test
  void lossOfTheVaeIsShownWithItsReconstruction() {
    LineChart test = VaeCharts.loss(VAE, Readings.On.TEST);
    assertEquals(List.of("epoch", "loss", "reconstruction"), test.toTable().header());
    assertEquals(
        List.of(List.<Object>of(1.0, 127.0, 105.0), List.<Object>of(2.0, 117.0, 92.0)),
        test.toTable().rows());
    assertEquals(
        List.<Object>of(1.0, 160.0, 140.0),
        VaeCharts.loss(VAE, Readings.On.TRAINING).toTable().rows().get(0));
    assertEquals(
        List.<Object>of(2.0, 25.0),
        VaeCharts.divergence(VAE, Readings.On.TEST, new RunningRange()).toTable().rows().get(1));
  }

  @Test
  void theGapOfTheVaeIsShadedInTheColourOfTheDivergence() {
    BufferedImage picture =
        FigureExport.image(VaeCharts.loss(VAE, Readings.On.TEST), 480, 288, FigureTheme.LIGHT);
    // #E69F00 at 18 % on white
    int shade = 0xff << 24 | 0xfb << 16 | 0xee << 8 | 0xd1;
    int found = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        found += near(picture.getRGB(x, y), shade) ? 1 : 0;
      }
    }
    assertTrue(found > 1000, found + " pixels");
  }

  private static boolean near(int a, int b) {
    return Math.abs((a >> 16 & 0xff) - (b >> 16 & 0xff)) <= 2
        && Math.abs((a >> 8 & 0xff) - (b >> 8 & 0xff)) <= 2
        && Math.abs((a & 0xff) - (b & 0xff)) <= 2;
  }

  @Test
  void lossOfTheAutoencoderShowsTrainingAndTest() {
    LineChart chart =
        DenoisingChart.of(
            new Readings<>(
                List.of(new Reading<>(0.5, new DenoisingBatch(0.6))),
                List.of(new Reading<>(1, new DenoisingEpoch(1, 0.3, 0.2, 1))),
                1,
                10));
    assertTrue(holds(chart, "training", 0.5, 0.6));
    assertTrue(holds(chart, "test", 1, 0.2));
  }

  @Test
  void nothingYetIsSaidInWords() {
    Readings<GanBatch, GanEpoch> none = new Readings<>(List.of(), List.of(), 0, 50);
    assertEquals(
        "The lines begin with the first batch.",
        GanCharts.beliefs(none, Readings.On.TRAINING).description());
    assertEquals(
        "The lines begin with the first epoch.",
        VaeCharts.loss(new Readings<>(List.of(), List.of(), 0, 50), Readings.On.TEST)
            .description());
  }
}
