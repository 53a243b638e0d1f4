package epsilonlab.ui.generate.gan;

import epsilonlab.generative.Pictures;
import epsilonlab.report.Readings;
import epsilonlab.report.figure.DigitPairs;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.generate.run.DigitGridView;
import epsilonlab.ui.generate.run.TimeLinePane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The sixteen digits, the two charts, the time line, and whether the digits are copies. */
final class GanSeePane extends VBox {
  static final int COLUMNS = 4;
  static final int GAP = 4;

  private final GanViewModel model;
  private final LabServices services;
  private final ObservableValue<FigureTheme> theme;
  private final BooleanBinding training;

  GanSeePane(GanViewModel model, LabServices services, ObservableValue<FigureTheme> theme) {
    this.model = model;
    this.services = services;
    this.theme = theme;
    this.training = model.opened().isNull();
    getStyleClass().add("generate-figures");
    Region top = new DigitsAndCharts(grid(), besides());
    VBox.setVgrow(top, Priority.ALWAYS);
    Region rule = Parts.rule();
    TimeLinePane line = timeLine();
    Region second = Parts.rule();
    VBox copies = copies();
    getChildren().addAll(top, rule, line, second, copies);
    Parts.showIf(rule, training);
    Parts.showIf(line, training);
    // the digits and the curves are what a lecture is about
    Parts.showIf(second, services.state().presenting().not());
    Parts.showIf(copies, services.state().presenting().not());
  }

  private VBox grid() {
    DigitGridView grid = new DigitGridView(theme, COLUMNS, GAP, "Digits from fixed noise");
    grid.setId("gan-grid");
    grid.picturesProperty().bind(model.pictures());
    grid.chosenProperty().bindBidirectional(model.chosen());
    VBox.setVgrow(grid, Priority.ALWAYS);
    Button again =
        Parts.iconButton(Feather.REFRESH_CW, "Draws other noise z for this GAN.", model::drawAgain);
    again.setId("gan-draw");
    Parts.showIf(again, training.not());
    VBox all =
        new VBox(
            Parts.heading(
                "Sixteen digits, fixed noise",
                "",
                again,
                Parts.menu(services, grid.view(), "gan-digits")),
            grid);
    Label remark = (Label) ((HBox) all.getChildren().get(0)).getChildren().get(1);
    remark.setId("gan-shown-epoch");
    remark
        .textProperty()
        .bind(Bindings.createStringBinding(this::shown, model.version(), model.opened()));
    return all;
  }

  private String shown() {
    OpenedGan gan = model.opened().get();
    return gan == null
        ? "epoch " + (int) Math.floor(model.course().epochs() + 1e-9)
        : "of " + gan.entry().card().name();
  }

  private StackPane besides() {
    VBox charts =
        new VBox(
            8,
            chart("Losses", "gan-losses", model.figures().losses(), images()),
            chart("What the discriminator believes", "gan-beliefs", model.figures().beliefs()));
    charts.setId("gan-charts");
    charts.visibleProperty().bind(training);
    Label words =
        new Label(
            "This GAN comes from the library. Every press of the arrows above the digits draws"
                + " other noise, and with it sixteen other digits.");
    words.setWrapText(true);
    words.getStyleClass().add("plain-words");
    Button back =
        Parts.linkButton(
            Feather.ARROW_LEFT,
            "Back to the training",
            "Shows the training of this session again.",
            model::showTraining);
    back.setId("gan-back");
    VBox opened = new VBox(16, words, back);
    opened.getStyleClass().add("generate-opened");
    opened.visibleProperty().bind(training.not());
    StackPane both = new StackPane(charts, opened);
    both.setMinWidth(0);
    return both;
  }

  private VBox chart(
      String title, String id, ReadOnlyObjectProperty<Figure> figure, Node... switches) {
    FigureView view = new FigureView();
    view.setId(id);
    view.themeProperty().bind(theme);
    view.figureProperty().bind(figure);
    view.setMinHeight(110);
    view.setPrefHeight(140);
    VBox.setVgrow(view, Priority.ALWAYS);
    Node[] right = new Node[switches.length + 1];
    System.arraycopy(switches, 0, right, 0, switches.length);
    right[switches.length] = Parts.menu(services, view, id);
    VBox all = new VBox(Parts.heading(title, "", right), view);
    VBox.setVgrow(all, Priority.ALWAYS);
    all.setPrefWidth(0);
    all.setMinWidth(0);
    return all;
  }

  private HBox images() {
    ToggleButton train = new ToggleButton("training");
    ToggleButton test = new ToggleButton("test");
    train.setId("gan-on-training");
    test.setId("gan-on-test");
    train.getStyleClass().addAll("left-pill", "small-switch");
    test.getStyleClass().addAll("right-pill", "small-switch");
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(train, test);
    group.selectToggle(model.images() == Readings.On.TEST ? test : train);
    group
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              // one of the two is always chosen
              if (now == null) {
                group.selectToggle(before);
              } else {
                model.figures().images().set(now == test ? Readings.On.TEST : Readings.On.TRAINING);
              }
            });
    Parts.say(train, "Every batch, faint, and its moving average; with dropout.");
    Parts.say(test, "After each epoch on the test digits, without dropout.");
    return new HBox(train, test);
  }

  private TimeLinePane timeLine() {
    TimeLinePane pane =
        new TimeLinePane(
            services,
            theme,
            "gan",
            "one noise vector through the epochs; drag to go back",
            model.course().lookedAt(),
            model.trainings().phase(),
            epoch -> {
              Pictures then = model.course().all().get(epoch);
              return then == null ? null : then.image(model.chosen().get());
            });
    model.chosen().addListener((property, before, now) -> pane.line().refresh());
    model.trainings().shown().addListener((property, before, now) -> pane.line().refresh());
    return pane;
  }

  private VBox copies() {
    FigureView view = new FigureView();
    view.setId("gan-copies");
    view.themeProperty().bind(theme);
    view.staleProperty().bind(model.close().stale());
    view.setMinHeight(58);
    Runnable draw = () -> view.setFigure(pairs(model.close().look().get(), model.chosen().get()));
    model.close().look().addListener((property, before, now) -> draw.run());
    model.chosen().addListener((property, before, now) -> draw.run());
    HBox heading = Parts.heading("Does it copy?", "", Parts.menu(services, view, "gan-copies"));
    Label remark = (Label) heading.getChildren().get(1);
    remark
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::among, model.trainings().shown(), services.session().data()));
    return new VBox(heading, view);
  }

  private String among() {
    boolean running = model.trainings().shown().get() != null;
    int count =
        running
            ? model.trainings().shown().get().data().train().size()
            : services.session().data().get() == null
                ? 0
                : services.session().data().get().train().size();
    return String.format(Locale.ROOT, "generated, and the closest of %,d training digits", count);
  }

  private static Figure pairs(GanLook look, int first) {
    if (look == null) {
      return null;
    }
    List<DigitPairs.Pair> pairs = new ArrayList<>();
    int count = look.pictures().count();
    for (int k = 0; k < count; k++) {
      int i = (first + k) % count;
      pairs.add(
          new DigitPairs.Pair(
              look.pictures().image(i),
              look.neighbours().image(i),
              look.nearest().distances()[i],
              look.looksCopied(i)));
    }
    return new DigitPairs(pairs, "Generated digits and the closest training digits");
  }
}
