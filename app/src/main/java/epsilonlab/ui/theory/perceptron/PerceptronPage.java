package epsilonlab.ui.theory.perceptron;

import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.plane.PlaneDrawing;
import epsilonlab.ui.Parts;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MarkedChart;
import epsilonlab.ui.component.PlanePane;
import epsilonlab.ui.theory.page.PageKit;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.ReadingTable;
import epsilonlab.ui.theory.page.Swatch;
import epsilonlab.ui.theory.page.TheoryPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The perceptron on points that the student places, mistake by mistake. */
public final class PerceptronPage implements TheoryPage {
  private static final double ARROW_STEP = 0.05;
  private static final Duration PACE = Duration.millis(250);

  private final PageKit kit;
  private final PerceptronModel model;
  private final ObjectBinding<PlaneDrawing> plane;
  private final ObjectBinding<LineChart> curves;
  private final Timeline player;

  /** With the points that were placed the last time. */
  public PerceptronPage(PageKit kit) {
    this.kit = kit;
    model = new PerceptronModel(kit.session());
    plane =
        Bindings.createObjectBinding(
            () ->
                PerceptronFigures.plane(
                    model.cloud().points().get(), model.run().get(), model.step().get()),
            model.cloud().points(),
            model.run(),
            model.step());
    curves =
        Bindings.createObjectBinding(
            () ->
                model.run().get() == null
                    ? null
                    : PerceptronFigures.curves(model.run().get(), model.step().get()),
            model.run(),
            model.step());
    player = new Timeline(new KeyFrame(PACE, event -> advance()));
    player.setCycleCount(Animation.INDEFINITE);
  }

  private void advance() {
    model.move(1);
    if (model.isAtEnd()) {
      player.stop();
    }
  }

  private void playOrPause() {
    if (player.getStatus() == Animation.Status.RUNNING) {
      player.stop();
    } else {
      if (model.isAtEnd()) {
        model.step().set(0);
      }
      player.play();
    }
  }

  @Override
  public PageText text() {
    return PerceptronText.TEXT;
  }

  @Override
  public List<Node> controls() {
    Label count = Parts.label("", "value");
    count.setId("perceptron-step");
    model.step().subscribe(now -> count.setText(now.toString()));
    HBox after = new HBox(kit.mutedMaths("After mistake $k$"), Parts.spring(), count);
    after.setAlignment(Pos.CENTER_LEFT);
    Button first =
        step("perceptron-first", Feather.SKIP_BACK, "The weights at the start, 0.", -1_000_000);
    Button back = step("perceptron-back", Feather.CHEVRON_LEFT, "One mistake back.", -1);
    Button next = step("perceptron-next", Feather.CHEVRON_RIGHT, "The next mistake.", 1);
    Button play = new Button("Run", new FontIcon(Feather.PLAY));
    play.setId("perceptron-play");
    play.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(play, Priority.ALWAYS);
    Parts.say(play, "Goes through the mistakes, four a second, or stops there.");
    play.setAccessibleText("Run");
    play.setOnAction(event -> playOrPause());
    player
        .statusProperty()
        .subscribe(
            now -> {
              boolean running = now == Animation.Status.RUNNING;
              play.setText(running ? "Pause" : "Run");
              play.setGraphic(new FontIcon(running ? Feather.PAUSE : Feather.PLAY));
            });
    CheckBox biased = new CheckBox("with a bias b");
    biased.setId("perceptron-bias");
    biased.selectedProperty().bindBidirectional(model.biased());
    Parts.say(
        biased,
        "Gives every point another coordinate that is always 1, so that the plane need not go"
            + " through the origin; R and γ count it.");
    biased.setAccessibleText(biased.getText());
    Label help = new Label("Click: a point of +1. Second button: of −1. Delete takes one away.");
    help.getStyleClass().add("muted");
    help.setWrapText(true);
    help.setMinHeight(Region.USE_PREF_SIZE);
    Button reset =
        Parts.linkButton(
            Feather.ROTATE_CCW,
            "First points again",
            "Puts the points back where they were at the start.",
            model.cloud()::reset);
    reset.setId("perceptron-reset");
    return List.of(after, new HBox(4, first, back, play, next), biased, help, reset);
  }

  private Button step(String id, Feather icon, String says, int by) {
    Button button =
        Parts.iconButton(
            icon,
            says,
            () -> {
              player.stop();
              model.move(by);
            });
    button.setId(id);
    return button;
  }

  @Override
  public Region drawing() {
    PlanePane pane = kit.plane("perceptron-plane", plane, ARROW_STEP);
    model.cloud().attach(pane, "perceptron-point");
    Node dashed = Swatch.line(PerceptronFigures.ALONG, kit.theme(), 5.0, 4.0);
    VBox left =
        half(
            new VBox(
                kit.heading(
                    "The points",
                    List.of(kit.legend(dashed, "best plane")),
                    pane.view(),
                    "perceptron"),
                pane));
    FigureView chart = kit.figure("perceptron-curves");
    curves.subscribe(chart::setFigure);
    MarkedChart draggable =
        new MarkedChart(
            chart,
            "The mistake that is looked at, on the curves of the proof",
            k -> {
              player.stop();
              model.move((int) Math.round(k) - model.step().get());
            },
            model::move);
    draggable.setId("perceptron-chart");
    VBox.setVgrow(draggable, Priority.ALWAYS);
    HBox legend =
        new HBox(
            12,
            kit.legend(Swatch.line(PerceptronFigures.ALONG, kit.theme(), 5.0, 4.0), "$kγ$"),
            kit.legend(Swatch.line(PerceptronFigures.ALONG, kit.theme()), "$w·w*$"),
            kit.legend(Swatch.line(PerceptronFigures.LENGTH, kit.theme()), "$‖w‖$"),
            kit.legend(Swatch.line(PerceptronFigures.LENGTH, kit.theme(), 5.0, 4.0), "$√k R$"));
    VBox right =
        half(
            new VBox(
                kit.heading("The two inequalities", List.of(), chart, "perceptron-proof"),
                legend,
                draggable));
    HBox both = new HBox(16, left, right);
    both.setMinWidth(0);
    return both;
  }

  private static VBox half(VBox half) {
    HBox.setHgrow(half, Priority.ALWAYS);
    half.setMinWidth(0);
    half.setPrefWidth(1);
    return half;
  }

  @Override
  public List<Node> readings() {
    Label mistakes = Parts.label("", "hero-number");
    mistakes.setId("perceptron-mistakes");
    Label bound = Parts.label("", "muted");
    bound.setId("perceptron-bound");
    model
        .run()
        .subscribe(
            now -> {
              mistakes.setText(now == null ? "0" : Integer.toString(now.mistakes()));
              bound.setText(
                  now == null
                      ? "no points yet"
                      : now.isSeparable()
                          ? "of at most (R/γ)² = "
                              + PerceptronText.bound(now.bound().mostMistakes())
                          : "and no end: no plane separates");
              mistakes.getStyleClass().remove("danger-text");
              if (now != null && !now.isSeparable()) {
                mistakes.getStyleClass().add("danger-text");
              }
            });
    ReadingTable table =
        new ReadingTable(
            kit.services(), kit.theme(), "perceptron", new ReadingTable.Column("", null));
    row(table, "radius", "Radius $R$", run -> Numbers.fixed(run.bound().radius(), 3));
    row(table, "gamma", "Best margin $γ$", run -> Numbers.fixed(run.bound().margin().gamma(), 3));
    row(table, "lower", "$kγ$", run -> at(run, run.curves().lower()));
    row(table, "along", "$w·w*$", run -> at(run, run.curves().along()));
    row(table, "length", "$‖w‖$", run -> at(run, run.curves().length()));
    row(table, "upper", "$√k R$", run -> at(run, run.curves().upper()));
    ObservableValue<String> title = model.step().map(k -> "After mistake $k$ = " + k);
    Node now = kit.card(title, List.of(table.menu()), table);
    return List.of(kit.card("Mistakes", mistakes, bound), now);
  }

  private String at(PerceptronRun run, double[] curve) {
    return Numbers.fixed(curve[Math.min(model.step().get(), curve.length - 1)], 3);
  }

  private void row(
      ReadingTable table, String id, String name, Function<PerceptronRun, String> text) {
    Label cell = table.row("perceptron-" + id, name).get(0);
    Runnable show =
        () -> cell.setText(model.run().get() == null ? "–" : text.apply(model.run().get()));
    model.run().subscribe(show);
    model.step().subscribe(show);
    show.run();
  }

  @Override
  public ObservableValue<String> words() {
    return model.run().map(PerceptronText::words).orElse(PerceptronText.words(null));
  }

  @Override
  public TabFacts facts() {
    return model.facts();
  }

  @Override
  public Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("points", plane.get());
    if (curves.get() != null) {
      figures.put("inequalities", curves.get());
    }
    return figures;
  }

  @Override
  public void onHidden() {
    player.stop();
  }
}
