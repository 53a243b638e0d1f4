package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.defence.Defence;
import epsilonlab.privacy.defence.DefencePoint;
import epsilonlab.report.DefencesChart;
import epsilonlab.report.DefencesChart.Leakage;
import epsilonlab.report.Table;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.TableMenu;
import epsilonlab.ui.generate.run.FormFields;
import epsilonlab.ui.generate.run.Invitation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Accuracy against leakage for families of defences. */
final class DefencesPage implements Page {
  private final LabServices services;
  private final Defences defences;
  private final LogisticForm shared;
  private final VBox choose;
  private final StackPane see;
  private final DefencesReadPane read;
  private final FigureView chart = new FigureView();
  private final StringBinding action;
  private final BooleanBinding idle;

  DefencesPage(
      LabServices services,
      Defences defences,
      LogisticForm shared,
      ObservableValue<FigureTheme> theme) {
    this.services = services;
    this.defences = defences;
    this.shared = shared;
    choose = choosing(theme);
    see = seeing(theme);
    read = new DefencesReadPane(defences);
    action =
        Bindings.createStringBinding(
            () ->
                defences.job().running().get()
                    ? "Cancel"
                    : defences.left() == 0
                        ? Sweep.ALL_DONE
                        : defences.points().get().isEmpty()
                            ? "Compare the defences"
                            : "Measure " + defences.left() + " more",
            defences.job().running(),
            defences.points(),
            defences.form().defences(),
            defences.form().typed().text(DefenceForm.SPLITS),
            shared.chosen());
    idle = Bindings.equal(action, Sweep.ALL_DONE);
    defences.points().addListener(any -> show());
    defences.form().leakage().addListener(any -> show());
    show();
  }

  private VBox choosing(ObservableValue<FigureTheme> theme) {
    DefenceForm form = defences.form();
    VBox ticks = new VBox();
    for (Defence defence : Defence.values()) {
      if (defence != Defence.NONE) {
        CheckBox tick = new CheckBox(defence.title());
        tick.setId("defences-" + defence.id());
        tick.getStyleClass().add("attack-tick");
        tick.setSelected(form.defences().contains(defence));
        tick.selectedProperty().addListener((property, before, now) -> form.choose(defence, now));
        Parts.say(tick, says(defence));
        ticks.getChildren().add(tick);
      }
    }
    ComboBox<Leakage> leakage =
        Parts.box(
            List.of(Leakage.values()),
            value -> value == Leakage.THRESHOLD ? "Best threshold on p(y)" : "Right or wrong",
            "How leakage is measured: by the attack that says “member” when the model is right, or"
                + " by the best threshold on what is told of the label's probability p(y).");
    leakage.setId("defences-leakage");
    leakage.valueProperty().bindBidirectional(form.leakage());
    FormFields fields = new FormFields("defences", theme, form.typed(), form.complaint(), () -> {});
    VBox splits =
        fields.field(
            DefenceForm.SPLITS,
            "splits",
            "Repeats",
            "In how many splits into members and others, without a common image, each defence is"
                + " measured; n times as many images are needed.");
    VBox all =
        new VBox(
            FormFields.title("The defences"),
            ticks,
            Labels.muted("The attack", theme),
            leakage,
            FormFields.pair(splits, fields.seed()),
            fields.complaint());
    all.getStyleClass().add("logistic-form");
    return all;
  }

  private static String says(Defence defence) {
    return switch (defence) {
      case NONE -> "Nothing is done.";
      case NOISE -> "Normal noise of variance σ² on every weight.";
      case REGULARISATION -> "A penalty |W|² / (2 C): the smaller C, the shorter the weights.";
      case EARLY_STOPPING -> "The solver ends after a few iterations.";
      case FEWER_FEATURES -> "The model sees the means of blocks of pixels only.";
      case LABEL_SMOOTHING -> "A part of each label is spread over all classes.";
      case ROUNDING -> "Probabilities are told to a few decimals only.";
      case TOP_ONE -> "Only the answer is told, no probability.";
      case DP_SGD -> "Training with clipped gradients and noise: a promise (ε, δ) for any attack.";
    };
  }

  private StackPane seeing(ObservableValue<FigureTheme> theme) {
    chart.themeProperty().bind(theme);
    chart.setId("defences-chart");
    chart.setMinHeight(0);
    VBox.setVgrow(chart, Priority.ALWAYS);
    TableMenu table =
        new TableMenu(
            this::table,
            "defences-table",
            ExportPorts.files(services.dialogs()),
            ExportPorts.notices(services.messages()));
    VBox figures =
        new VBox(
            Parts.heading(
                "Accuracy against leakage",
                "the upper left is best; bars: one standard error",
                Parts.label("chart", "remark"),
                Parts.menu(services, chart, "defences"),
                Parts.label("table", "remark"),
                table),
            chart);
    Invitation empty =
        new Invitation(
            "defences",
            Feather.SHIELD,
            "Here you will see what defences cost in accuracy, and what they save in leakage: noise,"
                + " regularisation, early stopping, fewer features, unsure labels, telling less, and"
                + " training with differential privacy.",
            "Compare the defences",
            defences::startOrCancel);
    BooleanBinding begun =
        Bindings.createBooleanBinding(
            () -> defences.job().running().get() || !defences.points().get().isEmpty(),
            defences.job().running(),
            defences.points());
    figures.visibleProperty().bind(begun);
    empty.visibleProperty().bind(begun.not());
    return new StackPane(figures, empty);
  }

  private void show() {
    chart.setFigure(DefencesChart.of(defences.points().get(), defences.form().leakage().get()));
  }

  private FigureTable table() {
    List<List<Object>> rows = new ArrayList<>();
    for (DefencePoint point : defences.points().get()) {
      rows.add(
          List.of(
              point.defence().title(),
              point.strength(),
              point.trainAccuracy().mean(),
              point.testAccuracy().mean(),
              point.testAccuracy().standardError(),
              point.rightOrWrong().mean(),
              point.rightOrWrong().standardError(),
              point.threshold().mean(),
              point.threshold().standardError(),
              point.epsilon()));
    }
    return new FigureTable(
        List.of(
            "defence",
            "strength",
            "training",
            "test",
            "test error",
            "right or wrong",
            "right or wrong error",
            "best threshold",
            "best threshold error",
            "epsilon"),
        rows);
  }

  @Override
  public String id() {
    return "defences";
  }

  @Override
  public String title() {
    return "Defend";
  }

  @Override
  public String says() {
    return "What defences cost in accuracy, and what they save in leakage.";
  }

  @Override
  public Region choose() {
    return choose;
  }

  @Override
  public Region see() {
    return see;
  }

  @Override
  public Region read() {
    return read;
  }

  @Override
  public ObservableStringValue action() {
    return action;
  }

  @Override
  public String actionSays() {
    return "Fits a model for every defence, strength and split (Space). What is measured already is"
        + " kept, also after Cancel.";
  }

  @Override
  public ObservableBooleanValue idle() {
    return idle;
  }

  @Override
  public void act() {
    defences.startOrCancel();
  }

  @Override
  public CurrentJob job() {
    return defences.job();
  }

  @Override
  public Optional<Runnable> export() {
    return defences.points().get().isEmpty()
        ? Optional.empty()
        : Optional.of(() -> entry().ask(services));
  }

  private ExportPage entry() {
    LogisticForm.Chosen chosen = shared.chosen().get();
    List<DefencePoint> points = defences.points().get();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("n", chosen.n());
    settings.put("c", chosen.c());
    settings.put("splits", defences.form().typed().text(DefenceForm.SPLITS).get());
    settings.put("seed", chosen.seed());
    FigureTable all = table();
    Table table = new Table(all.header().toArray(String[]::new));
    all.rows().forEach(row -> table.add(row.toArray()));
    return new ExportPage(
        "membership-defences",
        "Defences against membership inference",
        DefenceLeakWords.sentences(points, defences.form().leakage().get()),
        settings,
        Map.of(
            "right-or-wrong", DefencesChart.of(points, Leakage.RIGHT_OR_WRONG),
            "best-threshold", DefencesChart.of(points, Leakage.THRESHOLD)),
        Map.of("defences", table));
  }
}
