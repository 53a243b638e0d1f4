package epsilonlab.ui.robustness;

import epsilonlab.defence.Defence;
import epsilonlab.defence.Defences;
import epsilonlab.defence.GalleryRow;
import epsilonlab.defence.Verdict;
import epsilonlab.report.GalleryFigure;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.TableMenu;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** All defences in one table: the numbers as a heat table, beside it the attack and the verdict. */
final class AllDefencesPane extends VBox {
  private static final double PITCH = 46;
  private static final double HEAD = 24;
  private static final double GAP = 4;
  private static final double WORDS = 400;

  private final GalleryViewModel model;
  private final Survey survey;
  private final FigureView heat = new FigureView();
  private final VBox words = new VBox();
  private final Label remark = Parts.label("", "remark");
  private final Button run = new Button();

  AllDefencesPane(
      LabServices services, GalleryViewModel model, ObservableValue<FigureTheme> theme) {
    super(8);
    this.model = model;
    survey = model.survey();
    heat.setId("gallery-heat");
    heat.themeProperty().bind(theme);
    heat.setMinWidth(0);
    HBox.setHgrow(heat, Priority.ALWAYS);
    words.setMinWidth(WORDS);
    words.setMaxWidth(WORDS);
    words.setId("gallery-words");
    run.setId("gallery-all");
    run.setOnAction(event -> model.surveyOrStop());
    HBox heading =
        Parts.heading(
            "Right answers behind each defence",
            "",
            run,
            new TableMenu(
                survey::table,
                "defences",
                ExportPorts.files(services.dialogs()),
                ExportPorts.notices(services.messages())),
            Parts.menu(services, heat, "defences-heat"));
    heading.getChildren().set(1, remark);
    heading.setMinHeight(36);
    HBox body = new HBox(16, heat, words);
    VBox.setVgrow(body, Priority.NEVER);
    getChildren().addAll(heading, new ProgressPane(survey.job()), body);
    survey.version().addListener((property, before, now) -> show());
    survey.job().running().addListener((property, before, now) -> showButton());
    theme.addListener((property, before, now) -> show());
    show();
    showButton();
  }

  private void showButton() {
    boolean running = survey.job().running().get();
    run.setText(running ? "Stop" : "Run all");
    run.setGraphic(new FontIcon(running ? Feather.X : Feather.ZAP));
    Parts.say(
        run,
        running
            ? "Ends the attacks; what is known stays."
            : "Attacks every defence with plain PGD and with the attack that knows it.");
    run.setAccessibleText(run.getText());
  }

  private void show() {
    Subject subject = survey.subject();
    remark.setText(
        subject == null
            ? "in %"
            : "in %, " + subject.inWords() + ", ε = " + Numbers.plain(survey.epsilon()));
    // as high as the lines beside it
    double scale = heat.getTheme().text() / 13;
    double height = Math.round(HEAD * scale) + (1 + Defences.ALL.size()) * PITCH - GAP;
    heat.setMinHeight(height);
    heat.setPrefHeight(height);
    heat.setMaxHeight(height);
    heat.setFigure(GalleryFigure.of(survey.lines(), survey.epsilon()));
    words.setSpacing(GAP);
    HBox titles =
        new HBox(label("Adaptive attack", 210, "remark"), label("Verdict", 180, "remark"));
    titles.setMinHeight(Math.round(HEAD * scale) - GAP);
    words.getChildren().setAll(titles, line("Plain PGD is enough", null));
    for (Defence defence : Defences.ALL) {
      words.getChildren().add(line(defence.adaptiveAttack(), survey.row(defence).orElse(null)));
    }
  }

  private static Label label(String text, double width, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setMinWidth(width);
    label.setMaxWidth(width);
    label.setWrapText(true);
    return label;
  }

  private static HBox line(String attack, GalleryRow row) {
    HBox line = new HBox(label(attack, 210, "muted"));
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(PITCH - GAP);
    line.setMaxHeight(PITCH - GAP);
    line.getStyleClass().add("defence-line");
    if (row != null) {
      boolean holds = row.verdict() == Verdict.HOLDS;
      boolean fell = row.verdict() == Verdict.FELL;
      FontIcon icon = new FontIcon(holds ? Feather.CHECK : Feather.ALERT_TRIANGLE);
      icon.getStyleClass().add(holds ? "success" : fell ? "danger" : "warning");
      Label verdict = label(GalleryWords.brief(row), 164, "semibold");
      verdict.setTooltip(new Tooltip(row.sentence()));
      HBox says = new HBox(6, icon, verdict);
      says.setAlignment(Pos.CENTER_LEFT);
      line.getChildren().add(says);
      line.setAccessibleText(row.defence().title() + ": " + row.sentence());
    }
    return line;
  }
}
