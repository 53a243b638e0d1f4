package epsilonlab.ui.generate.gan;

import epsilonlab.generative.GanBatch;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.SampleClasses;
import epsilonlab.generative.SampleQuality;
import epsilonlab.ui.TabFacts;
import java.util.Optional;
import java.util.function.Function;

/** What the part tells lessons, and what may be set on it. Needs no screen. */
final class GanFacts {
  private final GanViewModel model;

  private GanFacts(GanViewModel model) {
    this.model = model;
  }

  static TabFacts of(GanViewModel model) {
    return new GanFacts(model).all();
  }

  private TabFacts all() {
    return new TabFacts()
        .set(
            "gan.epochs",
            () -> model.form().typed().number(GanForm.EPOCHS),
            Double.class,
            epochs -> model.form().typed().type(GanForm.EPOCHS, epochs))
        .tell("gan.epoch", this::epoch)
        .tell("gan.generator_loss", () -> number(GanBatch::generatorLoss))
        .tell("gan.discriminator_loss", () -> number(GanBatch::discriminatorLoss))
        .tell("gan.real_score", () -> number(GanBatch::realScore))
        .tell("gan.generated_score", () -> number(GanBatch::generatedScore))
        .tell("gan.sure", () -> samples().map(found -> found.shareAbove(SampleQuality.SURE)))
        .tell("gan.classes", () -> samples().map(SampleClasses::classesPresent));
  }

  private boolean isOfThisData() {
    return model.trainings().current().isPresent();
  }

  /** Of one from the library what its card says of its training. */
  private double epoch() {
    OpenedGan opened = model.opened().get();
    if (opened != null) {
      return Math.floor(GenerativeModels.epochs(opened.entry().card()));
    }
    return isOfThisData() && model.pictures().get() != null
        ? model.course().lookedAt().epoch().get()
        : Double.NaN;
  }

  private Optional<Double> number(Function<GanBatch, Double> of) {
    return isOfThisData() ? model.numbers().map(of) : Optional.empty();
  }

  // noise is of some class, whatever becomes of it
  private Optional<SampleClasses> samples() {
    boolean known = !model.close().stale().get() && epoch() >= 1;
    return known
        ? Optional.ofNullable(model.close().look().get()).flatMap(GanLook::classes)
        : Optional.empty();
  }
}
