package epsilonlab.ui.generate.vae;

import atlantafx.base.controls.ProgressSliderSkin;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.TextStyle;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.generate.run.FormFields;
import java.util.Locale;
import java.util.OptionalLong;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything that is chosen before a VAE is trained. */
final class VaeFormPane extends VBox {
  private final VaeForm form;
  private final ObservableValue<FigureTheme> theme;
  private final StringProperty complaint;

  VaeFormPane(VaeViewModel model, ObservableValue<FigureTheme> theme) {
    this.form = model.form();
    this.theme = theme;
    this.complaint = model.trainings().complaint();
    getStyleClass().add("generate-choose");
    FormFields fields = new FormFields("vae", theme, form.fields(), complaint, model::checkForm);
    VBox hidden =
        fields.field(
            VaeForm.HIDDEN,
            "hidden",
            "Hidden units",
            "How many units the hidden layer of the encoder has, and that of the decoder.");
    getChildren()
        .addAll(
            FormFields.title("Network", count()),
            FormFields.pair(hidden, 0.8, latent(fields), 1),
            FormFields.title("What to minimise"),
            sum(),
            beta(),
            FormFields.title("Training"),
            FormFields.pair(
                fields.field(
                    VaeForm.LEARNING_RATE,
                    "learning-rate",
                    "Learning rate $η$",
                    "The length η of a step of Adam."),
                fields.field(
                    VaeForm.BATCH,
                    "batch",
                    "Batch size",
                    "How many images B one step sums its gradient over."
                        + " What you type here counts for the next training.")),
            FormFields.pair(
                fields.field(
                    VaeForm.EPOCHS,
                    "epochs",
                    "Epochs",
                    "How often T the training goes through the whole training set."
                        + " What you type here counts for the next training."),
                fields.seed()),
            fields.complaint());
  }

  private Label count() {
    Label count = Parts.label("", "remark");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  OptionalLong weights = form.weights();
                  return weights.isEmpty()
                      ? ""
                      : String.format(Locale.ROOT, "%,d weights", weights.getAsLong());
                },
                form.fields().text(VaeForm.HIDDEN),
                form.fields().text(VaeForm.LATENT)));
    return count;
  }

  private VBox latent(FormFields fields) {
    VBox any =
        fields.field(
            VaeForm.LATENT,
            "latent",
            "Latent dimensions",
            "How many numbers z stand for a digit: 2 make a map, 20 make sharper digits.");
    TextField text = (TextField) any.getChildren().get(1);
    text.setPrefColumnCount(2);
    text.setMinWidth(42);
    text.setPrefWidth(42);
    ToggleButton two = new ToggleButton("2");
    ToggleButton twenty = new ToggleButton("20");
    two.setId("vae-latent-2");
    twenty.setId("vae-latent-20");
    two.getStyleClass().addAll("left-pill", "part-switch", "vae-latent-switch");
    twenty.getStyleClass().addAll("right-pill", "part-switch", "vae-latent-switch");
    Parts.say(
        two, "Two latent dimensions z: the map shows all of them. " + VaeForm.recipeSentence(2));
    Parts.say(
        twenty,
        "The exercise's twenty latent dimensions z: sharper digits. " + VaeForm.recipeSentence(20));
    two.setOnAction(event -> choose(2, two, twenty));
    twenty.setOnAction(event -> choose(20, two, twenty));
    form.fields().text(VaeForm.LATENT).addListener((property, was, is) -> select(two, twenty));
    select(two, twenty);
    HBox pills = new HBox(two, twenty);
    HBox.setHgrow(pills, Priority.ALWAYS);
    HBox row = new HBox(6, pills, text);
    // the field has just left the box for the row
    any.getChildren().add(row);
    return any;
  }

  private void choose(int latent, ToggleButton two, ToggleButton twenty) {
    form.chooseLatent(latent);
    // pressing the chosen one again would switch it off
    select(two, twenty);
  }

  private void select(ToggleButton two, ToggleButton twenty) {
    two.setSelected(form.latent() == 2);
    twenty.setSelected(form.latent() == 20);
  }

  private StackPane sum() {
    MathLabel sum = maths("reconstruction + $β$ · KL");
    sum.styled(TextStyle.Weight.REGULAR, 1);
    sum.setMaxWidth(USE_PREF_SIZE);
    StackPane box = new StackPane(sum);
    box.getStyleClass().add("vae-sum");
    return box;
  }

  private MathLabel maths(String text) {
    MathLabel label = new MathLabel(text);
    label.themeProperty().bind(theme);
    return label;
  }

  private VBox beta() {
    StringProperty text = form.fields().text(VaeForm.BETA);
    TextField exact = new TextField();
    exact.setId("vae-beta");
    exact.getStyleClass().add("vae-beta");
    exact.setPrefColumnCount(4);
    exact.textProperty().bindBidirectional(text);
    exact.setAlignment(Pos.CENTER_RIGHT);
    Parts.say(
        exact, "The weight β of the KL divergence: 1 is the VAE of Kingma and Welling; 0 or more.");
    text.addListener((property, before, now) -> complaint.set(""));
    Slider slider = new Slider(-1, 1, form.logBeta().orElse(0));
    slider.setId("vae-beta-slider");
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.setBlockIncrement(0.1);
    Parts.say(
        slider,
        "The weight β of the KL divergence, from 0.1 to 10 on a logarithmic scale: small, and"
            + " digits are copied sharply; large, and the map is tidy.");
    slider
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              // a number that was typed stays as it is
              if (Math.abs(form.logBeta().orElse(9) - now.doubleValue()) > 0.005
                  && (slider.isFocused() || slider.isPressed())) {
                form.setLogBeta(now.doubleValue());
              }
            });
    text.addListener(
        (property, before, now) -> {
          if (!slider.isPressed() && !slider.isFocused()) {
            form.logBeta().ifPresent(slider::setValue);
          }
        });
    slider.focusedProperty().addListener(any -> form.logBeta().ifPresent(slider::setValue));
    MathLabel name = maths("Weight $β$");
    name.mutedProperty().set(true);
    name.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    HBox head = new HBox(name, Parts.spring(), exact);
    head.setAlignment(Pos.CENTER_LEFT);
    BorderPane ends = new BorderPane();
    ends.setLeft(end("0.1", "sharper copies", Pos.TOP_LEFT));
    ends.setCenter(Parts.label("1", "bold", "vae-scale"));
    ends.setRight(end("10", "tidier map", Pos.TOP_RIGHT));
    BorderPane.setAlignment(ends.getCenter(), Pos.TOP_CENTER);
    VBox all = new VBox(head, slider, ends);
    all.getStyleClass().add("vae-weight");
    return all;
  }

  private static VBox end(String number, String words, Pos at) {
    VBox end =
        new VBox(
            Parts.label(number, "muted", "vae-scale"), Parts.label(words, "muted", "vae-scale"));
    end.setAlignment(at);
    end.setMaxWidth(USE_PREF_SIZE);
    // both equally wide, so that the middle is in the middle
    end.setPrefWidth(96);
    return end;
  }
}
