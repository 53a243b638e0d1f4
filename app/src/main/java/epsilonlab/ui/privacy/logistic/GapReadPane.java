package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.Confusion;
import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.RichText;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.privacy.microscope.CountsPane;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is read: how often the attack is right, the same as dots, and in plain words. */
final class GapReadPane extends VBox {
  private static final double OTHER = 0.01;

  private final Sweep sweep;
  private final Label hero = Parts.label("–", "hero-number");
  private final Label sign = Parts.label("%", "logistic-percent");
  private final Label formula = Parts.label("", "remark");
  private final Label draw = Parts.label("one draw of the noise", "remark");
  private final SimpleObjectProperty<Confusion> confusion = new SimpleObjectProperty<>();
  private final Label advantage = Parts.label("–", "value");
  private final MathLabel otherName;
  private final Label other = Parts.label("–", "value");
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper noise = new ReadOnlyStringWrapper("");

  GapReadPane(LabServices services, Sweep sweep, ObservableValue<FigureTheme> theme) {
    this.sweep = sweep;
    setId("logistic-read");
    getStyleClass().add("logistic-read");
    hero.setId("logistic-accuracy");
    formula.setId("logistic-formula");
    advantage.setId("logistic-advantage");
    other.setId("logistic-other");
    HBox number = new HBox(8, hero, sign);
    number.setAlignment(Pos.BASELINE_LEFT);
    draw.managedProperty().bind(draw.visibleProperty());
    VBox card =
        new VBox(
            Parts.label("The attack is right in", "remark"),
            number,
            draw,
            Parts.label("Guessing: 50 %", "remark"),
            formula);
    card.getStyleClass().addAll("card", "logistic-hero");
    card.setMinHeight(USE_PREF_SIZE);
    CountsPane counts = new CountsPane("logistic", confusion, theme);
    otherName = Labels.muted("", theme);
    VBox rows =
        new VBox(
            row(Labels.muted("Advantage, found − accused", theme), advantage),
            row(otherName, other));
    RichText text = new RichText(words);
    text.setId("logistic-words");
    text.getStyleClass().add("plain-flow");
    VBox plain = new VBox(4, Parts.label("In plain words", "remark", "semibold"), text);
    plain.getStyleClass().add("card");
    plain.setMinHeight(USE_PREF_SIZE);
    RichText about = new RichText(noise);
    about.setId("logistic-noise-words");
    about.getStyleClass().add("logistic-small-flow");
    Button why =
        Parts.linkButton(
            Feather.HELP_CIRCLE,
            "Why the weights grow so long",
            "Shows why separable data have no best weights without a regulariser.",
            () -> services.state().overlay().set(new NormCard(services, sweep, theme)));
    why.setId("logistic-why");
    VBox judged =
        new VBox(2, Parts.label("Noise is judged against the weights", "semibold"), about, why);
    judged.getStyleClass().add("logistic-judged");
    getChildren().addAll(card, counts, rows, plain, judged);
    sweep.known().addListener(any -> show());
    sweep.form().chosen().addListener(any -> show());
    sweep.attacks().chosen().addListener(any -> show());
    sweep.attacks().accuracies().addListener(any -> show());
    sweep.asked().addListener(any -> show());
    show();
  }

  private static HBox row(MathLabel name, Label value) {
    HBox row = new HBox(8, name, Parts.spring(), value);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setFillHeight(false);
    row.getStyleClass().add("logistic-row");
    return row;
  }

  private void show() {
    Reading now = Reading.of(sweep);
    boolean known = now.isKnown();
    hero.setText(known ? Numbers.fixed(100 * now.accuracy(), 1) : "–");
    sign.setVisible(known);
    draw.setVisible(known && !now.mean());
    formula.setText(LogisticWords.formula(now));
    confusion.set(known ? now.confusion() : null);
    advantage.setText(known ? Numbers.fixed(now.advantage(), 2) : "–");
    double c =
        Double.isInfinite(now.chosen().c()) ? sweep.regularised(OTHER) : Double.POSITIVE_INFINITY;
    otherName.setText("Attack at " + LogisticWords.regulariser(c));
    Optional<FitPoint> fit = sweep.known().get().fit(c, now.chosen().n());
    other.setText(fit.map(one -> Numbers.percent(sweep.attacks().accuracy(one))).orElse("–"));
    words.set(LogisticWords.sentences(now));
    noise.set(LogisticWords.noise(sweep));
  }
}
