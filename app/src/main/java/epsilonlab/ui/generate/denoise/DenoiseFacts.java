package epsilonlab.ui.generate.denoise;

import epsilonlab.defence.purify.PurifierSetting;
import epsilonlab.engine.LabException;
import epsilonlab.generative.DenoisingEpoch;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.Noise;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.generate.run.TypedField;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What the part tells lessons, and what may be set on it. Needs no screen. */
final class DenoiseFacts {
  private final DenoiseViewModel model;

  private DenoiseFacts(DenoiseViewModel model) {
    this.model = model;
  }

  static TabFacts of(DenoiseViewModel model) {
    return new DenoiseFacts(model).all();
  }

  private TabFacts all() {
    return new TabFacts()
        .set(
            "denoise.epochs",
            () -> typed(DenoiseForm.EPOCHS),
            Double.class,
            epochs -> model.form().typed().type(DenoiseForm.EPOCHS, epochs))
        .set(
            "denoise.size",
            () -> typed(DenoiseForm.SIZE),
            Double.class,
            size -> model.form().typed().type(DenoiseForm.SIZE, size))
        .set("denoise.noise", () -> model.noise().get(), Double.class, this::setNoise)
        .set("denoise.epsilon", () -> model.defence().epsilon().get(), Double.class, this::attack)
        .tell("denoise.epoch", this::epoch)
        .tell("denoise.loss", this::loss)
        .tell("denoise.accuracy_noisy", () -> many(Restoring.Many::noisy))
        .tell("denoise.accuracy_restored", () -> many(Restoring.Many::restored))
        .tell("denoise.undefended", () -> under(PurifierSetting.UNDEFENDED))
        .tell("denoise.plain", () -> under(PurifierSetting.PLAIN))
        .tell("denoise.adaptive", () -> under(PurifierSetting.ADAPTIVE));
  }

  private double typed(TypedField field) {
    return model.form().typed().number(field);
  }

  private void setNoise(double noise) {
    within("noise on the slider", noise, model.mostNoise());
    model.noise().set(noise);
  }

  private void attack(double epsilon) {
    within("ε of the attack on the defence", epsilon, DefenceStudy.MOST);
    model.defence().set(epsilon);
  }

  private static void within(String noun, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new LabException(
          "The %s is %s here, but must be from 0 to %s."
              .formatted(noun, Numbers.plain(value), Numbers.plain(most)));
    }
  }

  /** What is looked at, if it was trained with the noise that is chosen, and on these data. */
  private Optional<Autoencoder> asChosen() {
    boolean known =
        model.inView().opened().get() != null || model.trainings().current().isPresent();
    return Optional.ofNullable(model.inView().autoencoder().get())
        .filter(now -> known && isChosen(now.noise()));
  }

  private boolean isChosen(Noise noise) {
    return noise.kind() == model.form().kind().get() && noise.size() == typed(DenoiseForm.SIZE);
  }

  private Optional<Double> epoch() {
    return asChosen()
        .map(now -> Double.isNaN(now.epochs()) ? GenerativeModels.epochs(now.card()) : now.epochs())
        .map(Math::floor);
  }

  private Optional<Double> loss() {
    return asChosen()
        .filter(now -> model.inView().opened().get() == null)
        .flatMap(now -> model.course().record())
        .map(DenoisingEpoch::testLoss);
  }

  private Optional<Double> many(ToDoubleFunction<Restoring.Many> share) {
    return asChosen()
        .filter(now -> !model.isBehind() && !model.restoring().stale().get())
        .map(now -> share.applyAsDouble(model.restoring().many().get()));
  }

  /** Only where it was measured, not between. */
  private Optional<Double> under(PurifierSetting setting) {
    return asChosen()
        .flatMap(
            now ->
                model.defence().curves().get().accuracy(setting, model.defence().epsilon().get()));
  }
}
