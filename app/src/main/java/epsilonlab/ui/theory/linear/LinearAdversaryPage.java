package epsilonlab.ui.theory.linear;

import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.plane.PlaneDrawing;
import epsilonlab.theory.linear.MarginLoss;
import epsilonlab.ui.Parts;
import epsilonlab.ui.StyleClasses;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.component.PlanePane;
import epsilonlab.ui.component.PointHandle;
import epsilonlab.ui.theory.page.CaseTable;
import epsilonlab.ui.theory.page.PageKit;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.Quantity;
import epsilonlab.ui.theory.page.ReadingTable;
import epsilonlab.ui.theory.page.Swatch;
import epsilonlab.ui.theory.page.TheoryPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The linear adversary: two balls of the same size, and the worst point on each. */
public final class LinearAdversaryPage implements TheoryPage {
  private static final double ARROW_STEP = 0.05;
  private static final double NAMES = 10.6;

  private final PageKit kit;
  private final LinearAdversaryModel model;
  private final DigitBudgetsModel digits;
  private final ObservableValue<PlaneDrawing> drawing;

  /** With what was dragged the last time. */
  public LinearAdversaryPage(PageKit kit) {
    this.kit = kit;
    model = new LinearAdversaryModel(kit.settings());
    digits = new DigitBudgetsModel(kit.session());
    drawing = model.state().map(LinearDrawing::of);
  }

  @Override
  public PageText text() {
    return LinearAdversaryText.TEXT;
  }

  @Override
  public List<Node> controls() {
    List<Node> controls = new ArrayList<>();
    model.quantities().forEach(quantity -> controls.add(kit.slider(quantity)));
    ComboBox<MarginLoss> box =
        Parts.box(
            List.of(MarginLoss.values()),
            MarginLoss::title,
            "A loss that falls with the margin: all of them have the same worst point δ*.");
    box.setId("linear-loss");
    box.valueProperty().bindBidirectional(model.loss());
    MathLabel told = kit.mutedMaths("");
    model.state().subscribe(now -> told.setText(LinearAdversaryText.losses(now)));
    controls.add(new VBox(4, Parts.labelled(kit.theme(), "Loss $L(m)$", box), told));
    return controls;
  }

  @Override
  public Optional<Region> cases() {
    CaseTable table =
        new CaseTable(kit, NAMES, "worst change", "smallest budget that flips the answer");
    table.row(
        Swatch.square(LinearDrawing.LINF, kit.theme()),
        "$ℓ_∞$",
        "\\boldsymbol{\\delta}^* = -\\varepsilon\\,y\\,\\mathrm{sign}(\\mathbf{w})",
        "\\varepsilon^* = |\\mathbf{w}\\cdot\\mathbf{x}+b| \\,/\\, \\|\\mathbf{w}\\|_1");
    table.row(
        Swatch.circle(LinearDrawing.L2, kit.theme()),
        "$ℓ_2$",
        "\\boldsymbol{\\delta}^* = -\\varepsilon\\,y\\,\\mathbf{w} \\,/\\, \\|\\mathbf{w}\\|_2",
        "\\varepsilon^* = |\\mathbf{w}\\cdot\\mathbf{x}+b| \\,/\\, \\|\\mathbf{w}\\|_2");
    return Optional.of(table);
  }

  @Override
  public Region drawing() {
    PlanePane plane = kit.plane("linear-plane", drawing, ARROW_STEP);
    plane.setHandles(
        List.of(
            new PointHandle(
                "handle-x",
                "The point x: drag it, or move it with the arrow keys (Shift: further).",
                model.x()),
            new WeightsHandle(model),
            new BoundaryHandle(model)));
    return new VBox(
        kit.heading(
            "Two budgets of the same size",
            List.of(
                kit.legend(Swatch.square(LinearDrawing.LINF, kit.theme()), "square: $ℓ_∞$ ball"),
                kit.legend(Swatch.circle(LinearDrawing.L2, kit.theme()), "circle: $ℓ_2$ ball")),
            plane.view(),
            "linear-adversary"),
        plane);
  }

  @Override
  public List<Node> readings() {
    ReadingTable table =
        new ReadingTable(
            kit.services(),
            kit.theme(),
            "linear-adversary",
            new ReadingTable.Column("$ℓ_∞$", Swatch.square(LinearDrawing.LINF, kit.theme())),
            new ReadingTable.Column("$ℓ_2$", Swatch.circle(LinearDrawing.L2, kit.theme())));
    row(table, "dual", "$‖w‖$, dual norm", LinearState.Case::dualNorm);
    row(table, "before", "Margin at $x$", LinearState.Case::before);
    row(table, "after", "Worst, by formula", LinearState.Case::after);
    row(table, "ascent", "by gradient ascent", LinearState.Case::ascent);
    row(table, "smallest", "Smallest $ε$, formula", LinearState.Case::smallest);
    row(table, "bisection", "by bisection", LinearState.Case::bisection);
    ObservableValue<String> title =
        model.state().map(now -> "In this drawing, $ε$ = " + Numbers.fixed(now.epsilon(), 2));
    Node card = kit.card(title, List.of(table.menu()), table);
    return List.of(card, new DigitBudgetsCard(digits, kit).node());
  }

  private void row(
      ReadingTable table, String id, String name, Function<LinearState.Case, Double> number) {
    List<Label> cells = table.row(id, name);
    model
        .state()
        .subscribe(
            now -> {
              show(cells.get(0), number.apply(now.linf()));
              show(cells.get(1), number.apply(now.l2()));
            });
  }

  private static void show(Label cell, double number) {
    cell.setText(Double.isInfinite(number) ? "∞" : Numbers.fixed(number, 3));
    StyleClasses.set(cell, "danger-text", number < 0);
  }

  @Override
  public ObservableValue<String> words() {
    return model.state().map(LinearAdversaryText::words);
  }

  @Override
  public TabFacts facts() {
    return model.facts();
  }

  @Override
  public Map<String, Quantity> sliders() {
    return Map.of("linear.epsilon", model.epsilon());
  }

  @Override
  public Map<String, Figure> figures() {
    return Map.of("drawing", drawing.getValue());
  }
}
