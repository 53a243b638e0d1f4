package epsilonlab.ui.theory.page;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.ui.Parts;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/** The small sign of a series in legends and tables: the colour and the form of the drawing. */
public final class Swatch extends StackPane {
  private static final double SIDE = 11;

  private Swatch(Shape shape, boolean filled, Hue hue, ObservableValue<FigureTheme> theme) {
    setMinSize(14, 14);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    var colour = theme.map(now -> Parts.colour(hue.on(now)));
    shape.strokeProperty().bind(colour);
    shape.setStrokeWidth(2);
    if (filled) {
      shape.fillProperty().bind(colour);
    } else {
      shape.setFill(Color.TRANSPARENT);
    }
    getChildren().add(shape);
  }

  /** An empty square with a solid edge. */
  public static Swatch square(Hue hue, ObservableValue<FigureTheme> theme) {
    return new Swatch(new Rectangle(SIDE, SIDE), false, hue, theme);
  }

  /** An empty circle with a dashed edge. */
  public static Swatch circle(Hue hue, ObservableValue<FigureTheme> theme) {
    Circle circle = new Circle(SIDE / 2);
    circle.getStrokeDashArray().addAll(4.0, 3.0);
    return new Swatch(circle, false, hue, theme);
  }

  /** A disc. */
  public static Swatch disc(Hue hue, ObservableValue<FigureTheme> theme) {
    return new Swatch(new Circle(SIDE / 2 - 1), true, hue, theme);
  }

  /** A filled square. */
  public static Swatch block(Hue hue, ObservableValue<FigureTheme> theme) {
    return new Swatch(new Rectangle(SIDE - 2, SIDE - 2), true, hue, theme);
  }

  /** A line. */
  public static Swatch line(Hue hue, ObservableValue<FigureTheme> theme, Double... dash) {
    Line line = new Line(0, 0, 18, 0);
    line.getStrokeDashArray().addAll(dash);
    Swatch swatch = new Swatch(line, false, hue, theme);
    swatch.setMinWidth(20);
    return swatch;
  }
}
