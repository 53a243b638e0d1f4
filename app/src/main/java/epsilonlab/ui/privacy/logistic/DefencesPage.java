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
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Accuracy against leakage for families of defences. */
final class DefencesPage implements Page {
  private final LabServices services;
  private final Defences defences;
  private final DefencesChoosePane choose;
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
    choose = new DefencesChoosePane(defences.form(), theme);
    see = seeing(theme);
    read = new DefencesReadPane(defences);
    action =
        Bindings.createStringBinding(
            () ->
                defences.job().running().get()
                    ? "Cancel"
                    : defences.left() == 0
                        ? Sweep.ALL_DONE
                        : !defences.isBegun()
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

  private StackPane seeing(ObservableValue<FigureTheme> theme) {
    chart.themeProperty().bind(theme);
    chart.staleProperty().bind(defences.stale());
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
              point.epsilon(),
              Double.isFinite(point.epsilon()) ? Defence.delta(defences.shown().n()) : Double.NaN));
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
            "epsilon",
            "delta"),
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
    Defences.Key of = defences.shown();
    List<DefencePoint> points = defences.points().get();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("data_sha256", of.data());
    settings.put("n", of.n());
    settings.put("c", of.c());
    settings.put("splits", of.splits());
    settings.put("seed", of.seed());
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
