package epsilonlab.ui.privacy.logistic;

import epsilonlab.generative.DeepConvolutionalGan;
import epsilonlab.generative.FullyConnectedGan;
import epsilonlab.model.ModelEntry;
import epsilonlab.privacy.inference.Lira;
import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import epsilonlab.ui.generate.run.FormFields;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Whom to attack, how, and with how many shadow models. */
final class AttacksChoosePane extends VBox {
  private static final Set<String> GANS = Set.of(FullyConnectedGan.ID, DeepConvolutionalGan.ID);

  private final Attacks attacks;

  AttacksChoosePane(Attacks attacks, ObservableValue<FigureTheme> theme) {
    this.attacks = attacks;
    AttackForm form = attacks.form();
    FormFields fields = new FormFields("attacks", theme, form.typed(), form.complaint(), () -> {});
    ComboBox<AttackTarget> target =
        Parts.box(
            List.of(AttackTarget.values()),
            AttackTarget::title,
            "Whose training set is asked for: that of a logistic regression with n and C above, of the"
                + " model chosen at the top right, or of a GAN. Of a model of the library, the first n training images"
                + " of its data set count as members.");
    target.setId("attacks-target");
    target.valueProperty().bindBidirectional(form.target());
    CheckBox offline = new CheckBox("Shadow models offline");
    offline.setId("attacks-offline");
    offline.selectedProperty().bindBidirectional(form.offline());
    Parts.say(
        offline,
        "The shadow models are trained on images that are not attacked, before anybody"
            + " knows whom to attack. Else on random halves of those that are.");
    VBox shadows =
        fields.field(
            AttackForm.SHADOWS,
            "shadows",
            "Shadow models",
            "How many models of the same kind are trained to learn how members look. From "
                + Lira.ENOUGH_FOR_OWN_SPREAD
                + " on LiRA takes each image's own spread of scores, else one for all.");
    VBox ticks = ticks();
    VBox asks = new VBox(2, ticks, FormFields.pair(shadows, fields.seed()), offline);
    Parts.showIf(asks, Bindings.notEqual(AttackTarget.GAN, form.target()));
    ComboBox<ModelEntry> gans = gans();
    Parts.showIf(gans, Bindings.equal(AttackTarget.GAN, form.target()));
    getChildren()
        .addAll(FormFields.title("The attacks"), target, gans, own(), asks, fields.complaint());
    getStyleClass().add("logistic-form");
  }

  /** What of the choices above does not hold for a model of the library. */
  private Label own() {
    AttackForm form = attacks.form();
    Label own = Parts.label("", "remark");
    own.setId("attacks-own-data");
    own.textProperty()
        .bind(
            Bindings.createStringBinding(
                attacks::ownData, form.target(), form.gan(), attacks.session().model()));
    Parts.showIf(own, own.textProperty().isNotEmpty());
    return own;
  }

  private VBox ticks() {
    VBox ticks = new VBox();
    for (MembershipAttack attack : MembershipAttack.values()) {
      CheckBox tick = new CheckBox(attack.title());
      tick.setId("attacks-" + attack.id());
      tick.getStyleClass().add("attack-tick");
      tick.setSelected(attacks.form().attacks().contains(attack));
      tick.selectedProperty()
          .addListener(
              (property, before, now) ->
                  attacks.form().choose(attack, now, attacks.session().settings()));
      Parts.say(
          tick,
          "Score: "
              + attack.unit()
              + (attack.needsShadows() ? ". Needs shadow models." : ". Needs only the model."));
      ticks.getChildren().add(tick);
    }
    return ticks;
  }

  private ComboBox<ModelEntry> gans() {
    ComboBox<ModelEntry> box =
        Parts.box(
            List.of(),
            entry -> entry.card().name(),
            "The GAN whose discriminator is asked how real it takes each image for.");
    box.setId("attacks-gan");
    box.setPromptText("No GAN in the library yet");
    Runnable fill =
        () -> {
          ModelEntry before = attacks.form().gan().get();
          List<ModelEntry> all =
              attacks.session().generativeModels().stream()
                  .filter(entry -> GANS.contains(entry.card().architecture()))
                  .toList();
          box.getItems().setAll(all);
          box.setValue(
              all.stream()
                  .filter(entry -> before != null && entry.id().equals(before.id()))
                  .findFirst()
                  .orElse(all.isEmpty() ? null : all.get(0)));
        };
    box.valueProperty().addListener((property, before, now) -> attacks.form().gan().set(now));
    attacks
        .session()
        .generativeModels()
        .addListener((ListChangeListener<ModelEntry>) change -> fill.run());
    fill.run();
    return box;
  }
}
