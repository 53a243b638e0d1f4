package epsilonlab.ui.theory.regression;

import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.Parts;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MarkedChart;
import epsilonlab.ui.theory.page.PageKit;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.Quantity;
import epsilonlab.ui.theory.page.ReadingTable;
import epsilonlab.ui.theory.page.Swatch;
import epsilonlab.ui.theory.page.TheoryPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The path of the coefficients, and the worst change of the data beside it. */
public final class RegressionPage implements TheoryPage {
  private static final double STEP = 0.05;
  private static final double CHANGES = 212;

  private final PageKit kit;
  private final RegressionModel model;
  private final ObservableValue<LineChart> path;
  private final ObjectBinding<LineChart> marked;
  private final ObservableValue<Figure> worst;

  /** With the lambda of the last time. */
  public RegressionPage(PageKit kit) {
    this.kit = kit;
    model = new RegressionModel(kit.session());
    path = model.problem().map(RegressionFigures::path);
    marked =
        Bindings.createObjectBinding(
            () -> path.getValue() == null ? null : path.getValue().withMarker(model.lambda().get()),
            path,
            model.lambda().value());
    worst = model.state().map(RegressionFigures::worst);
  }

  @Override
  public PageText text() {
    return RegressionText.TEXT;
  }

  @Override
  public List<Node> controls() {
    Button again =
        Parts.linkButton(
            Feather.REFRESH_CW,
            "Draw other data",
            "Draws 20 new random rows with the same three features that matter.",
            model::drawAgain);
    again.setId("regression-again");
    Label about =
        new Label(
            "20 rows, 6 features: the first three have coefficients 2, −1.5 and 1, the other three"
                + " mean nothing.");
    about.getStyleClass().add("muted");
    about.setWrapText(true);
    about.setMinHeight(Region.USE_PREF_SIZE);
    return List.of(kit.slider(model.lambda()), about, again);
  }

  @Override
  public Region drawing() {
    FigureView chart = kit.figure("regression-path");
    marked.subscribe(chart::setFigure);
    MarkedChart draggable =
        new MarkedChart(
            chart,
            "Lambda, on the path of the coefficients",
            model.lambda()::set,
            steps -> model.lambda().set(model.lambda().get() + steps * STEP));
    draggable.setId("regression-chart");
    VBox.setVgrow(draggable, Priority.ALWAYS);
    FlowPane legend = new FlowPane(12, 0);
    legend.setColumnHalignment(HPos.LEFT);
    for (int j = 0; j < RegressionState.Problem.TRUTH.length; j++) {
      boolean matters = RegressionState.Problem.TRUTH[j] != 0;
      Double[] dash = matters ? new Double[0] : new Double[] {5.0, 4.0};
      legend
          .getChildren()
          .add(
              kit.legend(
                  Swatch.line(RegressionFigures.hue(j), kit.theme(), dash), "$β_" + (j + 1) + "$"));
    }
    VBox left =
        new VBox(
            kit.heading(
                "Coefficients against λ",
                List.of(kit.mutedMaths("drag the line")),
                chart,
                "lasso-path"),
            legend,
            draggable);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    FigureView changes = kit.figure("regression-worst");
    worst.subscribe(changes::setFigure);
    VBox right = new VBox(kit.heading("The worst Z", List.of(), changes, "worst-change"), changes);
    right.setMinWidth(CHANGES);
    right.setPrefWidth(CHANGES);
    right.setMaxWidth(CHANGES);
    HBox both = new HBox(24, left, right);
    both.setMinWidth(0);
    return both;
  }

  @Override
  public List<Node> readings() {
    ReadingTable table =
        new ReadingTable(
            kit.services(), kit.theme(), "robust-regression", new ReadingTable.Column("", null));
    row(table, "residual", "Residual $‖y − Xβ‖$", s -> Numbers.fixed(s.residual(), 6));
    row(table, "lasso", "plus $λ‖β‖_1$, formula", s -> Numbers.fixed(s.lasso(), 6));
    row(table, "attained", "with the worst $Z$", s -> Numbers.fixed(s.attained(), 6));
    row(table, "ascent", "by gradient ascent", s -> Numbers.fixed(s.ascent(), 6));
    row(
        table,
        "random",
        "best of " + RegressionState.TRIES + " random $Z$",
        s -> Numbers.fixed(s.random(), 6));
    ObservableValue<String> title =
        model.lambda().value().map(now -> "At $λ$ = " + Numbers.fixed(now.doubleValue(), 2));
    Label used = Parts.label("", "key-number");
    used.setId("regression-used");
    Label betas = new Label();
    betas.setId("regression-betas");
    betas.getStyleClass().add("muted");
    betas.setWrapText(true);
    betas.setMinHeight(Region.USE_PREF_SIZE);
    model
        .state()
        .subscribe(
            now -> {
              used.setText(now == null ? "–" : now.used() + " of " + now.beta().length);
              betas.setText(now == null ? "" : betas(now));
            });
    return List.of(
        kit.card(title, List.of(table.menu()), table),
        kit.card("Coefficients that are not 0", used, betas));
  }

  private static String betas(RegressionState state) {
    StringBuilder out = new StringBuilder();
    for (int j = 0; j < state.beta().length; j++) {
      out.append(j == 0 ? "" : ",  ")
          .append(RegressionFigures.name(j))
          // a number stays beside its name
          .append("\u00a0=\u00a0")
          .append(state.beta()[j] == 0 ? "0" : Numbers.fixed(state.beta()[j], 2));
    }
    return out.toString();
  }

  private void row(
      ReadingTable table, String id, String name, Function<RegressionState, String> text) {
    Label cell = table.row("regression-" + id, name).get(0);
    model.state().subscribe(now -> cell.setText(now == null ? "–" : text.apply(now)));
  }

  @Override
  public ObservableValue<String> words() {
    return model.state().map(RegressionText::words).orElse("");
  }

  @Override
  public TabFacts facts() {
    return model.facts();
  }

  @Override
  public Map<String, Quantity> sliders() {
    return Map.of("regression.lambda", model.lambda());
  }

  @Override
  public Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    if (marked.get() != null && worst.getValue() != null) {
      figures.put("path", marked.get());
      figures.put("worst-change", worst.getValue());
    }
    return figures;
  }
}
