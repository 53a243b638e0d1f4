package epsilonlab.ui.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.lesson.fact.Facts;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.ProbabilityBars;
import epsilonlab.report.handin.Byline;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.report.handin.ReportDocument;
import epsilonlab.report.handin.ReportSection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTrayTest {
  private int added;
  private Set<String> asked;
  private final ReportTray tray =
      new ReportTray(
          () -> "Attack",
          () ->
              Facts.of(
                  Map.of(
                      "lab.seed", 7, "attack.epsilon", 0.1, "attack.after", 3, "train.epochs", 5)),
          () -> Optional.of("id-of-" + added),
          models -> {
            asked = models;
            return new ReportFrame(Byline.today(), Map.of("computed by", "CPU"), Optional.empty());
          },
          () -> added++);

  private void fill() {
    tray.figure(
        "probabilities", new ProbabilityBars(new double[10], new double[10], 0, List.of()), 300);
    tray.table("size-of-the-change", new FigureTable(List.of("a"), List.of(List.of(1.5))));
  }

  @Test
  void itemsComeWithTheSettingsOfTheirTab() {
    fill();
    assertEquals(2, added);
    tray.items().get(0).caption().set("Before and after");
    ReportDocument report = tray.document();
    assertEquals(Set.of("id-of-0", "id-of-1"), asked, "the models in use when each was added");
    // the two and the environment
    assertEquals(3, report.sections().size());
    ReportBlock.Drawing drawing = (ReportBlock.Drawing) report.sections().get(0).blocks().get(0);
    assertEquals("Before and after", drawing.caption());
    assertEquals(300, drawing.width());
    ReportBlock.Rows vectors = (ReportBlock.Rows) report.sections().get(0).blocks().get(1);
    assertEquals(List.of("class", "before", "after"), vectors.table().columns());
    assertEquals(10, vectors.table().rows().size());
    ReportBlock.Rows set = (ReportBlock.Rows) report.sections().get(0).blocks().get(2);
    assertEquals(
        List.of(
            List.of("seed of everything random", "7"),
            List.of("largest change of a pixel ε", "0.10")),
        set.table().rows(),
        "not what was computed, nor another tab's");
    ReportBlock.Paragraph words = (ReportBlock.Paragraph) report.sections().get(1).blocks().get(0);
    assertEquals("Size of the change", words.text().words());
    ReportBlock.Rows table = (ReportBlock.Rows) report.sections().get(1).blocks().get(1);
    assertEquals(List.of(List.of(1.5)), table.table().rows());
    assertTrue(report.sections().get(1).title().contains("Attack"));
  }

  @Test
  void settingsAreInTheWordsOfTheWindow() {
    Facts facts =
        Facts.of(
            Map.of(
                "lab.dataset", "mnist",
                "attack.class", 7,
                "attack.only_correct", true,
                "attack.attack", "iterated-fgsm",
                "attack.steps", 5,
                "attack.step_size", 0,
                "attack.target", -1));
    ReportBlock.Rows rows = (ReportBlock.Rows) ReportItem.settingsTable("Attack", facts);
    assertEquals(
        List.of(
            List.of("data set", "MNIST"),
            List.of("attack", "FGSM, several steps"),
            List.of("number of steps k", "5"),
            List.of("size of one step α", "the attack’s own choice"),
            List.of("target class", "none")),
        rows.table().rows());
    Facts others = Facts.of(Map.of("attack.step_size", 0.02, "attack.target", 3));
    assertEquals(
        List.of(List.of("size of one step α", "0.0200"), List.of("target class", "3")),
        ((ReportBlock.Rows) ReportItem.settingsTable("Attack", others)).table().rows());
  }

  @Test
  void theTitleOfAReportStandsOnce() {
    ReportSection section = new ReportSection("The Attack tab", List.of());
    ReportDocument none = new ReportDocument("Report", "", "", List.of());
    ReportDocument alone = WindowReport.with(section, none, false);
    assertEquals("The Attack tab", alone.title());
    assertEquals("Figures and settings", alone.sections().get(0).title());
    ReportDocument named = WindowReport.with(section, none, true);
    assertEquals("Report", named.title());
    assertEquals("The Attack tab", named.sections().get(0).title());
  }

  @Test
  void itemsAreMovedAndRemoved() {
    fill();
    ReportItem first = tray.items().get(0);
    tray.move(first, 1);
    assertEquals(first, tray.items().get(1));
    tray.move(first, 1);
    assertEquals(first, tray.items().get(1), "it is the last one already");
    tray.remove(first);
    assertEquals(2, tray.document().sections().size());
    tray.title().set("  ");
    assertEquals("Report", tray.document().title());
  }
}
