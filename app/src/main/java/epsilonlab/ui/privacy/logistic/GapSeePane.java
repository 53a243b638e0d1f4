package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.privacy.inference.Answers;
import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.report.MembershipCharts;
import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MathLabel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The accuracies against n, what noise does to two models, and some of the images. */
final class GapSeePane extends VBox {
  private static final double LEAST_FOR_IMAGES = 580;
  private static final double LEAST_FOR_NOISE = 400;
  private static final double TILE = 96;
  private static final double HELD = 0.1;

  private final LabServices services;
  private final Sweep sweep;
  private final ObservableValue<FigureTheme> theme;
  private final FigureView model = new FigureView();
  private final FigureView attack = new FigureView();
  private final FigureView free = new FigureView();
  private final FigureView held = new FigureView();
  private final FigureView right = new FigureView();
  private final FigureView wrong = new FigureView();
  private final MathLabel attackRemark;
  private final MathLabel freeTitle;
  private final MathLabel freeRemark;
  private final MathLabel heldTitle;
  private final MathLabel heldRemark;
  private final MathLabel rightRemark;
  private final MathLabel wrongRemark;

  GapSeePane(LabServices services, Sweep sweep, ObservableValue<FigureTheme> theme) {
    this.services = services;
    this.sweep = sweep;
    this.theme = theme;
    getStyleClass().add("logistic-figures");
    attackRemark = Labels.muted("", theme);
    freeTitle = Labels.title("", theme);
    freeRemark = Labels.muted("", theme);
    heldTitle = Labels.title("", theme);
    heldRemark = Labels.muted("", theme);
    rightRemark = Labels.muted("", theme);
    wrongRemark = Labels.muted("", theme);
    HBox accuracies =
        row(
            figure(
                "The model's accuracy",
                Labels.muted("against $n$", theme),
                model,
                "model-accuracy"),
            figure("The attack's accuracy", attackRemark, attack, "attack-accuracy"));
    HBox noise =
        row(
            figure(freeTitle, freeRemark, free, "noise-free"),
            figure(heldTitle, heldRemark, held, "noise-regularised"));
    HBox images =
        row(
            figure("Members it gets right", rightRemark, right, "members-right"),
            figure("Non-members it gets wrong", wrongRemark, wrong, "non-members-wrong"));
    noise.setId("logistic-noise");
    images.setId("logistic-images");
    Region ruleAbove = Parts.rule();
    Region ruleBelow = Parts.rule();
    VBox.setVgrow(accuracies, Priority.ALWAYS);
    VBox.setVgrow(noise, Priority.ALWAYS);
    accuracies.setPrefHeight(300);
    noise.setPrefHeight(200);
    accuracies.setMinHeight(120);
    noise.setMinHeight(100);
    getChildren().addAll(accuracies, ruleAbove, noise, ruleBelow, images);
    // what gives way first where there is little room, or much to be read from afar
    var presenting = services.state().presenting();
    for (Region region : List.of(images, ruleBelow)) {
      Parts.showIf(region, heightProperty().greaterThan(LEAST_FOR_IMAGES).and(presenting.not()));
    }
    for (Region region : List.of(noise, ruleAbove)) {
      Parts.showIf(region, heightProperty().greaterThan(LEAST_FOR_NOISE).and(presenting.not()));
    }
    right.widthProperty().addListener(any -> showImages());
    sweep.known().addListener(any -> show());
    sweep.form().chosen().addListener(any -> show());
    sweep.attacks().chosen().addListener(any -> show());
    sweep.attacks().accuracies().addListener(any -> show());
    sweep.asked().addListener(any -> showImages());
    sweep.data().data().addListener(any -> show());
    show();
    showImages();
  }

  private static HBox row(VBox left, VBox right) {
    HBox row = new HBox(24, left, right);
    for (VBox one : List.of(left, right)) {
      HBox.setHgrow(one, Priority.ALWAYS);
      one.setMinWidth(0);
      one.setPrefWidth(328);
    }
    return row;
  }

  private VBox figure(String title, MathLabel remark, FigureView view, String name) {
    return figure(Labels.title(title, theme), remark, view, name);
  }

  private VBox figure(MathLabel title, MathLabel remark, FigureView view, String name) {
    view.themeProperty().bind(theme);
    view.setId("logistic-" + name);
    view.setMinHeight(0);
    VBox.setVgrow(view, Priority.ALWAYS);
    return new VBox(Labels.heading(title, remark, Parts.menu(services, view, name)), view);
  }

  private void show() {
    LogisticForm.Chosen now = sweep.form().chosen().get();
    double c = sweep.regularised(HELD);
    attackRemark.setText(
        sweep.attacks().chosen().get() == MembershipAttack.CORRECT
            ? "½ + gap / 2"
            : "best threshold");
    model.setFigure(LogisticFigures.model(sweep));
    attack.setFigure(LogisticFigures.attack(sweep));
    free.setFigure(LogisticFigures.noise(sweep, Double.POSITIVE_INFINITY));
    held.setFigure(LogisticFigures.noise(sweep, c));
    freeTitle.setText("Noise $σ²$ at $C$ = ∞");
    heldTitle.setText("Noise $σ²$ at $C$ = " + MembershipCharts.symbol(c));
    freeRemark.setText(norm(Double.POSITIVE_INFINITY, now.n()));
    heldRemark.setText(norm(c, now.n()));
  }

  private String norm(double c, int n) {
    return sweep
        .known()
        .get()
        .fit(c, n)
        .map(FitPoint::fit)
        .map(fit -> "$‖w‖$ = " + LogisticWords.norm(fit.model().weightNorm()) + rightOrWrong())
        .orElse("");
  }

  /** The draws of the noise are attacked in one way only. */
  private String rightOrWrong() {
    return sweep.attacks().chosen().get() == MembershipAttack.CORRECT
        ? ""
        : ", attack: right or wrong";
  }

  private void showImages() {
    Asked asked = sweep.asked().get();
    DataSet data = sweep.data().data().get();
    if (asked == null || data == null) {
      right.setFigure(null);
      wrong.setFigure(null);
      rightRemark.setText("");
      wrongRemark.setText("");
      return;
    }
    List<Integer> known = asked.membersRight();
    List<Integer> missed = asked.othersWrong();
    int n = asked.fit().n();
    rightRemark.setText("%,d of %,d".formatted(known.size(), n));
    wrongRemark.setText("%,d of %,d".formatted(missed.size(), n));
    right.setFigure(wall(data, data.train(), asked.members(), known));
    wrong.setFigure(wall(data, data.test(), asked.others(), missed));
  }

  private DigitWall wall(DataSet data, ImageSet images, Answers answers, List<Integer> all) {
    int columns = Math.max(3, (int) (right.getWidth() / (TILE + 16)));
    return LogisticFigures.row(
        data, images, answers, all.subList(0, Math.min(columns, all.size())), columns);
  }

  /** What is shown, by file name, for an export. */
  Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("model-accuracy", model.getFigure());
    figures.put("attack-accuracy", attack.getFigure());
    figures.put("noise-c-inf", free.getFigure());
    figures.put("noise-c-regularised", held.getFigure());
    figures.put("members-right", right.getFigure());
    figures.put("non-members-wrong", wrong.getFigure());
    figures.values().removeIf(java.util.Objects::isNull);
    return figures;
  }
}
