package epsilonlab.ui.generate.vae;

import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.VaeBatch;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.generate.run.TypedField;
import java.util.Optional;
import java.util.function.Function;

/** What the part tells lessons, and what may be set on it. Needs no screen. */
final class VaeFacts {
  private final VaeViewModel model;

  private VaeFacts(VaeViewModel model) {
    this.model = model;
  }

  static TabFacts of(VaeViewModel model) {
    return new VaeFacts(model).all();
  }

  private TabFacts all() {
    return new TabFacts()
        .set("vae.epochs", () -> typed(VaeForm.EPOCHS), Double.class, this::setEpochs)
        .set("vae.latent", () -> typed(VaeForm.LATENT), Double.class, this::setLatent)
        .set("vae.beta", () -> typed(VaeForm.BETA), Double.class, this::setBeta)
        .tell("vae.epoch", this::epoch)
        .tell("vae.loss", () -> number(VaeBatch::loss))
        .tell("vae.reconstruction", () -> number(VaeBatch::reconstruction))
        .tell("vae.kl", () -> number(VaeBatch::kl))
        .tell("vae.point_class", this::pointClass);
  }

  private double typed(TypedField field) {
    return model.form().fields().number(field);
  }

  private void setEpochs(double epochs) {
    model.form().fields().type(VaeForm.EPOCHS, epochs);
  }

  // the two usual sizes have a switch, which also brings what suits them
  private void setLatent(double latent) {
    if (latent == 2 || latent == 20) {
      model.form().chooseLatent((int) latent);
    } else {
      model.form().fields().type(VaeForm.LATENT, latent);
    }
  }

  private void setBeta(double beta) {
    model.form().fields().type(VaeForm.BETA, beta);
  }

  /** Whether what is looked at is one of the sizes and the weight that are chosen. */
  private boolean isAsChosen() {
    return model.network().get() != null
        && model.network().get().latent() == typed(VaeForm.LATENT)
        && beta() == typed(VaeForm.BETA);
  }

  private double beta() {
    OpenedVae opened = model.opened().get();
    if (opened == null) {
      return model.trainings().current().isPresent() ? model.settings().beta() : Double.NaN;
    }
    try {
      // files of other programs do not name it; then it is the usual one
      return Double.parseDouble(opened.entry().card().settings().getOrDefault("beta", "1"));
    } catch (NumberFormatException unusable) {
      return Double.NaN;
    }
  }

  private double epoch() {
    if (!isAsChosen()) {
      return Double.NaN;
    }
    OpenedVae opened = model.opened().get();
    return opened == null
        ? model.course().lookedAt().epoch().get()
        : Math.floor(GenerativeModels.epochs(opened.entry().card()));
  }

  private Optional<Double> number(Function<VaeBatch, Double> of) {
    return isAsChosen() ? model.record().map(record -> of.apply(record.test())) : Optional.empty();
  }

  private Integer pointClass() {
    ReadImages digit = model.cursor().digit().get();
    boolean known =
        digit != null
            && digit.isRead()
            && isAsChosen()
            && !model.cursor().isBusy()
            && !model.space().stale().get();
    return known ? digit.answer(0) : null;
  }
}
