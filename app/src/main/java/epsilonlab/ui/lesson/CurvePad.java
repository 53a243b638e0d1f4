package epsilonlab.ui.lesson;

import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Question;
import epsilonlab.report.GuessChart;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.OwnKeys;
import epsilonlab.ui.component.FigureView;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
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
  private static final double HEIGHT = 224;

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
      Point2D place = view.sceneToLocal(event.getSceneX(), event.getSceneY());
      at = guess.drawTo(view.chartX(place.getX()), view.chartY(place.getY()));
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
        GuessChart.drawing(question, guess.x(), guess.y())
            .marker(guess.x()[at], GuessChart.GUESS)
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
    view.setFigure(
        GuessChart.of(question, (Guess.Line) guessed, truth.map(Guess.Line.class::cast)));
    setAccessibleText(view.getFigure().description());
  }
}
