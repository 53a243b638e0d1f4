package epsilonlab.ui.generate.vae;

import epsilonlab.generative.VaeEpoch;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.generate.run.DigitGridView;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The test loss, large, sixteen samples, and what they teach. */
final class VaeReadPane extends VBox {
  private static final double SAMPLES = 269;
  private static final int GAP = 15;

  private final VaeViewModel model;
  private final Label title = new Label();
  private final Label number = new Label();
  private final Label parts = new Label();
  private final Label look = words();
  private final Label why = words();

  VaeReadPane(VaeViewModel model, LabServices services, ObservableValue<FigureTheme> theme) {
    this.model = model;
    getStyleClass().addAll("generate-read", "vae-read");
    title.getStyleClass().add("muted");
    number.getStyleClass().add("hero-number");
    number.setId("vae-loss-number");
    parts.getStyleClass().add("muted");
    parts.setWrapText(true);
    VBox card = new VBox(title, number, parts);
    card.setId("vae-numbers");
    card.getStyleClass().addAll("card", "generate-card", "vae-card");
    DigitGridView samples = new DigitGridView(theme, 4, GAP, "Samples from the unit Gaussian");
    samples.setId("vae-samples");
    samples.setPrefSize(SAMPLES, SAMPLES);
    // below that the digits would shrink to half their size
    samples.setMinHeight(SAMPLES);
    samples.picturesProperty().bind(model.samples());
    MathLabel remark = new MathLabel("$z$ drawn at random");
    remark.themeProperty().bind(theme);
    remark.mutedProperty().set(true);
    remark.setMinWidth(Region.USE_PREF_SIZE);
    remark.setMaxHeight(Region.USE_PREF_SIZE);
    // large letters leave no room beside the title
    Parts.showIf(remark, services.state().presenting().not());
    HBox heading =
        new HBox(
            8,
            Parts.label("Sixteen samples", "section-title"),
            remark,
            Parts.spring(),
            Parts.menu(services, samples.view(), "vae-samples"));
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("figure-heading");
    look.getStyleClass().add("plain-words");
    VBox hint = new VBox(8, Parts.label("What to look for", "vae-hint-title"), look);
    hint.getStyleClass().addAll("card", "vae-hint");
    VBox reason = new VBox(4, Parts.label("Why blurred?", "section-title"), why);
    VBox below = new VBox(heading, samples);
    below.getStyleClass().add("vae-samples");
    getChildren().addAll(card, below, hint, reason);
    for (Region part : new Region[] {below, hint, reason}) {
      Parts.showIf(part, model.network().isNotNull());
    }
    model.trainings().version().addListener((property, before, now) -> show());
    model.course().lookedAt().epoch().addListener((property, before, now) -> show());
    model.network().addListener((property, before, now) -> show());
    model.opened().addListener((property, before, now) -> show());
    model.session().model().addListener((property, before, now) -> show());
    show();
  }

  private static Label words() {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  // while the next epoch runs, the number is still that of the last one
  private int epochOfRecord() {
    return model.course().lookedAt().epoch().get();
  }

  private void show() {
    Optional<VaeEpoch> record = model.record();
    OpenedVae opened = model.opened().get();
    if (record.isPresent()) {
      title.setText("Test loss after epoch " + epochOfRecord());
      number.setText(String.format(Locale.ROOT, "%.1f", record.get().test().loss()));
      parts.setText(VaeWords.parts(record.get().test(), model.settings().beta()));
    } else {
      title.setText(opened == null ? "Test loss" : opened.entry().card().name());
      number.setText("–");
      parts.setText(
          opened == null
              ? "Known after the first epoch"
              : "from the library: " + opened.entry().card().training());
    }
    if (model.network().get() != null) {
      int latent = model.network().get().latent();
      String reader =
          model.session().model().get() == null ? "" : model.session().model().get().card().name();
      look.setText(VaeWords.whatToLookFor(latent, reader));
      why.setText(VaeWords.whyBlurred(latent));
    }
  }
}
