package epsilonlab.ui.generate.gan;

import epsilonlab.generative.Pictures;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.generate.run.DigitGridView;
import java.util.Arrays;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Four digits of the GAN above four of a VAE at the same epoch. */
final class SideBySide extends VBox {
  private static final int COLUMNS = 4;
  private static final int GAP = 16;
  private static final int PIXELS = 784;

  private final GanViewModel model;
  private final Label words = Parts.label("", "muted");

  SideBySide(GanViewModel model, LabServices services, ObservableValue<FigureTheme> theme) {
    super(4);
    this.model = model;
    DigitGridView gan = strip("gan-side-gan", theme, "Digits of the GAN");
    DigitGridView vae = strip("gan-side-vae", theme, "Digits of the VAE");
    Label sharp = Parts.label("GAN: sharp strokes, some no digit at all", "muted");
    words.setId("gan-side-words");
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

  private void show(DigitGridView view, VaeSamples.Shown now) {
    view.picturesProperty().set(now == null ? null : four(now.pictures(), false));
    words.setText(now == null ? "" : "VAE (" + now.where() + "): smooth, a little blurred");
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
