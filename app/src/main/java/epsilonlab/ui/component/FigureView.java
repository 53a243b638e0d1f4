package epsilonlab.ui.component;

import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.LineChart;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;

/** Shows a figure in whatever room it is given; null shows nothing. */
public class FigureView extends PaintedRegion {
  private static final double STALE_OPACITY = 0.45;

  private final ObjectProperty<Figure> figure = new SimpleObjectProperty<>(this, "figure");
  private final BooleanProperty stale = new SimpleBooleanProperty(this, "stale");
  private final BooleanProperty covered = new SimpleBooleanProperty(this, "covered");

  public FigureView() {
    getStyleClass().add("figure-view");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    figure.addListener(
        (any, before, now) -> {
          repaint();
          boolean sameHeight = before != null && now != null && height(before) == height(now);
          if (!sameHeight) {
            requestLayout();
          }
        });
    themeProperty().addListener((any, before, now) -> requestLayout());
    stale.addListener((any, before, now) -> setOpacity(now ? STALE_OPACITY : 1));
    covered.addListener(any -> repaint());
  }

  public final ObjectProperty<Figure> figureProperty() {
    return figure;
  }

  public final Figure getFigure() {
    return figure.get();
  }

  public final void setFigure(Figure value) {
    figure.set(value);
  }

  /** Greyed, for a figure that is about to be replaced. */
  public BooleanProperty staleProperty() {
    return stale;
  }

  public void setStale(boolean value) {
    stale.set(value);
  }

  /** Whether a lesson hides it: nothing is painted, told or copied then. */
  public BooleanProperty coveredProperty() {
    return covered;
  }

  /** The x of the chart that is shown at so many pixels from the left; NaN without a chart. */
  public double chartX(double pixels) {
    return getFigure() instanceof LineChart chart
        ? chart.xAt(pixels, pen(), getWidth(), getHeight(), getTheme())
        : Double.NaN;
  }

  /** The y of the chart that is shown at so many pixels from the top; NaN without a chart. */
  public double chartY(double pixels) {
    return getFigure() instanceof LineChart chart
        ? chart.yAt(pixels, pen(), getWidth(), getHeight(), getTheme())
        : Double.NaN;
  }

  private double height(Figure of) {
    return of.preferredHeight(getWidth(), getTheme());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 328;
  }

  @Override
  protected double computePrefHeight(double width) {
    double of = width > 0 ? width : 328;
    return getFigure() == null ? 0 : getFigure().preferredHeight(of, getTheme());
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected void paint(FxPen pen, double width, double height) {
    if (getFigure() != null && !covered.get()) {
      getFigure().paint(pen, width, height, getTheme());
    }
  }

  // asked for when a screen reader wants it, so that nothing is put into words on every redraw
  @Override
  public Object queryAccessibleAttribute(
      javafx.scene.AccessibleAttribute attribute, Object... parameters) {
    if (attribute == javafx.scene.AccessibleAttribute.TEXT && getFigure() != null) {
      return covered.get() ? "Covered until you have guessed." : getFigure().description();
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }
}
