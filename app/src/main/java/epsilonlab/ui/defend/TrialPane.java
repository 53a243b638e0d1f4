package epsilonlab.ui.defend;

import epsilonlab.defence.StrongerAttack;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.component.TableMenu;
import javafx.beans.binding.ObjectBinding;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Is it truly more robust? The stronger attacks as a table, and a verdict on each network. */
final class TrialPane extends VBox {
  // with more columns their names would be cut, and numbers with a key stand for them
  private static final int NAMED = 2;
  // what the names of the attacks leave of the column, and what a number takes
  private static final double ROOM = 150;
  private static final double NARROWEST = 30;
  private static final double WIDEST = 54;
  private static final double FEW = 0.5;

  private final DefendViewModel model;
  private final ObjectBinding<FigureTheme> theme;
  private final MathLabel remark = new MathLabel("");
  private final GridPane grid = new GridPane();
  private final Label key = new Label();
  private final VBox verdicts = new VBox(4);
  private final Button run = new Button();

  TrialPane(DefendViewModel model, LabServices services) {
    this.model = model;
    theme = Parts.theme(services.state());
    getStyleClass().add("trial");
    remark.themeProperty().bind(theme);
    remark.mutedProperty().set(true);
    grid.getStyleClass().add("trial-grid");
    grid.setId("defend-trial");
    grid.setMinHeight(Region.USE_PREF_SIZE);
    key.setId("defend-trial-key");
    key.getStyleClass().add("muted");
    key.setWrapText(true);
    key.setMinHeight(Region.USE_PREF_SIZE);
    Parts.showIf(key, key.textProperty().isNotEmpty());
    verdicts.setId("defend-verdicts");
    verdicts.setMinHeight(Region.USE_PREF_SIZE);
    verdicts.getStyleClass().add("verdicts");
    run.setId("defend-stronger");
    run.getStyleClass().add("trial-button");
    run.setMaxWidth(Double.MAX_VALUE);
    run.setOnAction(event -> model.trial().runOrCancel());
    Region spare = new Region();
    VBox.setVgrow(spare, Priority.ALWAYS);
    getChildren()
        .addAll(
            Parts.heading(
                "Is it truly more robust?",
                "",
                new TableMenu(
                    () -> DefendFigures.trial(model.trial().outcome().get()),
                    "stronger-attacks",
                    ExportPorts.files(services.dialogs()),
                    ExportPorts.notices(services.messages()))),
            remark,
            grid,
            key,
            verdicts,
            spare,
            run);
    model.trial().outcome().addListener((property, before, now) -> show(now));
    model.attacker().epsilon().addListener((property, before, now) -> showEpsilon());
    theme.addListener((property, before, now) -> show());
    show();
  }

  private void show() {
    show(model.trial().outcome().get());
  }

  private void show(Trial.Outcome outcome) {
    showEpsilon();
    fill(outcome);
    verdicts.getChildren().clear();
    for (DefendWords.Verdict verdict : DefendWords.ofTrial(outcome)) {
      verdicts.getChildren().add(line(verdict));
    }
  }

  /** What follows the slider at each of its moves: the remark and the button. */
  private void showEpsilon() {
    Trial.Outcome outcome = model.trial().outcome().get();
    boolean begun = outcome != null && (outcome.running() || !Double.isNaN(outcome.together()[0]));
    int count = outcome == null ? Trial.COUNT : outcome.count();
    double epsilon = begun ? outcome.epsilon() : model.attacker().epsilon().get();
    remark.setText(count + " digits, $ε$ = " + Numbers.plain(epsilon) + ", % right");
    boolean running = outcome != null && outcome.running();
    run.setText(running ? "Stop" : "Run stronger attacks");
    run.setGraphic(new FontIcon(running ? Feather.X : Feather.ZAP));
    run.setDisable(outcome == null);
    Parts.say(
        run,
        running
            ? "Ends the stronger attacks; the rows that are known stay."
            : "Attacks each network in ever stronger ways with the attacker’s ε = "
                + Numbers.plain(model.attacker().epsilon().get())
                + ".");
    run.setAccessibleText(run.getText());
  }

  private void fill(Trial.Outcome outcome) {
    grid.getChildren().clear();
    int columns = outcome == null ? 0 : outcome.models().size();
    for (int m = 0; m < columns; m++) {
      RaceModel of = outcome.models().get(m);
      grid.add(head(of, columns <= NAMED ? of.name() : String.valueOf(m + 1)), m + 1, 0);
    }
    key.setText(columns <= NAMED ? "" : DefendWords.key(outcome.models()));
    for (int a = 0; a < StrongerAttack.ALL.size(); a++) {
      Label name = new Label(StrongerAttack.ALL.get(a).title());
      name.getStyleClass().add("trial-name");
      name.setTooltip(new Tooltip(StrongerAttack.ALL.get(a).sentence()));
      row(a + 1, name, outcome == null ? new double[0] : outcome.accuracies()[a], false);
    }
    Label all = new Label(StrongerAttack.ALL_TOGETHER);
    all.getStyleClass().addAll("trial-name", "trial-all");
    all.setTooltip(new Tooltip("A digit counts only if it withstands every attack above."));
    row(
        StrongerAttack.ALL.size() + 1,
        all,
        outcome == null ? new double[0] : outcome.together(),
        true);
  }

  private HBox head(RaceModel of, String text) {
    Circle dot = new Circle(4.5, Parts.colour(of.colour().on(theme.get())));
    Label name = new Label(text);
    name.getStyleClass().add("trial-head");
    HBox head = new HBox(5, dot, name);
    Tooltip.install(head, new Tooltip(of.name()));
    head.setAlignment(Pos.CENTER_RIGHT);
    head.setMinHeight(26);
    head.setAccessibleText(of.name());
    return head;
  }

  private void row(int row, Label name, double[] shares, boolean last) {
    name.setMaxWidth(Double.MAX_VALUE);
    name.setMinWidth(NARROWEST * shares.length <= ROOM ? USE_PREF_SIZE : 0);
    GridPane.setHgrow(name, Priority.ALWAYS);
    name.getStyleClass().add(last ? "trial-last" : "trial-cell");
    grid.add(name, 0, row);
    for (int m = 0; m < shares.length; m++) {
      Label cell = new Label(DefendWords.cell(shares[m]));
      cell.getStyleClass().addAll("trial-value", last ? "trial-last" : "trial-cell");
      if (shares[m] < FEW) {
        cell.getStyleClass().add("danger-text");
      }
      cell.setMaxWidth(Double.MAX_VALUE);
      cell.setAlignment(Pos.CENTER_RIGHT);
      GridPane.setHalignment(cell, HPos.RIGHT);
      cell.setMinWidth(NARROWEST);
      cell.setPrefWidth(Math.max(NARROWEST, Math.min(WIDEST, ROOM / shares.length)));
      grid.add(cell, m + 1, row);
    }
  }

  private static HBox line(DefendWords.Verdict verdict) {
    FontIcon icon = new FontIcon(verdict.robust() ? Feather.CHECK : Feather.ALERT_TRIANGLE);
    icon.getStyleClass().add(verdict.robust() ? "success" : "danger");
    Label what = Parts.label(verdict.verdict(), "semibold");
    Label why = new Label(verdict.reason());
    HBox line = new HBox(icon, what, why);
    line.getStyleClass().add("verdict-line");
    line.setAlignment(Pos.CENTER_LEFT);
    line.setAccessibleText(verdict.verdict() + " " + verdict.reason());
    return line;
  }
}
