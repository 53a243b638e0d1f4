package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureExportTest {
  @TempDir Path folder;

  private static LineChart chart() {
    return LineChart.builder()
        .x(Axis.fixed(0, 0.5))
        .y(Axis.percent(0, 1))
        .add(
            new Series(
                "A & B", new double[] {0, 0.5}, new double[] {1, 0}, SeriesColours.PGD_TRAINED))
        .description("Accuracy")
        .build();
  }

  private static DigitWall wall() {
    return DigitWall.strip(
        List.of(new DigitWall.Tile(new float[784], "7", "", DigitWall.State.RIGHT)), 2, "Samples");
  }

  @Test
  void svgIsXmlWithTheColoursOfTheSeries() throws Exception {
    Path file = folder.resolve("new/chart.svg");
    FigureExport.svg(chart(), 304, 177, FigureTheme.LIGHT, file);
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    assertEquals("svg", document.getDocumentElement().getTagName());
    assertEquals(
        "Accuracy: A & B.", document.getElementsByTagName("desc").item(0).getTextContent());
    String text = Files.readString(file).toLowerCase().replace(" ", "");
    assertTrue(text.contains("rgb(204,121,167)") || text.contains("#cc79a7"), "series colour");
  }

  @Test
  void digitsInSvgStayCrispAndSayTheirConvention() throws Exception {
    Path file = folder.resolve("digits.svg");
    FigureExport.svg(wall(), 60, 80, FigureTheme.DARK, file);
    String text = Files.readString(file);
    assertTrue(text.contains("image-rendering:pixelated"));
    assertTrue(text.contains("Digits: light ink on black."));
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  @Test
  void pngIsTwiceAsLargeAndSaysItsConvention() throws Exception {
    Path file = folder.resolve("digits.png");
    FigureExport.png(wall(), 60, 80, FigureTheme.LIGHT, file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(2 * (60 + 24), image.getWidth());
    assertEquals(2 * (80 + 24), image.getHeight());
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertTrue(bytes.contains("Digits: dark ink on white."));
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() throws Exception {
    Path blocked = Files.createDirectories(folder.resolve("chart.csv/inside"));
    LabException told =
        assertThrows(
            LabException.class, () -> FigureExport.csv(chart(), folder.resolve("chart.csv")));
    assertTrue(told.getMessage().contains("chart.csv"));
    assertTrue(Files.isDirectory(blocked));
    try (var left = Files.list(folder)) {
      assertFalse(left.anyMatch(p -> p.getFileName().toString().startsWith(".part-")));
    }
  }
}
