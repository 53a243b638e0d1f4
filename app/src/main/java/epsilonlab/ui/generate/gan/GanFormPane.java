package epsilonlab.ui.generate.gan;

import epsilonlab.generative.GanControls.Turn;
import epsilonlab.generative.GeneratorLoss;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.TextStyle;
import epsilonlab.ui.Parts;
import epsilonlab.ui.Phase;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.generate.run.FormFields;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything that is chosen before a GAN is trained, and what may be changed on the way. */
final class GanFormPane extends VBox {
  private final GanViewModel model;
  private final GanForm form;
  private final ObservableValue<FigureTheme> theme;
  private final FormFields fields;

  GanFormPane(GanViewModel model, ObservableValue<FigureTheme> theme) {
    this.model = model;
    this.form = model.form();
    this.theme = theme;
    this.fields =
        new FormFields("gan", theme, form.typed(), model.trainings().complaint(), model::typed);
    getStyleClass().add("generate-choose");
    getChildren()
        .addAll(
            FormFields.title("Generator", count(form.generatorWeights())),
            generator(),
            FormFields.title("Discriminator", count(form.discriminatorWeights())),
            discriminator(),
            FormFields.title("Training"));
    if (GanKind.ALL.size() > 1) {
      getChildren().add(0, Parts.labelled(theme, "Network", network()));
    }
    getChildren()
        .addAll(
            Parts.labelled(theme, "Loss of the generator", loss()),
            FormFields.pair(
                fields.field(
                    GanForm.RATE,
                    "learning-rate",
                    "Learning rate $η$",
                    "The length η of a step against the gradient, for both players; it may be"
                        + " changed while the training runs (Enter)."),
                fields.field(
                    GanForm.BATCH,
                    "batch",
                    "Batch size",
                    "How many real digits, and as many generated ones, a step learns from."
                        + " What you type here counts for the next training.")),
            FormFields.pair(
                fields.field(
                    GanForm.EPOCHS,
                    "epochs",
                    "Epochs",
                    "How often the training goes through the whole training set."
                        + " What you type here counts for the next training."),
                fields.seed()),
            FormFields.pair(
                fields.field(
                    GanForm.STEPS,
                    "steps",
                    "Steps of $D$ per $G$",
                    "How many steps k the discriminator D makes for one of the generator G; it may"
                        + " be changed while the training runs (Enter)."),
                stepMode()),
            stepButtons(),
            fields.complaint());
  }

  private static Label count(ObservableStringValue text) {
    Label count = Parts.label("", "remark");
    count.textProperty().bind(text);
    return count;
  }

  private ComboBox<GanKind> network() {
    ComboBox<GanKind> box =
        Parts.box(
            GanKind.ALL,
            GanKind::title,
            "Linear layers as in the exercise, or convolutions, which make cleaner strokes.");
    box.setId("gan-network");
    box.valueProperty().bindBidirectional(form.kind());
    return box;
  }

  private HBox generator() {
    VBox hidden =
        fields.field(
            GanForm.GENERATOR,
            "generator",
            "Hidden layers",
            "The units of the generator's hidden layers, from the noise z to the digit G(z).");
    VBox channels =
        fields.field(
            GanForm.CHANNELS,
            "channels",
            "Channels",
            "How many maps of 14 × 14 both networks have; there are twice as many of 7 × 7.");
    Parts.showIf(hidden, hasLayers());
    Parts.showIf(channels, hasLayers().not());
    return FormFields.pair(
        fields.field(
            GanForm.LATENT, "latent", "Noise $z$", "The number of dimensions of the noise z."),
        9,
        new StackPane(hidden, channels),
        16);
  }

  private HBox discriminator() {
    VBox hidden =
        fields.field(
            GanForm.DISCRIMINATOR,
            "discriminator",
            "Hidden layers",
            "The units of the discriminator's hidden layers, from the digit x to D(x).");
    VBox dropout =
        fields.field(
            GanForm.DROPOUT,
            "dropout",
            "Dropout $p$",
            "The share p of the discriminator's units that each step leaves out.");
    hidden.visibleProperty().bind(hasLayers());
    return FormFields.pair(hidden, 16, dropout, 9);
  }

  private BooleanBinding hasLayers() {
    return Bindings.createBooleanBinding(() -> form.kind().get().hasLayers(), form.kind());
  }

  private ComboBox<GeneratorLoss> loss() {
    ComboBox<GeneratorLoss> box =
        Parts.box(
            List.of(GeneratorLoss.values()),
            GeneratorLoss::title,
            "What the generator minimises: −log D(G(z)) learns well from the start; the minimax"
                + " loss log(1 − D(G(z))) is flat while D is sure.");
    box.setId("gan-loss");
    box.setCellFactory(list -> new Formula());
    box.setButtonCell(new Formula());
    box.valueProperty().bindBidirectional(form.loss());
    return box;
  }

  /** A loss, set as a formula. */
  private final class Formula extends ListCell<GeneratorLoss> {
    private final MathLabel formula = new MathLabel("").styled(TextStyle.Weight.REGULAR, 1);
    private final HBox centred = new HBox(formula);

    Formula() {
      formula.themeProperty().bind(theme);
      formula.setMaxHeight(USE_PREF_SIZE);
      centred.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(GeneratorLoss loss, boolean empty) {
      super.updateItem(loss, empty);
      boolean none = empty || loss == null;
      // letters are symbols, but for the logarithm
      formula.setText(none ? "" : loss.title().replaceAll("\\b([DGz])\\b", "\\$$1\\$"));
      setText(null);
      setGraphic(none ? null : centred);
    }
  }

  private VBox stepMode() {
    CheckBox box = new CheckBox("step by step");
    box.setId("gan-stepping");
    box.getStyleClass().add("form-check");
    box.selectedProperty().bindBidirectional(form.stepping());
    Parts.say(
        box, "The training waits before each batch until you say who learns from it, D or G.");
    VBox labelled = Parts.labelled(theme, " ", box);
    labelled.setMinWidth(Region.USE_PREF_SIZE);
    return labelled;
  }

  private HBox stepButtons() {
    HBox row =
        new HBox(
            8,
            step("gan-step-d", "D step", Turn.DISCRIMINATOR, "One step of the discriminator D."),
            step("gan-step-g", "G step", Turn.GENERATOR, "One step of the generator G."),
            step("gan-step-both", "Both", Turn.BOTH, "k steps of D, then one of G."));
    Parts.showIf(row, form.stepping().and(model.trainings().phase().isNotEqualTo(Phase.IDLE)));
    row.disableProperty().bind(model.trainings().phase().isNotEqualTo(Phase.RUNNING));
    return row;
  }

  private Control step(String id, String text, Turn turn, String says) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().add("step-button");
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setOnAction(event -> model.step(turn));
    Parts.say(button, says);
    return button;
  }
}
