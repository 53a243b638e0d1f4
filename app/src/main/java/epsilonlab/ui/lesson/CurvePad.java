package epsilonlab.ui.lesson;

import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Question;
import epsilonlab.lesson.fact.Curve;
import epsilonlab.lesson.fact.Format;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Series;
import epsilonlab.ui.OwnKeys;
import epsilonlab.ui.component.FigureView;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/**
 * An empty chart to draw a guess into, with the mouse, or by keyboard: left and right choose a
 * point, up and down move it. Shows guess and truth together once both are there.
 */
final class CurvePad extends StackPane {
  private static final Set<KeyCode> KEYS =
      Set.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN);
  private static final int LEAP = 10;
  private static final double HEIGHT = 190;

  private final Question.Drawn question;
  private final CurveGuess guess;
  private final Runnable drawn;
  private final FigureView view = new FigureView();
  private int at;
  private boolean open = true;

  /**
   * @param drawn is called when the student has drawn something
   */
  CurvePad(Question.Drawn question, ObservableValue<FigureTheme> theme, Runnable drawn) {
    this.question = question;
    this.guess = new CurveGuess(question);
    this.drawn = drawn;
    getStyleClass().add("curve-pad");
    view.themeProperty().bind(theme);
    getChildren().add(view);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setCursor(Cursor.CROSSHAIR);
    OwnKeys.keep(this, event -> KEYS.contains(event.getCode()));
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          requestFocus();
          guess.lift();
          draw(event);
        });
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draw);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    showDrawn();
  }

  CurveGuess guess() {
    return guess;
  }

  private void draw(MouseEvent event) {
    if (open) {
      at = guess.drawTo(view.chartX(event.getX()), view.chartY(event.getY()));
      showDrawn();
      drawn.run();
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    int by = event.isShiftDown() ? LEAP : 1;
    int last = guess.x().length - 1;
    if (!open || !KEYS.contains(event.getCode())) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> at = Math.max(0, at - 1);
      case RIGHT -> at = Math.min(last, at + 1);
      case UP -> guess.move(at, by);
      default -> guess.move(at, -by);
    }
    showDrawn();
    drawn.run();
    event.consume();
  }

  private void showDrawn() {
    view.setFigure(
        chart()
            .add(line("your guess", guess.x(), guess.y()))
            .marker(guess.x()[at], "your guess")
            .build());
    setAccessibleText(
        "Your curve; left and right choose a point, up and down move it. At "
            + guess.x()[at]
            + ": "
            + question.format().write(guess.y()[at])
            + ".");
  }

  /** Shows what was guessed, and the truth if it is known; nothing can be drawn any more. */
  void show(Guess guessed, Optional<Guess> truth) {
    open = false;
    setCursor(Cursor.DEFAULT);
    setFocusTraversable(false);
    LineChart.Builder both = chart().add(line("your guess", (Guess.Line) guessed));
    truth.ifPresent(known -> both.add(truth((Guess.Line) known)));
    view.setFigure(both.build());
    setAccessibleText(view.getFigure().description());
  }

  private LineChart.Builder chart() {
    double first = question.x().get(0);
    double last = question.x().get(question.x().size() - 1);
    Axis y =
        question.format() == Format.SHARE
            ? Axis.percent(question.from(), question.to())
            : Axis.fixed(question.from(), question.to());
    return LineChart.builder()
        .x(Axis.fixed(first, last).withLabel(question.xLabel()))
        .y(y.withLabel(question.yLabel()))
        .legend(LineChart.Legend.ABOVE)
        .description(question.yLabel() + " against " + question.xLabel());
  }

  private static Series line(String name, Guess.Line line) {
    return line(name, xs(line), ys(line));
  }

  private static double[] xs(Guess.Line line) {
    return line.curve().points().stream().mapToDouble(Curve.Point::x).toArray();
  }

  private static double[] ys(Guess.Line line) {
    return line.curve().points().stream().mapToDouble(Curve.Point::y).toArray();
  }

  private static Series line(String name, double[] x, double[] y) {
    return new Series(name, x, y, FigureTheme::accent)
        .withStyle(LineStyle.DASHED)
        .withWidth(2)
        .withMarker(Marker.DOT);
  }

  private static Series truth(Guess.Line line) {
    return new Series("the truth", xs(line), ys(line), FigureTheme::ink).withWidth(3);
  }
}
