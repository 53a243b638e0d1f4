package epsilonlab.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.lesson.fact.Facts;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FormulaFigure;
import epsilonlab.report.handin.Byline;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.report.handin.ReportDocument;
import epsilonlab.report.handin.ReportSection;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.Repeatable;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.report.ReportFrame;
import epsilonlab.ui.report.ReportTray;
import epsilonlab.ui.state.BoardLab;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.Ikon;

/** What a capsule of the window is told, and what not while answers are covered. */
class ShownInWindowTest {
  private final QueuedFx fx = new QueuedFx();
  private final LabServices services = SessionServices.with(fx, new TestDialogs());
  private final BoardLab lab = new BoardLab(services.session());
  private final ReportTray tray =
      new ReportTray(
          () -> "Attack",
          () -> Facts.of(Map.of()),
          Optional::empty,
          models -> new ReportFrame(Byline.today(), Map.of("seed", "0"), Optional.empty()),
          () -> {});
  private Set<String> covered = Set.of();
  private Optional<Callable<ReportDocument>> lesson = Optional.empty();
  private final ShownInWindow shown =
      new ShownInWindow(() -> Optional.of(new Attack()), lab, () -> lesson, tray, () -> covered);

  @AfterEach
  void end() {
    services.close();
  }

  private List<String> captions() throws Exception {
    return shown.report().orElseThrow().call().sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(ReportBlock.Drawing.class::isInstance)
        .map(block -> ((ReportBlock.Drawing) block).caption())
        .toList();
  }

  private List<String> headings() throws Exception {
    return shown.report().orElseThrow().call().sections().stream()
        .map(ReportSection::title)
        .toList();
  }

  @Test
  void allThatCanBeSeen() throws Exception {
    assertEquals(1, shown.results().size());
    assertEquals(
        List.of("The probabilities before and after.", "The accuracy against ε."), captions());
  }

  @Test
  void whatIsCoveredIsNotTold() throws Exception {
    covered = Set.of("attack.curve");
    assertEquals(List.of(), shown.results(), "the numbers would give it away");
    assertEquals(List.of("The probabilities before and after."), captions());
    covered = Set.of("attack.curve", "attack.probabilities");
    assertTrue(shown.report().isEmpty(), "there is nothing to tell");
  }

  @Test
  void aLessonsReportSaysItsSettingsOnce() throws Exception {
    tray.figure("curve", new FormulaFigure(List.of("x")), 300);
    ReportDocument answers =
        new ReportDocument("Lesson 1", "", List.of(new ReportSection("Settings", List.of())));
    lesson = Optional.of(() -> answers);
    List<String> headings = headings();
    assertEquals("Settings", headings.get(0));
    assertEquals("The Attack tab", headings.get(1));
    assertEquals(3, headings.size(), headings.toString());
    lesson = Optional.empty();
    assertEquals("Environment", headings().get(2), "which otherwise stands at the end");
  }

  /** A tab with two figures and a result. */
  private static final class Attack implements LabTab {
    @Override
    public String id() {
      return "attack";
    }

    @Override
    public String title() {
      return "Attack";
    }

    @Override
    public Ikon icon() {
      throw new AssertionError("nobody looks");
    }

    @Override
    public boolean usesModel() {
      return true;
    }

    @Override
    public Node content() {
      throw new AssertionError("nobody looks");
    }

    @Override
    public TabParts parts() {
      return new TabParts()
          .shows("attack.probabilities", () -> figure("before"))
          .shows("attack.curve", () -> figure("curve"));
    }

    private static Figure figure(String what) {
      return new FormulaFigure(List.of(what));
    }

    @Override
    public List<Repeatable> results() {
      return List.of(Repeatable.of("attack", 0, Map.of("fooled", true)));
    }
  }
}
