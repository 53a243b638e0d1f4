package epsilonlab.ui.generate.denoise;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.TextStyle;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.RichText;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MathLabel;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * What is read: the verdict on the defence, one digit under attack, and the same in plain words.
 */
final class DefencePane extends VBox {
  private final DenoiseViewModel model;
  private final DefenceCard card = new DefenceCard();
  private final FigureView digit = new FigureView();
  private final MathLabel digitTitle = new MathLabel("");
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

  DefencePane(LabServices services, DenoiseViewModel model, ObservableValue<FigureTheme> theme) {
    this.model = model;
    setId("denoise-read");
    getStyleClass().add("generate-read");
    digit.setId("denoise-digit");
    digit.themeProperty().bind(theme);
    digitTitle.themeProperty().bind(theme);
    digitTitle.styled(TextStyle.Weight.SEMIBOLD, 1);
    HBox heading =
        new HBox(8, digitTitle, Parts.spring(), Parts.menu(services, digit, "one-digit"));
    heading.setAlignment(Pos.CENTER_LEFT);
    // text would stand at the top of the whole height otherwise
    heading.setFillHeight(false);
    heading.getStyleClass().add("figure-heading");
    VBox one = new VBox(heading, digit);
    one.visibleProperty()
        .bind(services.state().presenting().not().and(model.defence().digit().isNotNull()));
    one.managedProperty().bind(one.visibleProperty());
    RichText text = new RichText(words);
    text.setId("denoise-words");
    text.getStyleClass().add("plain-flow");
    Label title = Parts.label("In plain words", "remark", "semibold");
    VBox plain = new VBox(4, title, text);
    plain.getStyleClass().add("card");
    plain.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(card, one, plain);
    model.defence().curves().addListener((property, before, now) -> show());
    model.defence().epsilon().addListener((property, before, now) -> show());
    model.defence().digit().addListener((property, before, now) -> showDigit(now));
    show();
    showDigit(model.defence().digit().get());
  }

  private void show() {
    DefenceWords now =
        DefenceWords.of(model.defence().curves().get(), model.defence().epsilon().get());
    card.show(now);
    words.set(now.sentences());
  }

  private void showDigit(DefenceStudy.Attacked now) {
    if (now != null) {
      digitTitle.setText("One digit, $ε$ = " + Numbers.epsilon(now.epsilon()));
      digit.setFigure(DenoiseFigures.digit(now.digit()));
    }
  }
}
