package epsilonlab.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.Lessons;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.PartNames;
import epsilonlab.report.Table;
import epsilonlab.report.figure.ProbabilityBars;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.settings.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureFilesTest {
  private static final Lesson LESSON = Lessons.shipped().get(0);
  private static final PartName BARS = PartNames.find("attack.probabilities").orElseThrow();
  private static final PartName STRONGER = PartNames.find("defend.stronger").orElseThrow();

  @TempDir Path folder;

  @Test
  void figuresAndTablesAreThereOnAnotherDay() throws Exception {
    FigureFiles files = new FigureFiles(Home.of(folder), LESSON);
    assertEquals(List.of(), files.read(2, BARS));
    double[] shares = new double[10];
    shares[7] = 1;
    Table table = new Table("attack", "PGD").add("FGSM", 93.5).add("Square", null);
    files.write(
        2,
        Map.of(
            BARS,
            new ReportBlock.Drawing(
                new ProbabilityBars(shares, shares, 7, List.of()), 560, "Bars."),
            STRONGER,
            new ReportBlock.Rows(table)));
    FigureFiles later = new FigureFiles(Home.of(folder), LESSON);
    ReportBlock.Picture picture = (ReportBlock.Picture) later.read(2, BARS).get(0);
    byte[] png = {(byte) 0x89, 'P', 'N', 'G'};
    assertArrayEquals(png, Arrays.copyOf(picture.png(), 4));
    ReportBlock.Rows rows = (ReportBlock.Rows) later.read(2, STRONGER).get(0);
    assertEquals(table.columns(), rows.table().columns());
    assertEquals(table.rows(), rows.table().rows());
    assertEquals(List.of(), later.read(1, BARS), "of another step");
  }

  @Test
  void aDamagedFileIsLeftOut() throws Exception {
    FigureFiles files = new FigureFiles(Home.of(folder), LESSON);
    files.write(0, Map.of(STRONGER, new ReportBlock.Rows(new Table("a").add(1.5))));
    try (Stream<Path> all = Files.walk(folder)) {
      Path kept = all.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
      Files.writeString(kept, "{");
      assertTrue(files.read(0, STRONGER).isEmpty());
      Files.writeString(kept, "{\"columns\":[\"a\"],\"rows\":[[1,2]]}");
      assertTrue(files.read(0, STRONGER).isEmpty());
    }
  }

  @Test
  void whatARunThatWasGivenUpShowedIsNotShownAgain() throws Exception {
    FigureFiles files = new FigureFiles(Home.of(folder), LESSON);
    files.putAside();
    for (double run : new double[] {1, 2}) {
      files.write(0, Map.of(STRONGER, new ReportBlock.Rows(new Table("a").add(run))));
      files.putAside();
      assertTrue(files.read(0, STRONGER).isEmpty());
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> left = all.filter(Files::isRegularFile).toList();
      assertEquals(1, left.size(), "only the last one stays");
      assertTrue(Files.readString(left.get(0)).contains("2"), "the second");
    }
  }

  @Test
  void ofAStepThatIsDoneInAnotherWayNothingElseStays() {
    FigureFiles files = new FigureFiles(Home.of(folder), LESSON);
    ReportBlock one = new ReportBlock.Rows(new Table("a").add(1));
    ReportBlock two = new ReportBlock.Rows(new Table("a").add(2));
    files.write(0, Map.of(STRONGER, one, BARS, one));
    files.write(1, Map.of(BARS, one));
    files.replace(0, Map.of(STRONGER, two));
    assertEquals(
        List.of(List.of(2L)), ((ReportBlock.Rows) files.read(0, STRONGER).get(0)).table().rows());
    assertEquals(List.of(), files.read(0, BARS));
    assertEquals(1, files.read(1, BARS).size(), "of another step");
  }

  @Test
  void aCountComesBackWithAllItsDigits() {
    FigureFiles files = new FigureFiles(Home.of(folder), LESSON);
    files.write(
        0, Map.of(STRONGER, new ReportBlock.Rows(new Table("a", "b").add(206_922, 0.123456))));
    ReportBlock.Rows rows = (ReportBlock.Rows) files.read(0, STRONGER).get(0);
    assertEquals("206922", Table.rounded(rows.table().rows().get(0).get(0)));
    assertEquals("0.1235", Table.rounded(rows.table().rows().get(0).get(1)));
  }
}
