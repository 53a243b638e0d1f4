package epsilonlab.ui.privacy.mean;

import epsilonlab.privacy.Confusion;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.RichText;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.privacy.microscope.CountsPane;
import epsilonlab.ui.privacy.microscope.MicroscopeModel;
import epsilonlab.ui.privacy.microscope.NumbersPane;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How often the attack is right, its counts and numbers, and plain words. */
final class MeanReadPane extends VBox {
  private final MeanViewModel model;
  private final MicroscopeModel microscope;
  // kept, for bindings are held weakly
  private final StringBinding words;

  MeanReadPane(MeanViewModel model, LabServices services, ObservableValue<FigureTheme> theme) {
    this.model = model;
    this.microscope = model.microscope();
    words =
        Bindings.createStringBinding(
            () ->
                model.look().get() == null
                    ? MeanWords.plain(shown(), null)
                    : model.look().get().words(),
            model.look());
    setId("mean-read");
    getStyleClass().add("mean-read");
    NumbersPane numbers = new NumbersPane("mean", microscope, services);
    numbers.add(
        "epsilon",
        "Guarantee: ε at δ = 10⁻⁵",
        text(() -> MeanWords.epsilon(shown())),
        new SimpleStringProperty(MeanWords.ASSUMES));
    Label assumes = Parts.label("clipped to length √d, one person replaced", "remark");
    numbers.getChildren().add(assumes);
    // a hall reads the large number and the dots
    Parts.showIf(numbers, services.state().presenting().not());
    getChildren().addAll(hero(theme), new CountsPane("mean", microscope, theme), numbers, plain());
  }

  /** What the numbers on the screen belong to. */
  private MeanForm.Chosen shown() {
    Look look = model.look().get();
    return look == null ? model.form().chosen().get() : look.of();
  }

  private StringBinding text(Supplier<String> of) {
    return Bindings.createStringBinding(
        of::get, microscope.confusion(), model.look(), model.form().chosen());
  }

  private VBox hero(ObservableValue<FigureTheme> theme) {
    Label number = new Label();
    number.setId("mean-accuracy");
    number.getStyleClass().add("hero-number");
    number.textProperty().bind(text(() -> MeanWords.hero(microscope.confusion().get())));
    HBox hero = new HBox(8, number, Parts.label("%", "mean-percent"));
    hero.setAlignment(Pos.BASELINE_LEFT);
    Label guessing = Parts.label("", "muted");
    guessing.setId("mean-guessing");
    guessing.textProperty().bind(text(this::guessing));
    MathLabel formula = new MathLabel("");
    formula.setId("mean-formula");
    formula.themeProperty().bind(theme);
    formula.mutedProperty().set(true);
    formula.textProperty().bind(text(() -> MeanWords.formula(shown())));
    VBox card = new VBox(Parts.label("The attack is right in", "muted"), hero, guessing, formula);
    card.getStyleClass().addAll("card", "mean-hero");
    return card;
  }

  private String guessing() {
    Confusion now = microscope.confusion().get();
    if (now == null || !microscope.moved().get()) {
      return "Guessing: 50 %";
    }
    Confusion best = microscope.scores().get().roc().at(microscope.scores().get().best());
    return "Guessing: 50 %, best here: " + MeanWords.hero(best) + " %";
  }

  private VBox plain() {
    RichText flow = new RichText(words);
    flow.setId("mean-words");
    VBox card = new VBox(4, Parts.label("In plain words", "muted", "semibold"), flow);
    card.getStyleClass().addAll("card", "mean-words");
    return card;
  }
}
