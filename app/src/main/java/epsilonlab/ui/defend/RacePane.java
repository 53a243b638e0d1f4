package epsilonlab.ui.defend;

import epsilonlab.defence.Alarm;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.LabPopOver;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MathLabel;
import java.util.List;
import javafx.beans.binding.ObjectBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The race, and below it what went wrong. */
final class RacePane extends VBox {
  private final DefendViewModel model;
  private final ObjectBinding<FigureTheme> theme;
  private final VBox alarms = new VBox(4);
  private List<Alarm> told = List.of();

  RacePane(DefendViewModel model, LabServices services) {
    this.model = model;
    theme = Parts.theme(services.state());
    FigureView view = new FigureView();
    view.setId("defend-race");
    view.themeProperty().bind(theme);
    view.figureProperty().bind(model.chart());
    view.setPrefHeight(292);
    view.setMinHeight(150);
    VBox.setVgrow(view, Priority.ALWAYS);
    alarms.setId("defend-alarms");
    alarms.managedProperty().bind(alarms.visibleProperty());
    alarms.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(heading(services, view), view, alarms);
    model.alarms().addListener((property, before, now) -> show(now));
    show(model.alarms().get());
  }

  private HBox heading(LabServices services, FigureView view) {
    MathLabel remark = new MathLabel("");
    remark.themeProperty().bind(theme);
    remark.mutedProperty().set(true);
    model
        .shown()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                remark.setText(
                    now.measuredOn()
                        + " test digits, attacked with $ε$ = "
                        + Numbers.epsilon(now.plan().settings().adversarial().epsilon()));
              }
            });
    return headed("Race: accuracy while they train", remark, Parts.menu(services, view, "race"));
  }

  /** A heading whose remark holds a symbol. */
  static HBox headed(String title, MathLabel remark, Node... right) {
    HBox heading = new HBox(8, Parts.label(title, "section-title"), remark, Parts.spring());
    remark.setMinWidth(USE_PREF_SIZE);
    heading.getChildren().addAll(right);
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.setFillHeight(false);
    heading.getStyleClass().add("figure-heading");
    return heading;
  }

  private void show(List<Alarm> now) {
    if (!now.equals(told)) {
      alarms.getChildren().setAll(now.stream().map(this::bar).toList());
      told = now;
    }
    alarms.setVisible(!now.isEmpty());
  }

  private HBox bar(Alarm alarm) {
    FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
    icon.getStyleClass().add("warning");
    String sentence = alarm.sentence();
    int colon = sentence.indexOf(':') + 1;
    Label what = Parts.label(sentence.substring(0, colon), "semibold");
    Label numbers = new Label(sentence.substring(colon).strip());
    numbers.setMinWidth(0);
    Button why = Parts.linkButton(Feather.HELP_CIRCLE, "Show why", alarm.why(), () -> {});
    why.setGraphic(null);
    why.setId("defend-why");
    why.setOnAction(event -> explain(alarm, why));
    HBox bar = new HBox(icon, what, numbers, Parts.spring(), why);
    bar.getStyleClass().add("alarm-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setAccessibleText(sentence);
    return bar;
  }

  private static void explain(Alarm alarm, Node owner) {
    Label words = new Label(alarm.why());
    words.setWrapText(true);
    words.setPrefWidth(380);
    words.getStyleClass().add("why-words");
    VBox content = new VBox(8, Parts.label(alarm.sentence(), "semibold"), words);
    new LabPopOver(content, PopOver.ArrowLocation.TOP_RIGHT).show(owner);
  }
}
