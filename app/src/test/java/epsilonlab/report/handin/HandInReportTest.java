package epsilonlab.report.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.CurveChart;
import epsilonlab.report.PngFiles;
import epsilonlab.report.Table;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTheme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** The same report as PDF, HTML and Markdown, each read back by another program than it wrote. */
class HandInReportTest {
  private static final String SCRIPT =
      "<script>alert('x')</script><img src=http://evil.example/x onerror=alert(1)>";

  @TempDir Path folder;

  private static Figure chart() {
    return CurveChart.of(
        List.of(
            new CurveChart.Line(
                "lenet, fgsm",
                "lenet",
                0,
                new double[] {0, 0.1, 0.2, 0.3},
                new double[] {0.98, 0.8, 0.3, 0.05})),
        0.3,
        Double.NaN,
        null);
  }

  private static byte[] png() {
    float[] pixels = new float[784];
    for (int i = 0; i < 784; i++) {
      pixels[i] = i % 28 == i / 28 ? 1 : 0;
    }
    return PngFiles.digit(pixels, 4, PngFiles.Ink.DARK_ON_LIGHT);
  }

  private static ReportDocument report() {
    Table table =
        new Table("ε", "accuracy", "words").add(0.1, 0.921, "fine | so").add(0.2, null, "—");
    return new ReportDocument(
        "Lesson 1: One digit, one step",
        "Ada Lovelace. A digit is changed a little.",
        List.of(
            new ReportSection(
                "Letters: ε δ α σ λ ∞ ℓ ≤ → − “so” Привет",
                List.of(
                    new ReportBlock.Paragraph(
                        RichText.marked("A **bold** word, $x*$ and $ℓ_2$ with ε = 0.3.")),
                    new ReportBlock.Items(false, List.of(RichText.plain("first point"))),
                    new ReportBlock.Items(true, List.of(RichText.plain("numbered point"))),
                    new ReportBlock.Formula(
                        "\\max_{\\|\\delta\\|_\\infty \\le \\varepsilon} L(x + \\delta, y)"))),
            new ReportSection(
                "Figures",
                List.of(
                    new ReportBlock.Drawing(chart(), 560, "Accuracy against ε"),
                    new ReportBlock.Picture(png(), 56, "A line", "Dark line on white"),
                    new ReportBlock.Rows(table))),
            new ReportSection(
                "Guesses",
                List.of(
                    new ReportBlock.Prediction(
                        "How many?", "30 %", "21.4 %", false, "You were 8.6 points too high."),
                    new ReportBlock.OwnWords("Why?", "Because.\n\n" + SCRIPT)))));
  }

  private static String text(PDDocument pdf) throws IOException {
    return new PDFTextStripper().getText(pdf);
  }

  @Test
  void aPdfHasItsWordsFiguresAndFonts() throws IOException {
    Path file = folder.resolve("report.pdf");
    HandInReport.write(file, report());
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      String words = text(pdf);
      for (String part :
          List.of(
              "Lesson 1: One digit, one step",
              "Ada Lovelace",
              "ε δ α σ λ ∞ ℓ ≤ → − “so” Привет",
              "A bold word",
              "numbered point",
              "Accuracy against ε",
              "0.921",
              "Predicted: 30 %",
              "Found: 21.4 %",
              "Because.",
              "1 / ")) {
        assertTrue(words.contains(part), part + " in " + words);
      }
      // the chart is text and shapes: its axis can be read
      assertTrue(words.contains("lenet, fgsm"), words);
      assertEquals("Lesson 1: One digit, one step", pdf.getDocumentInformation().getTitle());
      assertFontsAreInside(pdf);
      int pictures = 0;
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getXObjectNames()) {
          pictures += page.getResources().isImageXObject(name) ? 1 : 0;
        }
      }
      // the formula and the digit; the chart is drawn
      assertEquals(2, pictures);
      List<String> bookmarks = new ArrayList<>();
      pdf.getDocumentCatalog()
          .getDocumentOutline()
          .children()
          .forEach(item -> bookmarks.add(item.getTitle()));
      assertEquals(3, bookmarks.size());
    }
  }

  private static void assertFontsAreInside(PDDocument pdf) throws IOException {
    int fonts = 0;
    for (PDPage page : pdf.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        assertTrue(font.isEmbedded(), font.getName());
        fonts++;
      }
    }
    assertTrue(fonts >= 4, fonts + " fonts");
  }

  @Test
  void aPageIsPainted() throws IOException {
    Path file = folder.resolve("report.pdf");
    HandInReport.write(file, report());
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 72);
      // the line of lenet, Okabe-Ito blue, is somewhere below the formula
      int blue = 0;
      for (int y = 0; y < page.getHeight(); y++) {
        for (int x = 0; x < page.getWidth(); x++) {
          int rgb = page.getRGB(x, y) & 0xffffff;
          blue += near(rgb, 0x0072b2) ? 1 : 0;
        }
      }
      assertTrue(blue > 100, blue + " blue pixels");
    }
  }

  private static boolean near(int rgb, int wanted) {
    int distance = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      distance += Math.abs((rgb >> shift & 255) - (wanted >> shift & 255));
    }
    return distance < 60;
  }

  @Test
  void aLongReportHasManyPagesAndLosesNothing() throws IOException {
    Table table = new Table("number", "square");
    for (int i = 0; i < 300; i++) {
      table.add(i, i * i);
    }
    String word = "unbreakable".repeat(40);
    ReportDocument longOne =
        new ReportDocument(
            "Long",
            "",
            List.of(
                new ReportSection("Table", List.of(new ReportBlock.Rows(table))),
                new ReportSection(
                    "Words",
                    List.of(
                        new ReportBlock.Paragraph(RichText.plain(word)),
                        new ReportBlock.OwnWords("Ask", "line\n".repeat(200)),
                        new ReportBlock.Drawing(chart(), 5000, "Too wide for any page")))));
    Path file = folder.resolve("long.pdf");
    HandInReport.write(file, longOne);
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      String words = text(pdf);
      assertTrue(pdf.getNumberOfPages() > 8, pdf.getNumberOfPages() + " pages");
      for (int i = 0; i < 300; i++) {
        assertTrue(words.contains(i + " " + i * i), i + " is missing");
      }
      assertEquals(200, words.lines().filter(line -> line.strip().equals("line")).count());
      assertTrue(words.replaceAll("\\s", "").contains(word), "letters were lost");
      // the head of the table on each of its pages
      long heads = words.lines().filter(line -> line.strip().equals("number square")).count();
      assertTrue(heads >= 6, heads + " heads");
    }
  }

  @Test
  void htmlFetchesAndRunsNothing() throws Exception {
    Path file = folder.resolve("report.html");
    HandInReport.write(file, report());
    String page = Files.readString(file);
    org.w3c.dom.Document parsed = parse(page);
    assertEquals(0, parsed.getElementsByTagName("script").getLength());
    assertEquals(0, parsed.getElementsByTagName("link").getLength());
    assertEquals(0, parsed.getElementsByTagName("a").getLength());
    var images = parsed.getElementsByTagName("img");
    assertEquals(3, images.getLength(), "formula, chart, digit");
    for (int i = 0; i < images.getLength(); i++) {
      var image = (org.w3c.dom.Element) images.item(i);
      assertTrue(image.getAttribute("src").startsWith("data:image/"), "inside");
      assertFalse(image.getAttribute("alt").isBlank(), "described");
    }
    var all = parsed.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      var attributes = all.item(i).getAttributes();
      for (int a = 0; a < attributes.getLength(); a++) {
        String name = attributes.item(a).getNodeName();
        assertFalse(name.startsWith("on") || name.equals("href"), name);
      }
    }
    assertFalse(page.contains("url(") || page.contains("@import"), "no style from elsewhere");
    String words = parsed.getDocumentElement().getTextContent();
    assertTrue(words.contains(SCRIPT), "a student's words are words");
    assertTrue(words.contains("ℓ2 with ε = 0.3") && words.contains("21.4 %"), words);
    assertTrue(page.contains("prefers-color-scheme:dark"));
  }

  /** As XML, which is stricter than any browser; the few tags that HTML leaves open are closed. */
  private static org.w3c.dom.Document parse(String page) throws Exception {
    String xml =
        page.replaceFirst("<!DOCTYPE html>", "").replaceAll("<(meta|img)([^>]*[^/])>", "<$1$2/>");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void markdownShowsItsPicturesAndHoldsNoHtml() throws IOException {
    Path file = folder.resolve("my report.md");
    HandInReport.write(file, report());
    String text = Files.readString(file);
    List<String> pictures = new ArrayList<>();
    List<String> html = new ArrayList<>();
    Node parsed =
        Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(text);
    parsed.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Image image) {
            pictures.add(image.getDestination().replace("%20", " "));
          }

          @Override
          public void visit(Link link) {
            throw new AssertionError("a link to " + link.getDestination());
          }

          @Override
          public void visit(HtmlInline tag) {
            html.add(tag.getLiteral());
          }

          @Override
          public void visit(HtmlBlock block) {
            html.add(block.getLiteral());
          }
        });
    assertEquals(3, pictures.size());
    for (String picture : pictures) {
      assertTrue(Files.size(folder.resolve(picture)) > 100, picture);
    }
    assertEquals(List.of("<sub>", "</sub>"), html, "a subscript and nothing of the student's");
    assertTrue(text.contains("# Lesson 1: One digit, one step\n"));
    assertTrue(text.contains("| 30 % | 21.4 % |"), text);
  }

  @Test
  void hostileTitlesAreEscapedEverywhere() throws Exception {
    ReportDocument hostile =
        new ReportDocument(
            SCRIPT,
            SCRIPT,
            List.of(
                new ReportSection(
                    SCRIPT,
                    List.of(
                        new ReportBlock.Paragraph(RichText.plain("# " + SCRIPT)),
                        new ReportBlock.Picture(png(), 56, SCRIPT, SCRIPT + "\" onload=\"x"),
                        new ReportBlock.Rows(new Table(SCRIPT).add(SCRIPT)),
                        new ReportBlock.Prediction(SCRIPT, SCRIPT, SCRIPT, true, SCRIPT),
                        new ReportBlock.Formula("\\includegraphics{/etc/passwd}"),
                        new ReportBlock.Formula("\\frac{" + SCRIPT)))));
    String page = HtmlReport.text(hostile);
    org.w3c.dom.Document parsed = parse(page);
    assertEquals(0, parsed.getElementsByTagName("script").getLength());
    for (int i = 0; i < parsed.getElementsByTagName("img").getLength(); i++) {
      var image = (org.w3c.dom.Element) parsed.getElementsByTagName("img").item(i);
      assertTrue(image.getAttribute("src").startsWith("data:image/png;base64,"));
      assertFalse(image.hasAttribute("onload"));
    }
    String text = MarkdownHandIn.of(hostile, "x-files").text();
    Matcher tag = Pattern.compile("(?<!\\\\)<[a-zA-Z/]").matcher(text);
    assertFalse(tag.find(), text);
    HandInReport.write(folder.resolve("x.pdf"), hostile);
  }

  @Test
  void otherEndingsAndPlacesAreRefused() {
    LabException ending =
        assertThrows(
            LabException.class, () -> HandInReport.write(folder.resolve("report.docx"), report()));
    assertTrue(ending.getMessage().contains(".pdf"), ending.getMessage());
    assertThrows(
        LabException.class, () -> HandInReport.write(Path.of("/proc/none/report.html"), report()));
  }

  @Test
  void collectedItemsKeepTheirSettings() {
    ReportDocument report =
        CollectedReport.of(
            "My report",
            new Byline(" Ada Lovelace ", LocalDate.of(2026, 3, 1)),
            Map.of("seed", 7),
            Optional.empty(),
            List.of(
                CollectedReport.Item.of("Curve", "Falls.", Map.of("ε", 0.3), chart(), 480),
                CollectedReport.Item.of("Numbers", "As a table.", Map.of(), chart().toTable())));
    String page = HtmlReport.text(report);
    for (String part :
        List.of("My report", "Ada Lovelace, 1 March 2026", "Curve", "Falls.", "0.3", "seed")) {
      assertTrue(page.contains(part), part);
    }
    assertEquals(3, report.sections().size());
    ReportBlock.Rows numbers = (ReportBlock.Rows) report.sections().get(1).blocks().get(1);
    assertEquals(chart().toTable().header(), numbers.table().columns());
    assertEquals(chart().toTable().rows(), numbers.table().rows());
  }

  private static List<ReportBlock> lines(int count) {
    List<ReportBlock> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      blocks.add(new ReportBlock.Paragraph(RichText.plain("line " + i)));
    }
    return blocks;
  }

  /** The words of each page of a report with one section. */
  private List<String> pages(List<ReportBlock> blocks) throws IOException {
    Path file = folder.resolve("pages.pdf");
    HandInReport.write(
        file, new ReportDocument("Pages", "", List.of(new ReportSection("Section", blocks))));
    List<String> pages = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      for (int i = 1; i <= pdf.getNumberOfPages(); i++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(i);
        stripper.setEndPage(i);
        pages.add(stripper.getText(pdf));
      }
    }
    return pages;
  }

  @Test
  void textBehindAFigureFillsThePageThatTheFigureDoesNotFit() throws IOException {
    // 30 lines of about 20 points leave less than three quarters of a figure of 240 points
    List<ReportBlock> blocks = new ArrayList<>(lines(30));
    blocks.add(new ReportBlock.Drawing(chart(), 560, "the first figure"));
    blocks.add(new ReportBlock.Drawing(chart(), 560, "the second figure"));
    blocks.add(new ReportBlock.Paragraph(RichText.plain("behind both")));
    List<String> pages = pages(blocks);
    assertEquals(2, pages.size());
    assertTrue(pages.get(0).contains("behind both"), pages.get(0));
    assertFalse(pages.get(0).contains("figure"), pages.get(0));
    assertTrue(
        pages.get(1).indexOf("first figure") < pages.get(1).indexOf("second figure"), pages.get(1));
  }

  @Test
  void aFigureThatNearlyFitsIsMadeSmaller() throws IOException {
    double whole = chart().preferredHeight(560, FigureTheme.LIGHT) * 0.75;
    for (double part : new double[] {0.8, 0.6}) {
      // title, heading and lines leave this part of what the figure needs
      int count = (int) ((PdfPages.HEIGHT - 60 - 25 - part * whole) / 20.2);
      List<ReportBlock> blocks = new ArrayList<>(lines(count));
      blocks.add(new ReportBlock.Drawing(chart(), 560, "the figure"));
      assertEquals(part > 0.75, pages(blocks).get(0).contains("the figure"), part + " of it");
    }
  }

  @Test
  void aShortTableStandsOnOnePageWithItsHeading() throws IOException {
    Table table = new Table("number", "square");
    for (int i = 1; i <= 12; i++) {
      table.add("row " + i, i * i);
    }
    // 31 lines of about 20 points leave room for the head and two rows, not for twelve
    List<ReportBlock> blocks = new ArrayList<>(lines(31));
    blocks.add(new ReportBlock.Rows(table));
    List<String> pages = pages(blocks);
    assertEquals(2, pages.size());
    assertFalse(pages.get(0).contains("square"), pages.get(0));
    for (String part : List.of("number square", "row 1 1", "row 12 144")) {
      assertTrue(pages.get(1).contains(part), pages.get(1));
    }
  }

  @Test
  void anAccuracyChartHasItsNumbersBelow() throws IOException {
    Figure chart =
        CurveChart.of(
            List.of(
                new CurveChart.Line(
                    "one", "lenet", 0, new double[] {0, 0.1, 0.2}, new double[] {0.9, 0.5, 0.1}),
                new CurveChart.Line(
                    "two", "lenet", 1, new double[] {0, 0.2}, new double[] {0.8, 0.3})),
            0.2,
            Double.NaN,
            null);
    List<ReportBlock> blocks = new ReportBlock.Drawing(chart, 560, "Falls.").withNumbers();
    Table numbers = ((ReportBlock.Rows) blocks.get(1)).table();
    assertEquals(List.of("ε", "one", "two"), numbers.columns());
    assertEquals(
        List.of(List.of(0.0, 0.9, 0.8), Arrays.asList(0.1, 0.5, null), List.of(0.2, 0.1, 0.3)),
        numbers.rows());
    // its title above the axis, and the one below the other axis
    assertTrue(pages(blocks).get(0).lines().anyMatch(line -> line.strip().equals("accuracy")));
    assertTrue(pages(blocks).get(0).lines().anyMatch(line -> line.strip().equals("ε")));
  }

  @Test
  void networksAreListedWithTheirLayers() {
    ModelCard card =
        new ModelCard("mine", "lenet", "mnist", "Adam", 0, 0.9891, null, Instant.EPOCH, Map.of());
    ReportSection section =
        NetworksUsed.section(
                List.of(
                    new ModelEntry("mine", card, Path.of("mine"), "0123456789abcdef".repeat(4)),
                    new ModelEntry(
                        "other",
                        card.withName("other").withAccuracies(null, null),
                        Path.of("other"),
                        "f".repeat(64))))
            .orElseThrow();
    Table models = ((ReportBlock.Rows) section.blocks().get(0)).table();
    assertEquals("98.9 %", models.rows().get(0).get(4));
    assertEquals("not measured", models.rows().get(1).get(4));
    assertEquals(3, section.blocks().size(), "the layers of a kind of network once");
    Table layers = ((ReportBlock.Rows) section.blocks().get(2)).table();
    // 10 kernels of 5 x 5 and 10 biases, without padding; and so on
    assertEquals(List.of("convolution 5 × 5", "10 × 24 × 24", 10L * 25 + 10), layers.rows().get(0));
    assertEquals(List.of("max pooling 2 × 2", "10 × 12 × 12", 0L), layers.rows().get(1));
    assertEquals(
        List.of("convolution 5 × 5", "20 × 8 × 8", 20L * 10 * 25 + 20), layers.rows().get(3));
    assertEquals(List.of("flatten", "320", 0L), layers.rows().get(7));
    assertEquals(List.of("linear", "10", 50L * 10 + 10), layers.rows().get(11));
    String words = ((ReportBlock.Paragraph) section.blocks().get(1)).text().words();
    assertTrue(words.contains("21,840 parameters"), words);
    assertTrue(NetworksUsed.section(List.of()).isEmpty());
  }

  @Test
  void markedTextHasItsStyles() {
    RichText text = RichText.marked("a **b $x_1$** c ** d");
    assertEquals(
        List.of(
            new RichText.Run("a ", RichText.Style.PLAIN),
            new RichText.Run("b ", RichText.Style.BOLD),
            new RichText.Run("x", RichText.Style.SYMBOL),
            new RichText.Run("1", RichText.Style.SUBSCRIPT),
            new RichText.Run(" c ", RichText.Style.PLAIN),
            new RichText.Run("** d", RichText.Style.PLAIN)),
        text.runs());
  }
}
