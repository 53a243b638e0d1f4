package epsilonlab.ui.generate.gan;

import epsilonlab.generative.Pictures;
import epsilonlab.generative.SampleClasses;
import epsilonlab.generative.SampleQuality;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.generate.run.DigitGridView;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Four digits of the GAN above four of a VAE at the same epoch. */
final class SideBySide extends VBox {
  private static final int COLUMNS = 4;
  private static final int GAP = 16;
  private static final int PIXELS = 784;

  private final GanViewModel model;
  private final StringProperty vaeWhere = new SimpleStringProperty("");

  SideBySide(GanViewModel model, LabServices services, ObservableValue<FigureTheme> theme) {
    super(4);
    this.model = model;
    setId("gan-beside-vae");
    DigitGridView gan = strip("gan-side-gan", theme, "Digits of the GAN");
    DigitGridView vae = strip("gan-side-vae", theme, "Digits of the VAE");
    Label sharp = words("gan-side-gan-words");
    sharp
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> "GAN: " + inNumbers(ofGan(), "sharp strokes, some no digit at all"),
                model.close().look()));
    Label words = words("gan-side-words");
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    vaeWhere.get()
                        + inNumbers(
                            Optional.ofNullable(model.vae().quality().classes().get()),
                            "smooth, a little blurred"),
                vaeWhere,
                model.vae().quality().classes()));
    Label invitation =
        new Label("Train a VAE in the part beside this one, and its digits stand here.");
    invitation.setWrapText(true);
    invitation.setMinHeight(USE_PREF_SIZE);
    invitation.getStyleClass().add("muted");
    getChildren()
        .addAll(
            Parts.heading(
                "GAN and VAE, side by side",
                "",
                Parts.menu(services, gan.view(), "gan-four-digits")),
            gan,
            sharp,
            vae,
            words,
            invitation);
    Parts.showIf(vae, model.vae().shown().isNotNull());
    Parts.showIf(words, model.vae().shown().isNotNull());
    Parts.showIf(invitation, model.vae().shown().isNull());
    model
        .pictures()
        .addListener((property, before, now) -> gan.picturesProperty().set(four(now, true)));
    model
        .chosen()
        .addListener(
            (p, before, now) -> gan.picturesProperty().set(four(model.pictures().get(), true)));
    model.vae().shown().addListener((property, before, now) -> show(vae, now));
    Parts.showIf(this, model.pictures().isNotNull());
    gan.picturesProperty().set(four(model.pictures().get(), true));
    show(vae, model.vae().shown().get());
  }

  private static DigitGridView strip(
      String id, ObservableValue<FigureTheme> theme, String subject) {
    DigitGridView strip = new DigitGridView(theme, COLUMNS, GAP, subject);
    strip.setId(id);
    strip.setFocusTraversable(false);
    strip.setMinHeight(56);
    strip.setPrefHeight(56);
    return strip;
  }

  private static Label words(String id) {
    Label words = Parts.label("", "muted");
    words.setId(id);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    Parts.say(
        words,
        "Of 500 samples: of how many the model in use is more than 90 % sure, how many classes it"
            + " finds, and how evenly they appear (entropy of the shares; 100 % for all alike).");
    return words;
  }

  private Optional<SampleClasses> ofGan() {
    return Optional.ofNullable(model.close().look().get()).flatMap(GanLook::classes);
  }

  private static String inNumbers(Optional<SampleClasses> classes, String look) {
    return look
        + classes
            .map(
                found ->
                    String.format(
                        Locale.ROOT,
                        "; sure of %.0f %%, %d classes, %.0f %% even",
                        100 * found.shareAbove(SampleQuality.SURE),
                        found.classesPresent(),
                        100 * found.evenness()))
            .orElse("");
  }

  private void show(DigitGridView view, VaeSamples.Shown now) {
    view.picturesProperty().set(now == null ? null : four(now.pictures(), false));
    vaeWhere.set(now == null ? "" : "VAE (" + now.where() + "): ");
  }

  private Pictures four(Pictures of, boolean fromChosen) {
    if (of == null) {
      return null;
    }
    int first = fromChosen ? Math.min(model.chosen().get(), of.count() - COLUMNS) : 0;
    return new Pictures(
        Arrays.copyOfRange(of.values(), first * PIXELS, (first + COLUMNS) * PIXELS));
  }
}
