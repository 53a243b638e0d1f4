package epsilonlab.ui.privacy.mean;

import epsilonlab.privacy.mean.MeanScore;
import epsilonlab.privacy.mean.Simulation;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.generate.run.FormFields;
import epsilonlab.ui.generate.run.TypedField;
import epsilonlab.ui.privacy.form.SliderTrack;
import epsilonlab.ui.privacy.form.TypedSlider;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is chosen: the secret data, the defence, the attack. */
final class MeanFormPane extends VBox {
  private static final SliderTrack PEOPLE = SliderTrack.wholeLog(1, 1000);
  private static final SliderTrack DIMENSIONS = SliderTrack.wholeLog(1, 2000);
  private static final SliderTrack VARIANCES = SliderTrack.linear(0, 1, 0.01);

  private final MeanForm form;
  private final ObservableValue<FigureTheme> theme;

  /**
   * @param derivation opens the derivation of the short cut
   */
  MeanFormPane(MeanForm form, ObservableValue<FigureTheme> theme, Runnable derivation) {
    this.form = form;
    this.theme = theme;
    FormFields fields = new FormFields("mean", theme, form.typed(), form.complaint(), form::commit);
    getStyleClass().add("generate-choose");
    MathLabel secret =
        new MathLabel("$n$ people, each with $d$ numbers. Only their average is published.");
    secret.mutedProperty().set(true);
    secret.themeProperty().bind(theme);
    Button why =
        Parts.linkButton(
            Feather.BOOK_OPEN,
            "Why the short cut is exact",
            "Shows how the scores of all people are drawn without drawing their numbers.",
            derivation);
    why.setId("mean-derivation");
    getChildren()
        .addAll(
            FormFields.title("The secret data"),
            secret,
            slider(
                MeanForm.N,
                "n",
                "People $n$",
                PEOPLE,
                "How many people n are in the average: more hide each other better."),
            slider(
                MeanForm.D,
                "d",
                "Dimensions $d$",
                DIMENSIONS,
                "How many numbers d there are about each person, all independent and standard"
                    + " normal: more give more away."),
            FormFields.title("The defence"),
            slider(
                MeanForm.VARIANCE,
                "variance",
                "Noise variance $σ²$",
                VARIANCES,
                "The variance σ² of the Gaussian noise on each number of the published average."),
            FormFields.title("The attack"),
            Parts.labelled(theme, "Score of a person $z$", score()),
            FormFields.pair(
                fields.field(
                    MeanForm.REPEATS,
                    "repeats",
                    "Repeats",
                    "How often each point of the curves is simulated anew; more narrow the error."),
                fields.seed()),
            Parts.labelled(theme, "Simulation", simulation()),
            why,
            fields.complaint());
  }

  private TypedSlider slider(
      TypedField field, String id, String name, SliderTrack track, String says) {
    return new TypedSlider(
            "mean-" + id, name, form.typed().text(field), track, says, theme, form::commit)
        .blamedBy(form.complaint(), field);
  }

  private ComboBox<MeanScore> score() {
    ComboBox<MeanScore> box =
        Parts.box(
            List.of(MeanScore.values()),
            MeanWords::title,
            "What the attacker computes of a person z and the published average p: the product"
                + " ⟨z, p⟩ as in the exercise, or ⟨z, p⟩ / |p|, whose threshold serves other"
                + " averages as well.");
    box.setId("mean-score");
    box.valueProperty().bindBidirectional(form.score());
    return box;
  }

  private ComboBox<Simulation> simulation() {
    ComboBox<Simulation> box =
        Parts.box(
            List.of(Simulation.REDUCED, Simulation.FAITHFUL),
            MeanWords::title,
            "The exercise draws every number of every person; the short cut draws the scores"
                + " themselves from the same distribution, whatever the dimension d.");
    box.setId("mean-simulation");
    box.valueProperty().bindBidirectional(form.simulation());
    return box;
  }
}
