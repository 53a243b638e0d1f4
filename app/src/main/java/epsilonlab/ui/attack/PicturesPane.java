package epsilonlab.ui.attack;

import epsilonlab.data.ImageSet;
import epsilonlab.evaluation.AttackedImage;
import epsilonlab.report.figure.AttackedDigit;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.TextStyle;
import epsilonlab.ui.StyleClasses;
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

  /** The height of the captions in presenter mode. */
  static final double PROJECTOR_CAPTION = 36;

  private static final int MOST_SCALE = 13;
  private static final int PROJECTOR_MOST_SCALE = 18;
  private static final double CAPTION = 20;
  private static final double RESULT = 38;
  private static final double SIGN = 46;
  // of a digit that fools
  private static final double FRAME = 3;
  private static final double PROJECTOR_SIGN = 44;

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
  private boolean answerHidden;
  private boolean presenting;

  PicturesPane(AttackViewModel model, ObservableValue<FigureTheme> theme) {
    this.model = model;
    captions =
        new MathLabel[] {
          new MathLabel("$x$  original").onOneLine(),
          new MathLabel("$δ$  perturbation").onOneLine(),
          new MathLabel("$x*$  adversarial").onOneLine()
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
    model.session().data().addListener((property, old, now) -> show(model.attacked().get()));
    show(model.attacked().get());
  }

  /** Larger captions, and no answers below: presenter mode has them in a box of their own. */
  void setPresenting(boolean value) {
    presenting = value;
    for (MathLabel label : captions) {
      label.styled(TextStyle.Weight.REGULAR, value ? 2 : 1);
    }
    showEpsilon();
    show(model.attacked().get());
  }

  private double caption() {
    return presenting ? PROJECTOR_CAPTION : CAPTION;
  }

  private double result() {
    return presenting ? 0 : RESULT;
  }

  private double sign() {
    return presenting ? PROJECTOR_SIGN : SIGN;
  }

  private static Label sign(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("sign");
    label.setAlignment(Pos.CENTER);
    return label;
  }

  /** The attacked digit. */
  DigitView adversarial() {
    return adversarial;
  }

  /** The answer below it. */
  Node after() {
    return after;
  }

  /** While it is hidden, there is no figure of all three. */
  void hideAnswer(boolean hidden) {
    answerHidden = hidden;
  }

  /** All three as one figure; null while there is no digit, or its answer is hidden. */
  AttackedDigit figure() {
    AttackedImage now = model.attacked().get();
    if (now == null || answerHidden) {
      return null;
    }
    return new AttackedDigit(
        now.original(),
        now.adversarial(),
        model.fullColour(),
        answer(now.answerBefore(), now.probabilitiesBefore()),
        answer(now.answerAfter(), now.probabilitiesAfter()),
        now.answerAfter() != now.label());
  }

  private String answer(int of, float[] probabilities) {
    return name(of) + ", " + Numbers.percent(probabilities[of]);
  }

  /** The height with pictures of this scale. */
  double heightAt(int scale) {
    return caption() + side(scale) + result();
  }

  /** The width with pictures of this scale. */
  double widthAt(int scale) {
    return 3 * side(scale) + 2 * sign();
  }

  private static double side(int scale) {
    return scale * (double) ImageSet.SIDE;
  }

  /** The largest scale that fits. */
  int scaleThatFits(double width, double height) {
    int wide = (int) ((width - 2 * sign()) / 3 / ImageSet.SIDE);
    int high = (int) ((height - caption() - result()) / ImageSet.SIDE);
    return Math.max(
        LEAST_SCALE,
        Math.min(presenting ? PROJECTOR_MOST_SCALE : MOST_SCALE, Math.min(wide, high)));
  }

  @Override
  protected void layoutChildren() {
    int scale = scaleThatFits(getWidth(), getHeight());
    double side = side(scale);
    double top = caption();
    double middle = (getWidth() - side) / 2;
    double[] lefts = {0, middle, getWidth() - side};
    Region[] views = {original, change, adversarial};
    for (int i = 0; i < 3; i++) {
      views[i].resizeRelocate(lefts[i], top, side, side);
      centre(captions[i], lefts[i], 0, side, top);
    }
    double gap = middle - side;
    centre(plus, side, top, gap, side);
    centre(equal, middle + side, top, gap, side);
    below(before, lefts[0], top + side, side);
    below(after, lefts[2], top + side, side);
    centre(scaleBar, lefts[1] - gap / 2, top + side, side + gap, RESULT);
  }

  /** As wide as the picture with its frame, so that one cover fits both, unless words need more. */
  private void below(AnswerLine line, double left, double top, double side) {
    double width = Math.max(side + 2 * FRAME, Math.ceil(line.prefWidth(-1)));
    double centred = left + (side - width) / 2;
    double most = getWidth() + FRAME - width;
    line.resizeRelocate(Math.max(-FRAME, Math.min(centred, most)), top, width, RESULT);
  }

  private static void centre(Node node, double x, double y, double width, double height) {
    node.autosize();
    double w = node.getLayoutBounds().getWidth();
    double h = node.getLayoutBounds().getHeight();
    node.relocate(Math.round(x + (width - w) / 2), Math.round(y + (height - h) / 2));
  }

  private void showEpsilon() {
    double epsilon = model.fullColour();
    double times = epsilon > 0 ? 1 / epsilon : 1;
    String by = "× " + Numbers.plain(Math.round(times * 10) / 10.0);
    captions[1].setText(
        presenting
            ? "$δ$  change" + (epsilon > 0 ? ", " + by : "")
            : "$δ$  perturbation" + (epsilon > 0 ? ", shown " + by : ""));
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
    for (Node node : new Node[] {before, after, scaleBar}) {
      node.setVisible(!presenting);
    }
    showEpsilon();
    for (int i = 0; i < difference.length; i++) {
      difference[i] = now.adversarial()[i] - now.original()[i];
    }
    original.show(now.original());
    change.showChange(difference, (float) Math.max(1e-6, model.fullColour()));
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
      StyleClasses.oneOf(icon, wrong ? "danger" : "success", "danger", "success");
      StyleClasses.set(answer, "danger-text", wrong);
      answer.setText(name);
      percent.setText(Numbers.percent(probability));
    }
  }
}
