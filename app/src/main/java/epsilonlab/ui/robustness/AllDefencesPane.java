package epsilonlab.ui.robustness;

import epsilonlab.defence.Defence;
import epsilonlab.defence.Defences;
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

  private final Survey survey;
  private final FigureView heat = new FigureView();
  private final VBox words = new VBox();
  private final Label remark = Parts.label("", "remark");

  AllDefencesPane(LabServices services, Survey survey, ObservableValue<FigureTheme> theme) {
    super(8);
    this.survey = survey;
    heat.setId("gallery-heat");
    heat.themeProperty().bind(theme);
    heat.setMinWidth(0);
    HBox.setHgrow(heat, Priority.ALWAYS);
    words.setMinWidth(WORDS);
    words.setMaxWidth(WORDS);
    words.setId("gallery-words");
    HBox heading =
        Parts.heading(
            "Right answers behind each defence",
            "",
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
    getChildren().addAll(heading, body);
    survey.version().addListener((property, before, now) -> show());
    theme.addListener((property, before, now) -> show());
    show();
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
    words.getChildren().setAll(titles, line("Plain PGD is enough"));
    for (Defence defence : Defences.ALL) {
      HBox line = line(defence.adaptiveAttack());
      survey.verdict(defence).ifPresent(verdict -> judge(line, defence, verdict));
      words.getChildren().add(line);
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

  private static HBox line(String attack) {
    HBox line = new HBox(label(attack, 210, "muted"));
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(PITCH - GAP);
    line.setMaxHeight(PITCH - GAP);
    line.getStyleClass().add("defence-line");
    return line;
  }

  private void judge(HBox line, Defence defence, Verdict verdict) {
    boolean holds = verdict == Verdict.HOLDS;
    FontIcon icon = new FontIcon(holds ? Feather.CHECK : Feather.ALERT_TRIANGLE);
    icon.getStyleClass().add(holds ? "success" : verdict == Verdict.FELL ? "danger" : "warning");
    Label says = label(GalleryWords.brief(verdict), 164, "semibold");
    survey.row(defence).ifPresent(row -> says.setTooltip(new Tooltip(row.sentence())));
    HBox box = new HBox(6, icon, says);
    box.setAlignment(Pos.CENTER_LEFT);
    line.getChildren().add(box);
    line.setAccessibleText(defence.title() + ": " + GalleryWords.title(verdict));
  }
}
