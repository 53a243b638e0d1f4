package epsilonlab.ui.train;

import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The confusion matrix, and the digits that the network gets most confidently wrong. */
final class MistakesPane extends HBox {
  private static final double LARGE_FROM = 500;
  private static final double LEAST_GAP = 6;

  private final TrainViewModel model;
  private final LabServices services;
  private final FigureView matrix = new FigureView();
  private final FigureView wall = new FigureView();
  private final ObjectBinding<FigureTheme> theme;

  MistakesPane(TrainViewModel model, LabServices services) {
    this.model = model;
    this.services = services;
    this.theme = Parts.theme(services.state());
    getStyleClass().add("train-pair");
    matrix.setId("train-confusion");
    wall.setId("train-wrong");
    getChildren()
        .addAll(
            panel("Confusion", "rows: truth, columns: answer", matrix, "confusion"),
            panel("Most confidently wrong", "truth → answer", wall, "most-confidently-wrong"));
    wall.setOnMouseClicked(this::clicked);
    wall.setOnMouseMoved(
        event -> wall.setCursor(tileAt(event) >= 0 ? Cursor.HAND : Cursor.DEFAULT));
    wall.widthProperty().addListener((property, before, now) -> showWrong());
    wall.heightProperty().addListener((property, before, now) -> showWrong());
    model.test().addListener((property, before, now) -> show());
    show();
  }

  private VBox panel(String title, String remark, FigureView view, String name) {
    view.themeProperty().bind(theme);
    view.setPrefHeight(310);
    view.setMinHeight(230);
    VBox.setVgrow(view, Priority.ALWAYS);
    VBox all = new VBox(Parts.heading(title, remark, Parts.menu(services, view, name)), view);
    all.getStyleClass().add("train-mistakes");
    HBox.setHgrow(all, Priority.ALWAYS);
    all.setPrefWidth(0);
    all.setMinWidth(0);
    return all;
  }

  private void show() {
    TestSummary test = model.test().get();
    matrix.setFigure(
        test == null ? null : TrainFigures.confusion(test, model.shown().get().plan()));
    showWrong();
  }

  private void showWrong() {
    TestSummary test = model.test().get();
    if (test == null || wall.getWidth() <= 0) {
      wall.setFigure(null);
      return;
    }
    TrainingPlan plan = model.shown().get().plan();
    double width = wall.getWidth();
    double height = wall.getHeight();
    double unit = theme.get().text() / 13;
    boolean large = TrainFigures.hasNames(plan.data()) || width >= LARGE_FROM * unit;
    int scale = large ? 3 : 2;
    double box = scale * 28 + 4;
    int columns = Math.max(1, (int) ((width + LEAST_GAP) / (box + LEAST_GAP)));
    // digit with frame, two lines of text, and no gap below the last row
    double pitch = box + Math.round(43 * unit);
    int rows = Math.max(1, (int) ((height + 5 * unit) / pitch));
    wall.setFigure(TrainFigures.wrong(test, plan.data(), columns, scale, rows * columns));
  }

  private int tileAt(MouseEvent event) {
    return wall.getFigure() instanceof DigitWall digits
        ? digits.tileAt(event.getX(), event.getY(), wall.getWidth(), wall.getTheme())
        : -1;
  }

  private void clicked(MouseEvent event) {
    int tile = tileAt(event);
    TestSummary test = model.test().get();
    if (tile >= 0 && test != null) {
      model.choose(test.worst().get(tile).index());
    }
  }
}
