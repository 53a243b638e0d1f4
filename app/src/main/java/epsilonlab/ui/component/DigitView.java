package epsilonlab.ui.component;

import epsilonlab.report.figure.DigitPixels;
import javafx.scene.AccessibleRole;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;

/**
 * One digit, or one change of it, at the largest whole-number scale that fits, with a frame
 * outside. Showing new values allocates nothing.
 */
public final class DigitView extends PaintedRegion {
  private final Rectangle frame = new Rectangle();
  private final float[] values = new float[DigitPixels.COUNT];
  private final int[] argb = new int[DigitPixels.COUNT];
  private float limit = Float.NaN;
  private int preferredScale;
  private boolean fooled;

  /**
   * @param preferredScale screen pixels per image pixel that the view asks for; it may get more or
   *     less room
   */
  public DigitView(int preferredScale) {
    this.preferredScale = preferredScale;
    frame.setManaged(false);
    frame.setFill(null);
    frame.setStrokeType(StrokeType.OUTSIDE);
    getChildren().add(frame);
    getStyleClass().add("digit-view");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    themeProperty().addListener((any, before, now) -> themed());
    themed();
  }

  /** Shows 784 values in [0, 1] as ink; they are copied. */
  public void show(float[] ink) {
    System.arraycopy(ink, 0, values, 0, DigitPixels.COUNT);
    limit = Float.NaN;
    repaint();
  }

  /** Shows 784 signed changes; {@code largest} gets the full colour. They are copied. */
  public void showChange(float[] change, float largest) {
    System.arraycopy(change, 0, values, 0, DigitPixels.COUNT);
    limit = largest;
    repaint();
  }

  /** Whether the frame says that this digit fools the network. */
  public void setFooled(boolean value) {
    if (fooled != value) {
      fooled = value;
      themed();
    }
  }

  public void setPreferredScale(int scale) {
    preferredScale = scale;
    requestLayout();
  }

  /** The side of the drawn digit in logical pixels, a multiple of 28. */
  public double side() {
    return scale() * (double) DigitPixels.SIDE;
  }

  private void themed() {
    frame.setStroke(FxPen.colour(fooled ? getTheme().danger() : getTheme().border()));
    frame.setStrokeWidth(!fooled ? 1 : getTheme().presenting() ? 5 : 3);
    repaint();
  }

  private int scale() {
    return Math.max(1, (int) (Math.min(getWidth(), getHeight()) / DigitPixels.SIDE));
  }

  @Override
  protected void paint(FxPen pen, double width, double height) {
    if (Float.isNaN(limit)) {
      DigitPixels.ink(values, getTheme(), argb);
    } else {
      DigitPixels.change(values, limit, argb);
    }
    int side = DigitPixels.SIDE;
    pen.drawPixels(argb, side, side, frame.getX(), frame.getY(), side(), side());
  }

  @Override
  protected double computePrefWidth(double height) {
    return preferredScale * DigitPixels.SIDE;
  }

  @Override
  protected double computePrefHeight(double width) {
    return preferredScale * DigitPixels.SIDE;
  }

  @Override
  protected double computeMinWidth(double height) {
    return DigitPixels.SIDE;
  }

  @Override
  protected double computeMinHeight(double width) {
    return DigitPixels.SIDE;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double side = side();
    double x = Math.floor((getWidth() - side) / 2);
    double y = Math.floor((getHeight() - side) / 2);
    frame.setX(x);
    frame.setY(y);
    frame.setWidth(side);
    frame.setHeight(side);
  }
}
