package epsilonlab.report.capsule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.lesson.fact.Curve;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.Names;
import epsilonlab.model.Safetensors;
import epsilonlab.model.Weights;
import epsilonlab.report.ResultDocument;
import epsilonlab.report.Table;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.report.handin.ReportDocument;
import epsilonlab.report.handin.ReportSection;
import epsilonlab.report.handin.RichText;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapsuleFileTest {
  @TempDir Path folder;

  private static Capsule full() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("lab.tab", "attack");
    settings.put("attack.index", 7.0);
    settings.put("attack.only_correct", true);
    settings.put("logistic.c", Double.POSITIVE_INFINITY);
    byte[] weights =
        new Safetensors(
                Weights.of(Map.of("a", new HostTensor(new float[] {1, -2, 0.5f}, 3))),
                Map.of("architecture", "logistic"))
            .toBytes();
    return new Capsule(
        "0.1.0",
        "window",
        "A lecture <b>on</b> ε",
        Optional.of(
            new Experiment(
                "attack",
                Map.of("attack", List.of("fgsm"), "weights", List.of("weights/net.safetensors")),
                Map.of("steps", 40L, "epsilon", 0.3, "parts", List.of("a", "b")),
                -5,
                "mnist")),
        Optional.of(new DataUsed("mnist", "MNIST", "local folder", "ab".repeat(32))),
        List.of("7", "0-99"),
        Facts.of(
            Map.of(
                "attack.epsilon",
                0.3,
                "attack.attack",
                "fgsm",
                "attack.correct",
                true,
                "attack.curve",
                Curve.of(new double[] {0, 0.1}, new double[] {0.9, 0.4}))),
        Optional.of(new LessonState("one-digit", "{\"any\": \"text\"}\n")),
        List.of(
            new Moment(
                "First", "Look at the 7.", settings, List.of(Names.part("attack.probabilities")))),
        List.of(
            new RecordedNumber("a[0].b", 0.1),
            new RecordedNumber("largest", Double.MAX_VALUE),
            new RecordedNumber("smallest", Double.MIN_VALUE),
            new RecordedNumber("inf", Double.POSITIVE_INFINITY),
            new RecordedNumber("minus", Double.NEGATIVE_INFINITY)),
        List.of(
            new ShownResult(
                new Experiment(
                    "curve", Map.of("count", List.of("100")), Map.of("count", 100L), 3, "mnist"),
                new DataUsed("mnist", "MNIST", "local folder", "cd".repeat(32)),
                List.of(new RecordedNumber("curves[0].accuracy[1]", 0.3)),
                List.of("curves"))),
        Map.of("device", "cpu", "threads", "2"),
        Map.of(
            "weights/net.safetensors",
            weights,
            "results/result.json",
            "{}".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsWrittenIsRead() {
    Path file = folder.resolve("full.epsilab");
    CapsuleFile.write(file, full());
    Capsule read = CapsuleFile.read(file);
    Capsule wanted = full();
    assertEquals(wanted.lab(), read.lab());
    assertEquals(wanted.createdBy(), read.createdBy());
    assertEquals(wanted.title(), read.title());
    assertEquals(wanted.experiment(), read.experiment());
    assertEquals(wanted.data(), read.data());
    assertEquals(wanted.indices(), read.indices());
    assertEquals(wanted.facts(), read.facts());
    assertEquals(wanted.lesson(), read.lesson());
    assertEquals(wanted.moments(), read.moments());
    assertEquals(
        List.copyOf(wanted.moments().get(0).settings().keySet()),
        List.copyOf(read.moments().get(0).settings().keySet()),
        "in the lecturer's order");
    assertEquals(wanted.numbers(), read.numbers());
    assertEquals(wanted.shown(), read.shown());
    assertEquals(wanted.environment(), read.environment());
    assertEquals(wanted.files().keySet(), read.files().keySet());
    wanted.files().forEach((name, bytes) -> assertArrayEquals(bytes, read.files().get(name)));
  }

  @Test
  void theFileIsAZipThatOtherProgramsOpen() throws Exception {
    Path file = folder.resolve("full.epsilab");
    CapsuleFile.write(file, full());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertEquals("manifest.json", zip.stream().findFirst().orElseThrow().getName());
      assertEquals(3, zip.size());
    }
    assertEquals(1, Files.list(folder).count(), "nothing is left beside it");
    assertArrayEquals(CapsuleFile.toBytes(full()), CapsuleFile.toBytes(full()));
  }

  @Test
  void aFactOfAnotherVersionIsLeftOut() throws Exception {
    Map<String, byte[]> files = CapsuleZips.sound();
    String manifest = new String(files.get("manifest.json"), StandardCharsets.UTF_8);
    files.put(
        "manifest.json",
        manifest
            .replace("\"facts\": {}", "\"facts\": {\"attack.later\": 1, \"attack.epsilon\": 0.5}")
            .getBytes(StandardCharsets.UTF_8));
    assertEquals(
        Facts.of(Map.of("attack.epsilon", 0.5)), CapsuleFile.parse(CapsuleZips.of(files)).facts());
  }

  @Test
  void noFolderIsASentence() {
    LabException refused =
        assertThrows(
            LabException.class,
            () -> CapsuleFile.write(folder.resolve("no/x.epsilab"), CapsuleZips.small()));
    assertTrue(refused.getMessage().contains("no such file or folder"), refused.getMessage());
  }

  @Test
  void whatNobodyCouldOpenIsNotWritten() {
    Path file = folder.resolve("x.epsilab");
    Capsule unsound =
        CapsuleZips.small().withFiles(Map.of("weights/x.safetensors", new byte[] {1, 2, 3}));
    assertThrows(LabException.class, () -> CapsuleFile.write(file, unsound));
    Capsule tooLong = Capsule.empty("1", "a test", "x".repeat(5_000));
    LabException refused = assertThrows(LabException.class, () -> CapsuleFile.write(file, tooLong));
    assertTrue(refused.getMessage().contains("is not written"), refused.getMessage());
    assertTrue(Files.notExists(file));
  }

  @Test
  void namesAreMadeFit() {
    assertEquals("My-net-7", CapsuleFile.fit("My net/7"));
    assertEquals("a.b", CapsuleFile.fit("..a...b"));
    for (String odd : List.of("", "///", "con", "εδ", "x".repeat(500), "-rf")) {
      EntryName.check("weights/" + CapsuleFile.fit(odd) + ".safetensors");
    }
  }

  @Test
  void resultsAreFlattenedWithoutTimes() {
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("accuracy", 0.5f);
    results.put("table", Map.of("0.1", Map.of("pgd", 0.25)));
    results.put("curves", List.of(Map.of("accuracy", new double[] {1, 0.1}, "seconds", 3)));
    results.put("threshold", Double.POSITIVE_INFINITY);
    results.put("unknown", Double.NaN);
    results.put("words", "0.5");
    results.put("success", true);
    ResultDocument document =
        new ResultDocument("x", Map.of("epsilon", 3), Map.of(), Map.of(), 7.5, results);
    assertEquals(
        List.of(
            new RecordedNumber("accuracy", 0.5),
            new RecordedNumber("table.0.1.pgd", 0.25),
            new RecordedNumber("curves[0].accuracy[0]", 1),
            new RecordedNumber("curves[0].accuracy[1]", 0.1),
            new RecordedNumber("threshold", Double.POSITIVE_INFINITY)),
        ResultJson.numbers(document));
  }

  @Test
  void numbersAgreeToTheLastBitHereAndToAMillionthElsewhere() {
    List<RecordedNumber> recorded =
        List.of(
            new RecordedNumber("same", 0.1),
            new RecordedNumber("near", 1000),
            new RecordedNumber("far", 1),
            new RecordedNumber("inf", Double.POSITIVE_INFINITY),
            new RecordedNumber("gone", 1));
    List<RecordedNumber> again =
        List.of(
            new RecordedNumber("same", 0.1),
            new RecordedNumber("near", 1000.0009),
            new RecordedNumber("far", 1.0000011),
            new RecordedNumber("inf", 1e308),
            new RecordedNumber("new", 2));
    assertEquals(
        List.of(true, false, false, false, false, false),
        NumberCheck.all(recorded, again, true).stream().map(NumberCheck::agrees).toList());
    assertEquals(
        List.of(true, true, false, false, false, false),
        NumberCheck.all(recorded, again, false).stream().map(NumberCheck::agrees).toList());
    NumberCheck gone = NumberCheck.all(recorded, again, true).get(4);
    assertEquals(new NumberCheck("gone", 1.0, null, false), gone);
  }

  @Test
  void whatMattersOfAnEnvironmentIsCompared() {
    Map<String, String> recorded =
        Map.of("device", "cpu", "engine", "PyTorch 2", "threads", "2", "os", "Linux", "java", "17");
    Map<String, Object> here = new LinkedHashMap<>(recorded);
    here.put("java", "21");
    here.put("threads", 2);
    assertEquals(List.of(), NumberCheck.differences(recorded, here));
    here.put("threads", 4);
    assertEquals(List.of("threads: 2, here 4"), NumberCheck.differences(recorded, here));
  }

  @Test
  void aReportComesBackWithItsPictures() {
    byte[] png =
        epsilonlab.report.PngFiles.digit(
            new float[784], 2, epsilonlab.report.PngFiles.Ink.DARK_ON_LIGHT);
    List<ReportBlock> blocks =
        new ArrayList<>(
            List.of(
                new ReportBlock.Paragraph(RichText.marked("A **bold** word and $x_1$.")),
                new ReportBlock.Items(true, List.of(RichText.plain("one"), RichText.plain("two"))),
                new ReportBlock.Prediction("How many?", "3", "4", false, "You were 1 too low."),
                new ReportBlock.OwnWords("Why?", "Because.\nReally."),
                new ReportBlock.Picture(png, 28, "A digit", "Nothing on white")));
    ReportDocument report =
        new ReportDocument("Title", "Summary", List.of(new ReportSection("S", blocks)));
    ReportDocument read =
        CapsuleReport.of(CapsuleZips.small().withFiles(CapsuleReport.files(report))).orElseThrow();
    assertEquals(report.title(), read.title());
    assertEquals(blocks.subList(0, 4), read.sections().get(0).blocks().subList(0, 4));
    ReportBlock.Picture picture = (ReportBlock.Picture) read.sections().get(0).blocks().get(4);
    assertArrayEquals(png, picture.png());
    assertEquals("A digit", picture.caption());
  }

  @Test
  void tablesComeBackWithTheirNumbers() {
    Table table = new Table("name", "value").add("a", 0.25).add("b", null).add("c", 1e-12);
    ReportDocument report =
        new ReportDocument(
            "T", "", List.of(new ReportSection("S", List.of(new ReportBlock.Rows(table)))));
    ReportDocument read =
        CapsuleReport.of(CapsuleZips.small().withFiles(CapsuleReport.files(report))).orElseThrow();
    ReportBlock.Rows rows = (ReportBlock.Rows) read.sections().get(0).blocks().get(0);
    assertEquals(table.columns(), rows.table().columns());
    assertEquals(table.rows(), rows.table().rows());
    assertTrue(CapsuleReport.of(CapsuleZips.small()).isEmpty());
  }

  @Tag("full")
  @Test
  void aReportThatNobodyCouldOpenIsNotWritten() throws Exception {
    // 39.7 million pixels, of which ten are fewer than 400 million and eleven more
    BufferedImage large = new BufferedImage(6300, 6300, BufferedImage.TYPE_BYTE_BINARY);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(large, "png", png);
    List<ReportBlock> blocks = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      blocks.add(new ReportBlock.Picture(png.toByteArray(), 100, "large", "large"));
    }
    ReportDocument ten =
        new ReportDocument("T", "", List.of(new ReportSection("S", blocks.subList(0, 10))));
    Path file = folder.resolve("large.epsilab");
    CapsuleFile.write(file, CapsuleZips.small().withFiles(CapsuleReport.files(ten)));
    assertTrue(CapsuleReport.of(CapsuleFile.read(file)).isPresent());
    ReportDocument eleven = new ReportDocument("T", "", List.of(new ReportSection("S", blocks)));
    Path none = folder.resolve("none.epsilab");
    LabException refused =
        assertThrows(
            LabException.class,
            () ->
                CapsuleFile.write(
                    none, CapsuleZips.small().withFiles(CapsuleReport.files(eleven))));
    assertTrue(refused.getMessage().contains("more pictures"), refused.getMessage());
    assertFalse(Files.exists(none));
  }
}
