package epsilonlab.ui.attack;

import epsilonlab.evaluation.AttackedImage;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabState;
import epsilonlab.ui.component.DigitView;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the middle while there is nothing to attack: a picture, a sentence, a way out. */
final class EmptyPane extends VBox {
  private static final int SCALE = 5;

  private final AttackViewModel model;
  private final DigitView digit = new DigitView(SCALE);
  private final HBox picture;
  private final Label sentence = new Label();
  private final Button train = new Button("Train a small CNN (10 s)", new FontIcon(Feather.PLAY));

  EmptyPane(LabState state, AttackViewModel model, ObservableValue<FigureTheme> theme) {
    super(24);
    this.model = model;
    setId("empty");
    setAlignment(Pos.CENTER);
    digit.themeProperty().bind(theme);
    FontIcon arrow = new FontIcon(Feather.ARROW_RIGHT);
    arrow.getStyleClass().add("empty-icon");
    Label question = new Label("?");
    question.getStyleClass().add("empty-question");
    picture = new HBox(24, digit, arrow, question);
    picture.setAlignment(Pos.CENTER);
    sentence.getStyleClass().add("plain-words");
    sentence.setWrapText(true);
    sentence.setMaxWidth(460);
    sentence.setAlignment(Pos.CENTER);
    sentence.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
    train.setId("train-first");
    train.getStyleClass().addAll("primary-button", "empty-button");
    train.setOnAction(event -> state.trainFirst().get().run());
    train
        .visibleProperty()
        .bind(
            state
                .trainFirst()
                .isNotNull()
                .and(
                    model
                        .missing()
                        .isEqualTo(AttackViewModel.Missing.MODEL)
                        .or(model.missing().isEqualTo(AttackViewModel.Missing.SOURCE))));
    train.managedProperty().bind(train.visibleProperty());
    getChildren().addAll(picture, sentence, train);
    model.missing().addListener((property, before, now) -> show());
    model.digits().digit().addListener((property, before, now) -> show());
    model.attacked().addListener((property, before, now) -> showWhether(now));
    show();
  }

  private void show() {
    Digit chosen = model.digits().digit().get();
    picture.setVisible(chosen != null);
    picture.setManaged(chosen != null);
    if (chosen != null) {
      digit.show(chosen.images().image(0));
    }
    sentence.setText(PlainWords.missing(model.missing().get()));
    showWhether(model.attacked().get());
  }

  // between two answers nothing is said, so that nothing flickers
  private void showWhether(AttackedImage now) {
    setVisible(now == null && model.missing().get() != AttackViewModel.Missing.NOTHING);
  }
}
