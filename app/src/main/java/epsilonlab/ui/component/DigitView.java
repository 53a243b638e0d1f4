package epsilonlab.ui.component;

import epsilonlab.report.figure.DigitPixels;
import epsilonlab.report.figure.FigureTheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;

/**
 * One digit, or one change of it, at the largest whole-number scale that fits, with a frame
 * outside. Showing new values allocates nothing.
 */
public final class DigitView extends Region {
  private final ObjectProperty<FigureTheme> theme =
      new SimpleObjectProperty<>(this, "theme", FigureTheme.LIGHT);
  private final WritableImage image = new WritableImage(DigitPixels.SIDE, DigitPixels.SIDE);
  private final PixelWriter writer = image.getPixelWriter();
  private final ImageView view = new ImageView(image);
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
    view.setSmooth(false);
    view.setManaged(false);
    frame.setManaged(false);
    frame.setFill(null);
    frame.setStrokeType(StrokeType.OUTSIDE);
    getChildren().addAll(view, frame);
    getStyleClass().add("digit-view");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    theme.addListener((any, before, now) -> themed());
    themed();
  }

  public ObjectProperty<FigureTheme> themeProperty() {
    return theme;
  }

  /** Shows 784 values in [0, 1] as ink; they are copied. */
  public void show(float[] ink) {
    System.arraycopy(ink, 0, values, 0, DigitPixels.COUNT);
    limit = Float.NaN;
    draw();
  }

  /** Shows 784 signed changes; {@code largest} gets the full colour. They are copied. */
  public void showChange(float[] change, float largest) {
    System.arraycopy(change, 0, values, 0, DigitPixels.COUNT);
    limit = largest;
    draw();
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
    return view.getFitWidth();
  }

  private void themed() {
    frame.setStroke(FxPen.colour(fooled ? theme.get().danger() : theme.get().border()));
    frame.setStrokeWidth(!fooled ? 1 : theme.get().presenting() ? 5 : 3);
    draw();
  }

  private void draw() {
    if (Float.isNaN(limit)) {
      DigitPixels.ink(values, theme.get(), argb);
    } else {
      DigitPixels.change(values, limit, argb);
    }
    int side = DigitPixels.SIDE;
    writer.setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), argb, 0, side);
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
    int scale = Math.max(1, (int) (Math.min(getWidth(), getHeight()) / DigitPixels.SIDE));
    double side = scale * DigitPixels.SIDE;
    double x = Math.floor((getWidth() - side) / 2);
    double y = Math.floor((getHeight() - side) / 2);
    view.setFitWidth(side);
    view.setFitHeight(side);
    view.relocate(x, y);
    frame.setX(x);
    frame.setY(y);
    frame.setWidth(side);
    frame.setHeight(side);
  }
}
