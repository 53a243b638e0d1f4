package epsilonlab.ui.attack;

import epsilonlab.data.ImageSet;
import epsilonlab.evaluation.AttackedImage;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.TextStyle;
import epsilonlab.ui.component.DigitView;
import epsilonlab.ui.component.MathLabel;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sum of the tab: x + perturbation = x*, each picture with its caption and its answer. */
final class PicturesPane extends Pane {
  /** Smaller than this no picture becomes. */
  static final int LEAST_SCALE = 4;

  /** Below this the sample strip gives way. */
  static final int SCALE_WITH_STRIP = 6;

  private static final int MOST_SCALE = 13;
  private static final double CAPTION = 24;
  private static final double RESULT = 36;
  private static final double SIGN = 46;

  private final AttackViewModel model;
  private final DigitView original = new DigitView(7);
  private final DigitView change = new DigitView(7);
  private final DigitView adversarial = new DigitView(7);
  private final MathLabel[] captions;
  private final Label plus = sign("+");
  private final Label equal = sign("=");
  private final AnswerLine before = new AnswerLine();
  private final AnswerLine after = new AnswerLine();
  private final ChangeScale scaleBar = new ChangeScale();
  private final float[] difference = new float[ImageSet.PIXELS];

  PicturesPane(AttackViewModel model, ObservableValue<FigureTheme> theme) {
    this.model = model;
    captions =
        new MathLabel[] {
          new MathLabel("$x$  original"),
          new MathLabel("$δ$  perturbation"),
          new MathLabel("$x*$  adversarial")
        };
    for (DigitView view : new DigitView[] {original, change, adversarial}) {
      view.themeProperty().bind(theme);
    }
    for (MathLabel caption : captions) {
      caption.themeProperty().bind(theme);
      caption.styled(TextStyle.Weight.REGULAR, 1);
    }

    original.setId("original");
    change.setId("perturbation");
    adversarial.setId("adversarial");
    Tooltip.install(
        change,
        new Tooltip("What the attack adds, magnified: red raises a pixel, blue lowers it."));
    getChildren().addAll(original, change, adversarial, plus, equal, before, after, scaleBar);
    getChildren().addAll(captions);
    model.attacked().addListener((property, old, now) -> show(now));
    model.epsilon().addListener((property, old, now) -> showEpsilon());
    model.session().data().addListener((property, old, now) -> show(model.attacked().get()));
    showEpsilon();
    show(model.attacked().get());
  }

  private static Label sign(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("sign");
    label.setAlignment(Pos.CENTER);
    return label;
  }

  /** The height with pictures of this scale. */
  double heightAt(int scale) {
    return CAPTION + side(scale) + RESULT;
  }

  private static double side(int scale) {
    return scale * (double) ImageSet.SIDE;
  }

  /** The largest scale that fits. */
  int scaleThatFits(double width, double height) {
    int wide = (int) ((width - 2 * SIGN) / 3 / ImageSet.SIDE);
    int high = (int) ((height - CAPTION - RESULT) / ImageSet.SIDE);
    return Math.max(LEAST_SCALE, Math.min(MOST_SCALE, Math.min(wide, high)));
  }

  @Override
  protected void layoutChildren() {
    int scale = scaleThatFits(getWidth(), getHeight());
    double side = side(scale);
    double middle = (getWidth() - side) / 2;
    double[] lefts = {0, middle, getWidth() - side};
    Region[] views = {original, change, adversarial};
    for (int i = 0; i < 3; i++) {
      views[i].resizeRelocate(lefts[i], CAPTION, side, side);
      centre(captions[i], lefts[i], 0, side, CAPTION);
    }
    double gap = middle - side;
    centre(plus, side, CAPTION, gap, side);
    centre(equal, middle + side, CAPTION, gap, side);
    before.resizeRelocate(lefts[0] - gap / 2, CAPTION + side, side + gap, RESULT);
    after.resizeRelocate(lefts[2] - gap / 2, CAPTION + side, side + gap, RESULT);
    centre(scaleBar, lefts[1] - gap / 2, CAPTION + side, side + gap, RESULT);
  }

  private static void centre(Node node, double x, double y, double width, double height) {
    node.autosize();
    double w = node.getLayoutBounds().getWidth();
    double h = node.getLayoutBounds().getHeight();
    node.relocate(Math.round(x + (width - w) / 2), Math.round(y + (height - h) / 2));
  }

  private void showEpsilon() {
    double epsilon = model.epsilon().get();
    double times = epsilon > 0 ? 1 / epsilon : 1;
    captions[1].setText(
        "$δ$  perturbation"
            + (epsilon > 0 ? ", shown × " + Numbers.plain(Math.round(times * 10) / 10.0) : ""));
    scaleBar.show(epsilon);
    requestLayout();
  }

  private void show(AttackedImage now) {
    boolean there = now != null;
    for (Node node : getChildren()) {
      node.setVisible(there);
    }
    if (!there) {
      return;
    }
    for (int i = 0; i < difference.length; i++) {
      difference[i] = now.adversarial()[i] - now.original()[i];
    }
    original.show(now.original());
    change.showChange(difference, (float) Math.max(1e-6, model.epsilon().get()));
    adversarial.show(now.adversarial());
    boolean wrongBefore = now.answerBefore() != now.label();
    boolean fooled = now.answerAfter() != now.label();
    adversarial.setFooled(fooled);
    original.setFooled(wrongBefore);
    before.show(
        name(now.answerBefore()), now.probabilitiesBefore()[now.answerBefore()], wrongBefore);
    after.show(name(now.answerAfter()), now.probabilitiesAfter()[now.answerAfter()], fooled);
  }

  private String name(int wanted) {
    return ClassNames.of(model.session(), wanted);
  }

  /** Icon, class and percentage under a picture. */
  private static final class AnswerLine extends HBox {
    private final FontIcon icon = new FontIcon(Feather.CHECK);
    private final Label answer = new Label();
    private final Label percent = new Label();

    AnswerLine() {
      super(8);
      setAlignment(Pos.CENTER);
      answer.getStyleClass().add("picture-result");
      percent.getStyleClass().add("result-percent");
      getChildren().addAll(icon, answer, percent);
    }

    void show(String name, float probability, boolean wrong) {
      icon.setIconCode(wrong ? Feather.ALERT_TRIANGLE : Feather.CHECK);
      icon.getStyleClass().removeAll("danger", "success");
      icon.getStyleClass().add(wrong ? "danger" : "success");
      answer.getStyleClass().remove("danger-text");
      if (wrong) {
        answer.getStyleClass().add("danger-text");
      }
      answer.setText(name);
      percent.setText(Numbers.percent(probability));
    }
  }
}
