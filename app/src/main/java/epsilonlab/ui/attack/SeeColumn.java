package epsilonlab.ui.attack;

import epsilonlab.ui.component.EpsilonSlider;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The middle of the Attack tab: the pictures as large as the rest lets them be; in a low window the
 * sample strip gives way first.
 */
final class SeeColumn extends Pane {
  private static final double GAP = 8;

  private final PicturesPane pictures;
  private final EpsilonSlider slider;
  private final AnswersPane answers;
  private final StripPane strip;
  private final Region upperRule = rule();
  private final Region lowerRule = rule();

  SeeColumn(PicturesPane pictures, EpsilonSlider slider, AnswersPane answers, StripPane strip) {
    super();
    this.pictures = pictures;
    this.slider = slider;
    this.answers = answers;
    this.strip = strip;
    getChildren().addAll(pictures, slider, upperRule, answers, lowerRule, strip);
    strip.wantedProperty().addListener((property, before, now) -> requestLayout());
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }

  @Override
  protected double computeMinHeight(double width) {
    return getInsets().getTop()
        + getInsets().getBottom()
        + rest(width, false)
        + pictures.heightAt(PicturesPane.LEAST_SCALE);
  }

  /** What everything but the pictures takes. */
  private double rest(double width, boolean withStrip) {
    return slider.prefHeight(width)
        + answers.least()
        + GAP
        + 1
        + GAP
        + (withStrip ? strip.heightOf(width) + GAP + 1 + GAP : 0);
  }

  @Override
  protected void layoutChildren() {
    double x = getInsets().getLeft();
    double y = getInsets().getTop();
    double width = getWidth() - x - getInsets().getRight();
    double height = getHeight() - y - getInsets().getBottom();
    boolean room =
        strip.isWanted()
            && height - rest(width, true) >= pictures.heightAt(PicturesPane.SCALE_WITH_STRIP);
    strip.setVisible(room);
    lowerRule.setVisible(room);
    int scale = pictures.scaleThatFits(width, height - rest(width, room));
    y += place(pictures, x, y, width, pictures.heightAt(scale));
    y += place(slider, x, y, width, slider.prefHeight(width));
    y += GAP + place(upperRule, x, y, width, 1);
    double bottom = getHeight() - getInsets().getBottom();
    if (room) {
      double high = strip.heightOf(width);
      place(strip, x, bottom - high, width, high);
      bottom -= high + GAP;
      place(lowerRule, x, bottom - 1, width, 1);
      bottom -= 1 + GAP;
    }
    place(answers, x, y, width, Math.max(0, bottom - y));
  }

  private static double place(Region child, double x, double y, double width, double height) {
    child.resizeRelocate(x, y, width, height);
    return height;
  }
}
