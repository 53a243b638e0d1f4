package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.logistic.MembershipSettings;
import epsilonlab.report.MembershipCharts;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import epsilonlab.ui.data.DataChoice;
import epsilonlab.ui.data.DataMenu;
import epsilonlab.ui.generate.run.FormFields;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The secret data, how many images are learned from, and the regulariser: for every page. */
final class SubjectPane extends VBox {
  private final Sweep sweep;
  private final StopSlider size;

  SubjectPane(
      Sweep sweep, DataChoice choice, FormFields fields, ObservableValue<FigureTheme> theme) {
    this.sweep = sweep;
    LogisticForm form = sweep.form();
    ComboBox<DataChoice.Option> box = DataMenu.box(choice);
    box.setId("logistic-data");
    Parts.say(
        box, "The images: the first n for training are members, the first n for testing are not.");
    size =
        new StopSlider(
            "logistic-n-slider",
            "Images learned from $n$",
            fields.bare(
                LogisticForm.N, "n", "How many images n the model learned from; type any number."),
            "How many images n the model learned from: the members. As many are not.",
            theme,
            n -> form.chooseSize((int) n));
    getChildren()
        .addAll(
            FormFields.title("The secret data"),
            box,
            size,
            FormFields.title("The model"),
            Labels.muted("Logistic regression, regulariser $C$", theme),
            switchOf(fields));
    getStyleClass().add("logistic-form");
    form.chosen().addListener((property, before, now) -> show());
    sweep.data().data().addListener((property, before, now) -> show());
    show();
  }

  private void show() {
    List<Double> stops =
        sweep.sizes().stream()
            .filter(MembershipSettings.SIZES::contains)
            .map(Integer::doubleValue)
            .toList();
    List<Double> least = stops.size() > 1 ? stops : List.of(2.0, sweep.sizes().get(0) + 1.0);
    size.show(least, sweep.form().chosen().get().n());
  }

  /** Three usual values and a field for any other. */
  private HBox switchOf(FormFields fields) {
    HBox row = new HBox();
    LogisticForm form = sweep.form();
    List<ToggleButton> buttons =
        MembershipSettings.REGULARISATIONS.stream().map(this::button).toList();
    row.getChildren().addAll(buttons);
    buttons.get(0).getStyleClass().add("left-pill");
    buttons.get(1).getStyleClass().add("center-pill");
    buttons.get(2).getStyleClass().add("center-pill");
    TextField any =
        fields.bare(
            LogisticForm.C,
            "c",
            "The inverse strength C of the penalty |W|² / (2 C); type any number above 0, or inf for"
                + " none.");
    any.getStyleClass().add("switch-field");
    any.setPrefColumnCount(3);
    row.getChildren().add(any);
    Runnable show =
        () -> {
          for (int i = 0; i < buttons.size(); i++) {
            double c = MembershipSettings.REGULARISATIONS.get(i);
            buttons.get(i).setSelected(form.chosen().get().c() == c);
          }
        };
    form.chosen().addListener((property, before, now) -> show.run());
    show.run();
    return row;
  }

  private ToggleButton button(double c) {
    ToggleButton button =
        new ToggleButton(Double.isInfinite(c) ? "∞, none" : MembershipCharts.symbol(c));
    button.setId("logistic-c-" + MembershipCharts.regulariser(c).replace('.', '-'));
    button.getStyleClass().add("part-switch");
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    String says =
        Double.isInfinite(c)
            ? "C = ∞: nothing keeps the weights W small."
            : "C = " + MembershipCharts.symbol(c) + ": the weights W are kept small.";
    Parts.say(button, says);
    button.setOnAction(
        event -> {
          // pressing the chosen one again must not switch it off
          button.setSelected(true);
          sweep.form().chooseRegulariser(c);
        });
    return button;
  }
}
