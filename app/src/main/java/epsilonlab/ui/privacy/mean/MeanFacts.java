package epsilonlab.ui.privacy.mean;

import epsilonlab.privacy.Confusion;
import epsilonlab.privacy.mean.DimensionPoint;
import epsilonlab.privacy.mean.NoisePoint;
import epsilonlab.privacy.mean.Theory;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.generate.run.TypedField;
import java.util.Optional;
import java.util.function.Consumer;

/** What the part tells lessons, and what may be set on it. Needs no screen. */
final class MeanFacts {
  private final MeanViewModel model;
  private final MeanForm form;

  private MeanFacts(MeanViewModel model) {
    this.model = model;
    this.form = model.form();
  }

  static TabFacts of(MeanViewModel model) {
    return new MeanFacts(model).all();
  }

  private TabFacts all() {
    return new TabFacts()
        .set("mean.people", () -> chosen().n(), Double.class, typed(MeanForm.N))
        .set("mean.dimensions", () -> chosen().d(), Double.class, typed(MeanForm.D))
        .set("mean.variance", () -> chosen().variance(), Double.class, typed(MeanForm.VARIANCE))
        .set("mean.repeats", () -> chosen().repeats(), Double.class, typed(MeanForm.REPEATS))
        .set(
            "mean.threshold",
            () -> model.microscope().threshold().get(),
            Double.class,
            model.microscope()::moveTo)
        .tell("mean.accuracy", () -> look().map(now -> confusion().balancedAccuracy()))
        .tell("mean.auc", () -> look().map(now -> now.scores().auc()))
        .tell("mean.theory", this::theory)
        .tell("mean.repeated", () -> dimension().isPresent() && noise().isPresent())
        .tell("mean.same", this::same)
        .tell("mean.fresh", () -> withoutNoise().map(point -> point.freshData().mean()));
  }

  private MeanForm.Chosen chosen() {
    return form.chosen().get();
  }

  private Consumer<Double> typed(TypedField field) {
    return value -> form.typed().take(field, value, form::commit, form.complaint());
  }

  /** What the microscope shows, if it is of what is chosen. */
  private Optional<Look> look() {
    return Optional.ofNullable(model.look().get())
        .filter(now -> now.of().scores().equals(chosen().scores()));
  }

  private Confusion confusion() {
    return model.microscope().confusion().get();
  }

  private double theory() {
    return Theory.accuracy(chosen().n(), chosen().d(), chosen().variance());
  }

  private Optional<DimensionPoint> dimension() {
    return model.repeating().curves().get().dimensions().stream()
        .filter(point -> point.d() == chosen().d())
        .findFirst();
  }

  private Optional<NoisePoint> noise() {
    return model.repeating().curves().get().noise().stream()
        .filter(point -> point.variance() == chosen().variance())
        .findFirst();
  }

  // the curve against d is without noise
  private Optional<DimensionPoint> withoutNoise() {
    return dimension().filter(point -> chosen().variance() == 0);
  }

  private Optional<Double> same() {
    return withoutNoise()
        .map(point -> point.sameData().mean())
        .or(() -> noise().map(point -> point.accuracy().mean()));
  }
}
