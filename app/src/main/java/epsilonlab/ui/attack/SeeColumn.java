package epsilonlab.ui.attack;

import epsilonlab.ui.component.EpsilonSlider;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The middle of the Attack tab: the pictures as large as the rest lets them be; in a low window the
 * sample strip gives way first. In presenter mode a large answer stands beside the pictures, and
 * one chart and one sentence below.
 */
final class SeeColumn extends Pane {
  private static final double GAP = 8;
  private static final double RULE_GAP = 2;
  private static final double ROOMY_GAP = 16;
  private static final double ROOMY_FROM = 900;
  // the scale of the pictures below which the strip gives way
  private static final int LEAST_WITH_STRIP = 6;
  private static final int LEAST_WITH_TALL_STRIP = 5;
  private static final double ANSWER = 264;
  private static final double ANSWER_GAP = 38;
  private static final double LEAST_WITH_ANSWER = 1000;

  private final AttackViewModel model;
  private final PicturesPane pictures;
  private final EpsilonSlider slider;
  private final AnswersPane answers;
  private final StripPane strip;
  private final ProjectorAnswer projectorAnswer;
  private final ProjectorPane projector;
  private final EmptyPane empty;
  private final Region upperRule = rule();
  private final Region lowerRule = rule();
  private boolean presenting;

  SeeColumn(
      AttackViewModel model,
      PicturesPane pictures,
      EpsilonSlider slider,
      AnswersPane answers,
      StripPane strip,
      ProjectorAnswer projectorAnswer,
      ProjectorPane projector,
      EmptyPane empty) {
    this.model = model;
    this.pictures = pictures;
    this.slider = slider;
    this.answers = answers;
    this.strip = strip;
    this.projectorAnswer = projectorAnswer;
    this.projector = projector;
    this.empty = empty;
    getStyleClass().add("attack-see");
    // so that the keys of the tab work after a click on a picture
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> slider.requestFocus());
    getChildren()
        .addAll(
            pictures,
            projectorAnswer,
            slider,
            upperRule,
            answers,
            projector,
            lowerRule,
            strip,
            empty);
    model.missing().addListener((property, before, now) -> showParts());
    model.session().data().addListener((property, before, now) -> requestLayout());
    showParts();
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }

  void setPresenting(boolean value) {
    presenting = value;
    pictures.setPresenting(value);
    showParts();
  }

  private boolean hasPictures() {
    AttackViewModel.Missing missing = model.missing().get();
    return missing != AttackViewModel.Missing.DATA && missing != AttackViewModel.Missing.MODEL;
  }

  private void showParts() {
    boolean usable = hasPictures();
    for (Node node : new Node[] {pictures, slider, upperRule}) {
      node.setVisible(usable);
    }
    answers.setVisible(usable && !presenting);
    projector.setVisible(usable && presenting);
    projectorAnswer.setVisible(usable && presenting);
    requestLayout();
  }

  @Override
  protected double computeMinHeight(double width) {
    double inner = width - getInsets().getLeft() - getInsets().getRight();
    return getInsets().getTop()
        + getInsets().getBottom()
        + (presenting ? restPresenting() : rest(inner, GAP, false))
        + pictures.heightAt(PicturesPane.LEAST_SCALE);
  }

  /** What everything but the pictures takes. */
  private double rest(double width, double gap, boolean withStrip) {
    return slider.prefHeight(width)
        + answers.least()
        + gap
        + 1
        + gap
        + (withStrip ? strip.heightOf(width) + RULE_GAP + 1 + RULE_GAP : 0);
  }

  private double restPresenting() {
    return slider.prefHeight(-1) + GAP + 1 + GAP + ProjectorPane.LEAST;
  }

  @Override
  protected void layoutChildren() {
    double x = getInsets().getLeft();
    double y = getInsets().getTop();
    double width = getWidth() - x - getInsets().getRight();
    double height = getHeight() - y - getInsets().getBottom();
    if (presenting) {
      layoutPresenting(x, y, width, height);
    } else {
      layoutNormal(x, y, width, height);
    }
    place(empty, x, y, width, hasPictures() ? pictures.getHeight() : height);
  }

  private void layoutNormal(double x, double top, double width, double height) {
    double y = top;
    double gap = height >= ROOMY_FROM ? ROOMY_GAP : GAP;
    boolean room =
        answers.isVisible()
            && height - rest(width, gap, true)
                >= pictures.heightAt(strip.isTall() ? LEAST_WITH_TALL_STRIP : LEAST_WITH_STRIP);
    strip.setVisible(room);
    lowerRule.setVisible(room);
    int scale = pictures.scaleThatFits(width, height - rest(width, gap, room));
    y += place(pictures, x, y, width, pictures.heightAt(scale));
    y += gap - GAP;
    y += place(slider, x, y, width, slider.prefHeight(width));
    y += gap + place(upperRule, x, y + gap, width, 1);
    double bottom = top + height;
    if (room) {
      double high = strip.heightOf(width);
      place(strip, x, bottom - high, width, high);
      // its heading has air of its own
      bottom -= high + RULE_GAP;
      place(lowerRule, x, bottom - 1, width, 1);
      bottom -= 1 + RULE_GAP;
    }
    y += gap;
    place(answers, x, y, width, bottom - y);
  }

  private void layoutPresenting(double x, double top, double width, double height) {
    double y = top;
    strip.setVisible(false);
    lowerRule.setVisible(false);
    // beside a lesson the sentence below has to do for an answer
    boolean answer = hasPictures() && width >= LEAST_WITH_ANSWER;
    projectorAnswer.setVisible(answer);
    double forPictures = answer ? width - ANSWER - ANSWER_GAP : width;
    int scale = pictures.scaleThatFits(forPictures, height - restPresenting());
    double high = pictures.heightAt(scale);
    double wide = Math.min(forPictures, pictures.widthAt(scale));
    // what is left goes between the pictures and around the answer
    double spare = answer ? Math.max(0, forPictures - wide) : 0;
    place(pictures, x, y, wide + spare / 2, high);
    if (answer) {
      place(projectorAnswer, x + width - ANSWER, y, ANSWER, high);
    }
    y += high + place(slider, x, y + high, width, slider.prefHeight(width));
    y += GAP + place(upperRule, x, y + GAP, width, 1) + GAP;
    place(projector, x, y, width, top + height - y);
  }

  private static double place(Region part, double x, double y, double width, double height) {
    part.resizeRelocate(x, y, width, Math.max(0, height));
    return height;
  }
}
