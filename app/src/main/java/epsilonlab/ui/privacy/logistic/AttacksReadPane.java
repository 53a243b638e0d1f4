package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.Confusion;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.RichText;
import epsilonlab.ui.privacy.microscope.CountsPane;
import epsilonlab.ui.privacy.microscope.NumbersPane;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is read of the attack under the microscope. */
final class AttacksReadPane extends VBox {
  private final Attacks attacks;
  private final Label name = Parts.label("", "semibold");
  private final Label hero = Parts.label("–", "hero-number");
  private final Label sign = Parts.label("%", "logistic-percent");
  private final Label target = new Label();
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

  AttacksReadPane(LabServices services, Attacks attacks, ObservableValue<FigureTheme> theme) {
    this.attacks = attacks;
    getStyleClass().add("attacks-read");
    hero.setId("attacks-accuracy");
    name.setId("attacks-name");
    HBox number = new HBox(8, hero, sign);
    number.setAlignment(Pos.BASELINE_LEFT);
    target.getStyleClass().add("remark");
    target.setWrapText(true);
    target.setMinHeight(USE_PREF_SIZE);
    VBox card = new VBox(name, number, Parts.label("Guessing: 50 %", "remark"), target);
    card.getStyleClass().addAll("card", "logistic-hero");
    card.setMinHeight(USE_PREF_SIZE);
    RichText text = new RichText(words);
    text.setId("attacks-words");
    text.getStyleClass().add("logistic-small-flow");
    VBox plain = new VBox(4, Parts.label("In plain words", "remark", "semibold"), text);
    plain.getStyleClass().addAll("card", "card-tight");
    plain.setMinHeight(USE_PREF_SIZE);
    BarImagesPane images = new BarImagesPane(services, attacks, theme);
    // there is room for one of them
    Parts.showIf(plain, attacks.bar().isNull());
    Parts.showIf(images, attacks.bar().isNotNull());
    getChildren()
        .addAll(
            card,
            new CountsPane("attacks", attacks.microscope(), theme),
            new NumbersPane("attacks", attacks.microscope(), services),
            plain,
            images);
    attacks.microscope().confusion().addListener(any -> show());
    attacks.findings().addListener(any -> show());
    attacks.selected().addListener(any -> show());
    attacks.stale().addListener(any -> show());
    show();
  }

  private void show() {
    Confusion now = attacks.microscope().confusion().get();
    AttackScores attack = attacks.selected().get();
    name.setText(
        attack == null ? "The attack is right in" : "“" + attack.title() + "” is right in");
    hero.setText(now == null ? "–" : Numbers.fixed(100 * now.balancedAccuracy(), 1));
    sign.setVisible(now != null);
    target.setText(
        attacks.stale().get()
            ? "Of an earlier choice, with n\u00a0=\u00a0%,d"
                .formatted(attacks.findings().get().candidates().members().size())
            : AttackWords.target(attacks.findings().get()));
    words.set(AttackWords.sentences(attacks.findings().get(), attack));
  }
}
