package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import epsilonlab.ui.generate.run.FormFields;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** What only the overview has at the left: the noise, the attack, repeats and seed. */
final class GapChoosePane extends VBox {
  private final Sweep sweep;
  private final StopSlider noise;

  GapChoosePane(Sweep sweep, FormFields fields, ObservableValue<FigureTheme> theme) {
    this.sweep = sweep;
    getStyleClass().add("logistic-form");
    noise =
        new StopSlider(
            "logistic-noise-slider",
            "Noise on the weights $σ²$",
            fields.bare(
                LogisticForm.VARIANCE,
                "variance",
                "The variance σ² of the normal noise that every weight gets; type any number from 0"
                    + " on."),
            "The variance σ² of the normal noise that is added to every weight before the model is"
                + " given away.",
            theme,
            sweep.form()::chooseVariance);
    ComboBox<MembershipAttack> attack =
        Parts.box(
            PlainAttacks.ALL,
            LogisticWords::title,
            "What speaks for a member: a right answer, or the best threshold on the confidence, on"
                + " the loss −log p(y), or on the label's logit minus the next.");
    attack.setId("logistic-attack");
    attack.valueProperty().bindBidirectional(sweep.attacks().chosen());
    getChildren()
        .addAll(
            FormFields.title("The defence"),
            noise,
            FormFields.title("The attack"),
            Labels.muted("Says “member” when the model is", theme),
            attack,
            FormFields.pair(
                fields.field(
                    LogisticForm.REPEATS,
                    "repeats",
                    "Repeats",
                    "How many draws of the noise are averaged for each variance."),
                fields.seed()));
    sweep.form().chosen().addListener((property, before, now) -> show());
    show();
  }

  private void show() {
    noise.show(
        epsilonlab.privacy.logistic.MembershipSettings.VARIANCES,
        sweep.form().chosen().get().variance());
  }
}
