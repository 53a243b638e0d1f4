package epsilonlab.ui.defend;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MathLabel;
import javafx.beans.binding.ObjectBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The session's digit under every trained network, side by side. */
final class DigitsPane extends VBox {
  private static final String[] NUMBERS = {
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
  };

  private final DefendViewModel model;
  private final ObjectBinding<FigureTheme> theme;
  private final FigureView view = new FigureView();
  private final MathLabel remark = new MathLabel("");
  private final Label title;
  private SamplesPopup open;

  DigitsPane(DefendViewModel model, LabServices services) {
    this.model = model;
    theme = Parts.theme(services.state());
    view.setId("defend-digits");
    view.themeProperty().bind(theme);
    view.setMinHeight(130);
    remark.themeProperty().bind(theme);
    remark.mutedProperty().set(true);
    Button samples =
        Parts.iconButton(
            Feather.GRID,
            "Sample digits, attacked with each ε, with what they are taken for",
            () -> {});
    samples.setId("defend-samples");
    samples.setTranslateX(-8);
    samples.setOnAction(event -> showSamples(services, samples));
    HBox heading = RacePane.headed("", remark, Parts.menu(services, view, "the-same-digit"));
    title = (Label) heading.getChildren().get(0);
    StackPane figure =
        new StackPane(view, Waiting.note(model, "attacked under each network"), samples);
    // the corner below the symbols is free
    StackPane.setAlignment(samples, Pos.BOTTOM_LEFT);
    Parts.showIf(samples, view.figureProperty().isNotNull());
    VBox.setVgrow(figure, Priority.ALWAYS);
    getChildren().addAll(heading, figure);
    model.digit().shown().addListener((property, before, now) -> show(now));
    show(model.digit().shown().get());
  }

  private void showSamples(LabServices services, Button owner) {
    if (open != null) {
      open.hide();
    }
    open = new SamplesPopup(model, services, theme);
    open.show(owner);
  }

  private static String number(int count) {
    return count < NUMBERS.length ? NUMBERS[count] : Integer.toString(count);
  }

  private void show(SameDigit.Shown shown) {
    int count = shown == null ? 0 : shown.models().size();
    title.setText(
        "The same digit"
            + (count == 0 ? "" : ", " + number(count) + (count == 1 ? " model" : " models")));
    remark.setText(shown == null ? "" : "PGD, $ε$ = " + Numbers.plain(shown.epsilon()));
    view.setFigure(DefendFigures.comparison(shown));
  }
}
