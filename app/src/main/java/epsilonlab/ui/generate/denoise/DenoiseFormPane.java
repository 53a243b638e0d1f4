package epsilonlab.ui.generate.denoise;

import epsilonlab.generative.NoiseKind;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.generate.run.FormFields;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything that is chosen before a training: sizes, noise, numbers. */
final class DenoiseFormPane extends VBox {
  private final DenoiseForm form;
  private final ObservableValue<FigureTheme> theme;

  DenoiseFormPane(
      LabServices services, DenoiseViewModel model, ObservableValue<FigureTheme> theme) {
    this.form = model.form();
    this.theme = theme;
    getStyleClass().add("generate-choose");
    FormFields fields =
        new FormFields(
            "denoise",
            theme,
            form.typed(),
            model.trainings().complaint(),
            () -> model.trainings().complaint().set(""));
    VBox size =
        fields.field(
            DenoiseForm.SIZE,
            "size",
            "Size $σ$",
            "How strong the noise in training is: the standard deviation σ of Gaussian noise, the"
                + " part p of the pixels for the other kinds.");
    MathLabel sizeName = (MathLabel) size.getChildren().get(0);
    sizeName
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> form.kind().get() == NoiseKind.GAUSSIAN ? "Size $σ$" : "Part $p$",
                form.kind()));
    getChildren()
        .addAll(
            FormFields.title("Network", weights()),
            drawing(),
            narrowest(),
            FormFields.title("Noise in training"),
            FormFields.pair(Parts.labelled(theme, "Kind", kind()), 64, size, 36),
            FormFields.title("Training"),
            FormFields.pair(
                fields.field(
                    DenoiseForm.LEARNING_RATE,
                    "learning-rate",
                    "Learning rate $η$",
                    "The length η of a step of Adam against the gradient."),
                fields.field(
                    DenoiseForm.BATCH,
                    "batch",
                    "Batch size",
                    "How many images B one step averages its gradient over."
                        + " What you type here counts for the next training.")),
            FormFields.pair(
                fields.field(
                    DenoiseForm.EPOCHS,
                    "epochs",
                    "Epochs",
                    "How often T the training goes through the whole training set."
                        + " What you type here counts for the next training."),
                fields.seed()),
            fields.complaint());
  }

  private Label weights() {
    Label count = Parts.label("", "remark");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> String.format(Locale.ROOT, "%,d weights", form.network().parameterCount()),
                form.narrowest()));
    return count;
  }

  private StackPane drawing() {
    FigureView view = new FigureView();
    view.themeProperty().bind(theme);
    view.figureProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> DenoiseFigures.layers(form.narrowest().get()), form.narrowest()));
    StackPane frame = new StackPane(view);
    frame.getStyleClass().add("denoise-drawing");
    frame.setMinHeight(USE_PREF_SIZE);
    return frame;
  }

  private VBox narrowest() {
    HBox row = new HBox();
    ToggleGroup group = new ToggleGroup();
    for (int units : DenoiseForm.NARROWEST) {
      ToggleButton button = new ToggleButton(String.valueOf(units));
      int place = DenoiseForm.NARROWEST.indexOf(units);
      button
          .getStyleClass()
          .addAll(
              "part-switch",
              place == 0
                  ? "left-pill"
                  : place == DenoiseForm.NARROWEST.size() - 1 ? "right-pill" : "center-pill");
      button.setId("denoise-narrowest-" + units);
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setToggleGroup(group);
      button.setSelected(form.narrowest().get() == units);
      Parts.say(
          button,
          "Squeezes every image through "
              + units
              + " numbers; the narrower, the less of the noise gets past, and of the digit too.");
      button.setAccessibleText(units + " units in the narrowest layer");
      // pressing the chosen one again must not switch it off
      button.setOnAction(
          event -> {
            button.setSelected(true);
            form.narrowest().set(units);
          });
      row.getChildren().add(button);
    }
    Label name = Parts.label("Narrowest layer", "field-label");
    return new VBox(2, name, row);
  }

  private ComboBox<NoiseKind> kind() {
    ComboBox<NoiseKind> box =
        Parts.box(
            java.util.List.of(NoiseKind.values()),
            NoiseKind::title,
            "What spoils the images: N(0, σ²) added to every pixel, a part p of the pixels black or"
                + " white, or a part p of them black.");
    box.valueProperty().bindBidirectional(form.kind());
    box.setId("denoise-kind");
    return box;
  }
}
