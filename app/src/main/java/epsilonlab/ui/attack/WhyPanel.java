package epsilonlab.ui.attack;

import epsilonlab.evaluation.diagnosis.Diagnosis;
import epsilonlab.evaluation.diagnosis.Step;
import epsilonlab.report.DiagnosisFigures;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.component.DigitView;
import epsilonlab.ui.component.TableMenu;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Over the window: why the attack ended as it did, with a slider through its steps. */
final class WhyPanel extends VBox {
  private static final double WIDTH = 1200;
  private static final double HEIGHT = 820;
  private static final double VERDICT = 320;
  private static final int DIGIT_SCALE = 6;

  private final LabServices services;
  private final WhyViewModel model;
  private final Label title = new Label();
  private final Label subject = new Label();
  private final WhyVerdict verdict = new WhyVerdict();
  private final WhyFigures figures;
  private final DigitView digit = new DigitView(DIGIT_SCALE);
  private final Label stepName = new Label();
  private final Label stepNumbers = new Label();
  private final Slider slider = new Slider();
  private final ScrollPane result;
  private final VBox waiting;

  WhyPanel(LabServices services, WhyViewModel model, ObservableValue<FigureTheme> theme) {
    super(8);
    this.services = services;
    this.model = model;
    setId("why-panel");
    getStyleClass().addAll("popover-card", "why-panel");
    setMaxSize(WIDTH, HEIGHT);
    setFocusTraversable(true);
    digit.themeProperty().bind(theme);
    digit.setId("why-digit");
    digit.setMinSize(DIGIT_SCALE * 28, DIGIT_SCALE * 28);
    figures = new WhyFigures(services, theme, stepPane());
    HBox.setHgrow(figures, Priority.ALWAYS);
    verdict.setMinWidth(VERDICT);
    verdict.setMaxWidth(VERDICT);
    HBox content = new HBox(24, verdict, figures);
    content.setMinHeight(600);
    // the digit's frame lies outside of it
    content.setPadding(new Insets(0, 4, 4, 0));
    result = new ScrollPane(content);
    result.setFitToWidth(true);
    result.setFitToHeight(true);
    result.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    waiting = waiting();
    StackPane body = new StackPane(result, waiting);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head(), body);
    model.diagnosis().addListener((property, before, now) -> show());
    model.running().addListener((property, before, now) -> show());
    model.step().addListener((property, before, now) -> showStep());
    slider
        .valueProperty()
        .addListener((property, before, now) -> model.step().set(Math.round(now.floatValue())));
  }

  private HBox head() {
    title.getStyleClass().add("help-title");
    subject.getStyleClass().add("remark");
    subject.setId("why-subject");
    TableMenu menu =
        new TableMenu(
            this::table,
            "checks",
            ExportPorts.files(services.dialogs()),
            ExportPorts.notices(services.messages()));
    Button close = new Button(null, new FontIcon(Feather.X));
    close.getStyleClass().add("icon-button");
    close.setTooltip(new Tooltip("Close (Esc)"));
    close.setAccessibleText("Close");
    close.setId("why-close");
    close.setOnAction(event -> services.state().overlay().set(null));
    HBox head = new HBox(12, title, subject, ChooseColumn.space(), menu, close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private VBox waiting() {
    Label what =
        new Label("Follows the attack, and tries it and its rivals on digits around this one.");
    what.getStyleClass().add("muted");
    Button cancel = new Button("Cancel");
    cancel.setId("why-cancel");
    cancel.setOnAction(event -> services.state().overlay().set(null));
    cancel.addEventHandler(javafx.event.ActionEvent.ACTION, event -> this.model.cancel());
    VBox box = new VBox(16, new ProgressIndicator(), what, cancel);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private VBox stepPane() {
    stepName.getStyleClass().add("semibold");
    stepName.setId("why-step");
    stepName.setWrapText(true);
    stepNumbers.getStyleClass().add("remark");
    stepNumbers.setWrapText(true);
    slider.setId("why-slider");
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setTooltip(new Tooltip("Goes through the attack's steps."));
    slider.setAccessibleText("Step of the attack");
    VBox words = new VBox(6, stepName, stepNumbers);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(16, digit, words);
    row.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(8, row, slider);
    return box;
  }

  /** Lays it over the window, and finds out what it shows. */
  void open() {
    model.ask();
    show();
    services.state().overlay().set(this);
  }

  private void show() {
    Diagnosis now = model.diagnosis().get();
    subject.setText(model.subject());
    title.setText(
        now != null && now.trace().last().fooled() ? "What happened" : "Why did it fail?");
    result.setVisible(now != null);
    waiting.setVisible(model.running().get());
    if (now == null) {
      if (!model.running().get() && services.state().overlay().get() == this) {
        // cancelled, failed, or of something else by now
        services.state().overlay().set(null);
      }
      return;
    }
    verdict.show(now);
    figures.show(now);
    slider.setMax(now.trace().steps().size() - 1);
    slider.setValue(model.step().get());
    showStep();
    result.setVvalue(0);
  }

  private void showStep() {
    Diagnosis now = model.diagnosis().get();
    if (now == null) {
      return;
    }
    int step = model.step().get();
    figures.mark(step);
    Step at = now.trace().steps().get(step);
    digit.show(now.trace().images()[step]);
    digit.setFooled(at.answer() != model.label());
    stepName.setText(model.stepInWords());
    stepNumbers.setText(
        String.format(
                Locale.ROOT,
                "loss %.3g%nmargin %.3g%nzero gradient %.0f %%%nat the ball %.0f %%%nat 0 or 1 %.0f %%",
                at.loss(),
                at.margin(),
                100 * at.zeroGradient(),
                100 * at.atBall(),
                100 * at.atRange())
            .replace('-', '−'));
  }

  private FigureTable table() {
    Diagnosis now = model.diagnosis().get();
    var checks = DiagnosisFigures.checks(now == null ? List.of() : now.checks());
    return new FigureTable(checks.columns(), checks.rows());
  }
}
