package epsilonlab.ui.privacy.logistic;

import epsilonlab.report.RocChart;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.LineChart;
import epsilonlab.settings.Setting;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.privacy.microscope.HistogramPane;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The scores under the microscope, the ROC curves of all attacks, and their numbers. */
final class AttacksSeePane extends VBox {
  private static final Setting<Boolean> LOG =
      Setting.of("privacy.attacks.log", Boolean.class, false);

  private final Attacks attacks;
  private final FigureView roc = new FigureView();
  private final BooleanProperty log = new SimpleBooleanProperty();

  AttacksSeePane(LabServices services, Attacks attacks, ObservableValue<FigureTheme> theme) {
    super(8);
    this.attacks = attacks;
    log.set(attacks.session().settings().get(LOG));
    HistogramPane histogram = new HistogramPane("attacks", attacks.microscope(), services, theme);
    histogram.setMinHeight(160);
    histogram.setPrefHeight(320);
    VBox.setVgrow(histogram, Priority.ALWAYS);
    roc.themeProperty().bind(theme);
    roc.staleProperty().bind(attacks.stale());
    roc.setId("attacks-roc");
    roc.setMinHeight(0);
    VBox.setVgrow(roc, Priority.ALWAYS);
    ToggleButton logarithmic = new ToggleButton("log");
    logarithmic.setId("attacks-log");
    logarithmic.getStyleClass().add("small-switch");
    logarithmic.selectedProperty().bindBidirectional(log);
    Parts.say(
        logarithmic,
        "Both axes logarithmic: is anybody found while next to nobody is wrongly accused?");
    VBox curves =
        new VBox(
            Parts.heading("ROC curves", "", logarithmic, Parts.menu(services, roc, "attacks-roc")),
            roc);
    AttackTablePane table = new AttackTablePane(services, attacks);
    HBox below = new HBox(16, curves, table);
    curves.setMinWidth(0);
    curves.setPrefWidth(300);
    table.setMinWidth(350);
    table.setPrefWidth(370);
    HBox.setHgrow(curves, Priority.ALWAYS);
    below.setMinHeight(180);
    below.setPrefHeight(340);
    VBox.setVgrow(below, Priority.ALWAYS);
    Region rule = Parts.rule();
    getChildren().addAll(histogram, rule, below);
    log.addListener(
        (property, before, now) -> {
          attacks.session().settings().set(LOG, now);
          show();
        });
    attacks.findings().addListener(any -> show());
    show();
  }

  private void show() {
    AttackFindings now = attacks.findings().get();
    roc.setFigure(now == null || now.attacks().isEmpty() ? null : chart(now, log.get()));
  }

  private static LineChart chart(AttackFindings findings, boolean logarithmic) {
    return logarithmic
        ? RocChart.logarithmic(findings.curves())
        : RocChart.linear(findings.curves());
  }

  /** What is shown, by file name, for an export. */
  Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    AttackFindings now = attacks.findings().get();
    if (now != null && !now.attacks().isEmpty()) {
      figures.put("roc", chart(now, false));
      figures.put("roc-log", chart(now, true));
    }
    if (attacks.microscope().histogram().get() != null) {
      figures.put("scores", attacks.microscope().histogram().get());
    }
    return figures;
  }
}
