package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.defence.Defence;
import epsilonlab.report.DefencesChart.Leakage;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import epsilonlab.ui.generate.run.FormFields;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** Which defences are compared, how leakage is measured, and how often. */
final class DefencesChoosePane extends VBox {
  DefencesChoosePane(DefenceForm form, ObservableValue<FigureTheme> theme) {
    VBox ticks = new VBox();
    for (Defence defence : Defence.values()) {
      if (defence != Defence.NONE) {
        CheckBox tick = new CheckBox(defence.title());
        tick.setId("defences-" + defence.id());
        tick.getStyleClass().add("attack-tick");
        tick.setSelected(form.defences().contains(defence));
        tick.selectedProperty().addListener((property, before, now) -> form.choose(defence, now));
        Parts.say(tick, says(defence));
        ticks.getChildren().add(tick);
      }
    }
    ComboBox<Leakage> leakage =
        Parts.box(
            List.of(Leakage.values()),
            value -> value == Leakage.THRESHOLD ? "Best threshold on p(y)" : "Right or wrong",
            "How leakage is measured: by the attack that says “member” when the model is right, or"
                + " by the best threshold on what is told of the label's probability p(y).");
    leakage.setId("defences-leakage");
    leakage.valueProperty().bindBidirectional(form.leakage());
    FormFields fields = new FormFields("defences", theme, form.typed(), form.complaint(), () -> {});
    VBox splits =
        fields.field(
            DefenceForm.SPLITS,
            "splits",
            "Repeats",
            "In how many splits into members and others, without a common image, each defence is"
                + " measured; n times as many images are needed.");
    getChildren()
        .addAll(
            FormFields.title("The defences"),
            ticks,
            Labels.muted("The attack", theme),
            leakage,
            FormFields.pair(splits, fields.seed()),
            fields.complaint());
    getStyleClass().add("logistic-form");
  }

  private static String says(Defence defence) {
    return switch (defence) {
      case NONE -> "Nothing is done.";
      case NOISE -> "Normal noise of variance σ² on every weight.";
      case REGULARISATION -> "A penalty |W|² / (2 C): the smaller C, the shorter the weights.";
      case EARLY_STOPPING -> "The solver ends after a few iterations.";
      case FEWER_FEATURES -> "The model sees the means of blocks of pixels only.";
      case LABEL_SMOOTHING -> "A part of each label is spread over all classes.";
      case ROUNDING -> "Probabilities are told to a few decimals only.";
      case TOP_ONE -> "Only the answer is told, no probability.";
      case DP_SGD -> "Training with clipped gradients and noise: a promise (ε, δ) for any attack.";
    };
  }
}
