package epsilonlab.ui.theory.uniform;

import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.plane.PlaneDrawing;
import epsilonlab.theory.uniform.BiasJob;
import epsilonlab.theory.uniform.BiasSimulation;
import epsilonlab.theory.uniform.UniformLikelihood;
import epsilonlab.ui.Parts;
import epsilonlab.ui.ProgressPane;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.PlanePane;
import epsilonlab.ui.component.PointHandle;
import epsilonlab.ui.theory.page.PageKit;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.Quantity;
import epsilonlab.ui.theory.page.ReadingTable;
import epsilonlab.ui.theory.page.Swatch;
import epsilonlab.ui.theory.page.TheoryPage;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The likelihood over (a, b) with a guess to drag, and the bias by simulation. */
public final class UniformPage implements TheoryPage {
  private static final double ARROW_STEP = 0.02;

  private final PageKit kit;
  private final UniformModel model;
  private final ObservableValue<PlaneDrawing> surface;
  private final ObjectBinding<LineChart> bias;

  /** With the guess of the last time. */
  public UniformPage(PageKit kit) {
    this.kit = kit;
    model = new UniformModel(kit.session());
    surface = model.state().map(UniformDrawing::surface);
    bias =
        Bindings.createObjectBinding(
            () -> UniformDrawing.bias(model.bias().get(), model.state().get().n()),
            model.bias(),
            model.state());
  }

  @Override
  public PageText text() {
    return UniformText.TEXT;
  }

  @Override
  public List<Node> controls() {
    Button again =
        Parts.linkButton(
            Feather.REFRESH_CW, "Draw again", "Draws another sample.", model::drawAgain);
    again.setId("uniform-draw");
    Button best =
        Parts.linkButton(
            Feather.TARGET,
            "Guess the most likely",
            "Puts the guess on the smallest and the largest draw.",
            model::guessTheBest);
    best.setId("uniform-best");
    Button simulate = new Button();
    simulate.setId("uniform-simulate");
    simulate.setMaxWidth(Double.MAX_VALUE);
    simulate.setOnAction(event -> model.simulateOrStop());
    model
        .job()
        .running()
        .subscribe(
            running -> {
              simulate.setGraphic(new FontIcon(running ? Feather.X : Feather.PLAY));
              simulate.setText(running ? "Stop simulating" : "Simulate the bias");
              Parts.say(
                  simulate,
                  running
                      ? "Ends the simulation; sizes that are done stay."
                      : "Draws %,d samples of each of several sizes, also of the one above."
                          .formatted(BiasJob.USUAL_SAMPLES));
            });
    return List.of(kit.slider(model.count()), again, best, simulate, new ProgressPane(model.job()));
  }

  @Override
  public Region drawing() {
    PlanePane plane = kit.plane("uniform-plane", surface, ARROW_STEP);
    plane.setHandles(
        List.of(
            new PointHandle(
                "handle-guess",
                "The guess: a to the right, b upwards. Drag it or press the arrow keys.",
                model.guess())));
    plane.onGround((a, b) -> model.guess().set(new javafx.geometry.Point2D(a, b)), (a, b) -> {});
    FigureView chart = kit.figure("uniform-bias");
    bias.subscribe(chart::setFigure);
    VBox left =
        new VBox(
            kit.heading(
                "Likelihood of (a, b)",
                List.of(
                    kit.legend(Swatch.disc(UniformDrawing.BEST, kit.theme()), "most likely"),
                    kit.legend(Swatch.disc(UniformDrawing.TRUTH, kit.theme()), "truth")),
                plane.view(),
                "likelihood"),
            plane);
    VBox right = new VBox(kit.heading("Bias of the smallest", List.of(), chart, "bias"), chart);
    HBox both = new HBox(16, left, right);
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    left.setPrefWidth(1);
    right.setMinWidth(0);
    right.setPrefWidth(260);
    right.setMaxWidth(340);
    return both;
  }

  @Override
  public List<Node> readings() {
    ReadingTable ends =
        new ReadingTable(
            kit.services(),
            kit.theme(),
            "uniform-ends",
            new ReadingTable.Column("$a$", null),
            new ReadingTable.Column("$b$", null));
    row(ends, "uniform-truth", "Truth", state -> 0, state -> 1);
    row(
        ends,
        "uniform-likely",
        "Most likely",
        state -> state.likelihood().smallest(),
        state -> state.likelihood().largest());
    row(
        ends,
        "uniform-corrected",
        "Corrected",
        state -> state.likelihood().correctedSmallest(),
        state -> state.likelihood().correctedLargest());
    row(ends, "uniform-guess", "Your guess", UniformState::a, UniformState::b);
    ObservableValue<String> title = model.state().map(now -> "From " + now.n() + " draws");
    return List.of(kit.card(title, List.of(ends.menu()), ends), biasCard());
  }

  private void row(
      ReadingTable table,
      String id,
      String name,
      ToDoubleFunction<UniformState> a,
      ToDoubleFunction<UniformState> b) {
    List<Label> cells = table.row(id, name);
    model
        .state()
        .subscribe(
            now -> {
              cells.get(0).setText(Numbers.fixed(a.applyAsDouble(now), 3));
              cells.get(1).setText(Numbers.fixed(b.applyAsDouble(now), 3));
            });
  }

  private Node biasCard() {
    ReadingTable table =
        new ReadingTable(
            kit.services(),
            kit.theme(),
            "uniform-bias",
            new ReadingTable.Column("theory", null),
            new ReadingTable.Column("drawn", null));
    for (int n : List.of(2, 10, 50)) {
      List<Label> cells = table.row("uniform-bias-" + n, "$n$ = " + n);
      cells.get(0).setText(Numbers.fixed(UniformLikelihood.bias(0, 1, n), 4));
      model
          .bias()
          .subscribe(
              found ->
                  cells
                      .get(1)
                      .setText(
                          found.stream()
                              .filter(one -> one.n() == n)
                              .map(UniformPage::mean)
                              .findFirst()
                              .orElse("–")));
    }
    return kit.card("Bias at each end, truth [0, 1]", List.of(table.menu()), table);
  }

  private static String mean(BiasSimulation one) {
    return Numbers.fixed((one.smallest().mean() + one.largest().mean()) / 2, 4);
  }

  @Override
  public ObservableValue<String> words() {
    return model.state().map(UniformText::words);
  }

  @Override
  public TabFacts facts() {
    return model.facts();
  }

  @Override
  public Map<String, Quantity> sliders() {
    return Map.of("uniform.n", model.count());
  }

  @Override
  public Map<String, Figure> figures() {
    return Map.of("likelihood", surface.getValue(), "bias", bias.get());
  }
}
