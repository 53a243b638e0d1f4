package epsilonlab.ui.theory.pca;

import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.plane.PlaneDrawing;
import epsilonlab.ui.Parts;
import epsilonlab.ui.SmallSwitch;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.PlanePane;
import epsilonlab.ui.theory.page.PageKit;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.Quantity;
import epsilonlab.ui.theory.page.ReadingTable;
import epsilonlab.ui.theory.page.Swatch;
import epsilonlab.ui.theory.page.TheoryPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Principal components: a direction to turn by hand, and the eigen-digits. */
public final class PcaPage implements TheoryPage {
  private static final double ARROW_STEP = 0.05;

  private final PageKit kit;
  private final PcaModel model;
  private final EigenDigitsModel digits;
  private final EigenDigitsPane pane;
  private final ObjectBinding<PlaneDrawing> points;
  private final StringBinding words;

  /** With the points and the direction of the last time. */
  public PcaPage(PageKit kit) {
    this.kit = kit;
    model = new PcaModel(kit.settings());
    digits = new EigenDigitsModel(kit.session());
    pane = new EigenDigitsPane(digits, kit);
    points =
        Bindings.createObjectBinding(
            () -> PcaDrawing.points(model.cloud().points().get(), model.state().get()),
            model.cloud().points(),
            model.state());
    words =
        Bindings.createStringBinding(
            () ->
                digits.shown().get()
                    ? PcaText.words(digits.digits().get(), digits.k())
                    : PcaText.words(model.state().get()),
            digits.shown(),
            digits.digits(),
            digits.kept().value(),
            model.state());
  }

  @Override
  public PageText text() {
    return PcaText.TEXT;
  }

  @Override
  public List<Node> controls() {
    SmallSwitch which =
        new SmallSwitch(
            digits.shown(),
            new SmallSwitch.Side("pca-plane-side", "plane", "Points of the plane, by hand."),
            new SmallSwitch.Side("pca-digits-side", "digits", "The eigen-digits of the data."));
    Node angle = kit.slider(model.angle());
    Button best =
        Parts.linkButton(
            Feather.ROTATE_CW,
            "Turn to the best",
            "Turns D to the first principal component.",
            model::turnToTheBest);
    best.setId("pca-best");
    Button reset =
        Parts.linkButton(
            Feather.ROTATE_CCW,
            "First points again",
            "Puts the points back where they were at the start.",
            model.cloud()::reset);
    reset.setId("pca-reset");
    Node kept = kit.slider(digits.kept());
    for (Node node : List.of(angle, best, reset)) {
      Parts.showIf(node, digits.shown().not());
    }
    Parts.showIf(kept, digits.shown());
    return List.of(new HBox(which), angle, best, reset, kept);
  }

  @Override
  public Region drawing() {
    Region plane = plane();
    Parts.showIf(plane, digits.shown().not());
    Region pixels = pane.node();
    Parts.showIf(pixels, digits.shown());
    return new StackPane(plane, pixels);
  }

  private Region plane() {
    PlanePane plane = kit.plane("pca-plane", points, ARROW_STEP);
    model.cloud().attach(plane, "pca-point", List.of(new DirectionHandle(model)));
    FigureView spread = kit.figure("pca-spread");
    model.state().subscribe(now -> spread.setFigure(PcaDrawing.spread(now)));
    VBox left =
        new VBox(
            kit.heading(
                "Points and a direction",
                List.of(
                    kit.legend(Swatch.line(PcaDrawing.TURNED, kit.theme()), "$D$"),
                    kit.legend(Swatch.line(PcaDrawing.BEST, kit.theme(), 6.0, 4.0), "best")),
                plane.view(),
                "points"),
            plane);
    VBox right = new VBox(kit.heading("‖XD‖ by angle", List.of(), spread, "spread"), spread);
    HBox both = new HBox(16, left, right);
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    right.setMinWidth(0);
    left.setPrefWidth(1);
    right.setPrefWidth(230);
    right.setMaxWidth(320);
    return both;
  }

  @Override
  public List<Node> readings() {
    ReadingTable table =
        new ReadingTable(
            kit.services(),
            kit.theme(),
            "pca",
            new ReadingTable.Column("yours", Swatch.disc(PcaDrawing.TURNED, kit.theme())),
            new ReadingTable.Column("best", Swatch.disc(PcaDrawing.BEST, kit.theme())));
    row(table, "pca-degrees", "Direction, degrees", 1, PcaState::degrees, PcaState::bestDegrees);
    row(table, "pca-spread-value", "$‖XD‖$", 3, PcaState::spread, PcaState::most);
    row(
        table,
        "pca-left-out",
        "Length left out",
        3,
        PcaState::error,
        now -> now.best().smallestError(1));
    row(
        table,
        "pca-pythagoras",
        "Squares, added",
        3,
        now -> now.spread() * now.spread() + now.error() * now.error(),
        now -> Math.pow(now.best().largestSpread(2), 2));
    Node plane = kit.card("In this drawing", List.of(table.menu()), table);
    Parts.showIf(plane, digits.shown().not());
    Node kept = keptCard();
    Parts.showIf(kept, digits.shown());
    return List.of(plane, kept);
  }

  private void row(
      ReadingTable table,
      String id,
      String name,
      int decimals,
      ToDoubleFunction<PcaState> yours,
      ToDoubleFunction<PcaState> best) {
    List<Label> cells = table.row(id, name);
    model
        .state()
        .subscribe(
            now -> {
              cells.get(0).setText(text(now, yours, decimals));
              cells.get(1).setText(text(now, best, decimals));
            });
  }

  private static String text(PcaState of, ToDoubleFunction<PcaState> number, int decimals) {
    return of == null ? "–" : Numbers.fixed(number.applyAsDouble(of), decimals);
  }

  private Node keptCard() {
    ReadingTable table =
        new ReadingTable(
            kit.services(), kit.theme(), "eigen-digits", new ReadingTable.Column("value", null));
    Label share = table.row("pca-share", "Variance kept").get(0);
    Label train = table.row("pca-train", "Error, training").get(0);
    Label test = table.row("pca-test", "Error, test").get(0);
    Label ninety = table.row("pca-ninety", "$k$ for 90 %").get(0);
    Label most = table.row("pca-ninety-five", "$k$ for 95 %").get(0);
    Runnable show =
        () -> {
          var now = digits.digits().get();
          int k = digits.k();
          share.setText(now == null ? "–" : Numbers.percent(now.share(k)));
          train.setText(now == null ? "–" : Numbers.fixed(now.trainError()[k], 5));
          test.setText(now == null ? "–" : Numbers.fixed(now.testError()[k], 5));
          ninety.setText(now == null ? "–" : "" + now.componentsFor(0.9));
          most.setText(now == null ? "–" : "" + now.componentsFor(0.95));
        };
    digits.digits().subscribe(any -> show.run());
    digits.kept().value().subscribe(any -> show.run());
    return kit.card("What $k$ components keep", List.of(table.menu()), table);
  }

  @Override
  public ObservableValue<String> words() {
    return words;
  }

  @Override
  public TabFacts facts() {
    return digits.facts();
  }

  @Override
  public Map<String, Quantity> sliders() {
    return Map.of("pca.components", digits.kept());
  }

  @Override
  public Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    if (!digits.shown().get()) {
      figures.put("points", points.get());
      figures.put("spread", PcaDrawing.spread(model.state().get()));
    }
    figures.putAll(pane.figures());
    return figures;
  }
}
