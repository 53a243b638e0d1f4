package epsilonlab.ui.photo;

import epsilonlab.engine.LabException;
import epsilonlab.photo.PhotoAttacks;
import epsilonlab.photo.PhotoResult;
import epsilonlab.photo.Scores;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.TabFacts;
import java.util.Optional;

/** What the tab tells lessons, and what may be set on it. Needs no screen. */
final class PhotoFacts {
  /** What stands for no target. */
  static final String NO_TARGET = "none";

  private final PhotoViewModel model;

  private PhotoFacts(PhotoViewModel model) {
    this.model = model;
  }

  static TabFacts of(PhotoViewModel model) {
    return new PhotoFacts(model).all();
  }

  private TabFacts all() {
    return new TabFacts()
        .set("photo.target", this::target, String.class, this::setTarget)
        .set("photo.epsilon", () -> model.form().epsilon().get(), Double.class, this::setEpsilon)
        .tell("photo.loaded", () -> model.missing().get() == PhotoViewModel.Missing.NOTHING)
        .tell("photo.before", () -> before().map(now -> now.best().label()))
        .tell("photo.confidence_before", () -> before().map(now -> now.best().probability()))
        .tell("photo.after", () -> result().map(now -> now.after().best().label()))
        .tell("photo.confidence_after", () -> result().map(now -> now.after().best().probability()))
        .tell("photo.target_after", this::targetAfter)
        .tell("photo.reached", () -> result().map(PhotoResult::success))
        .tell("photo.smallest_epsilon", this::smallest)
        .tell("photo.linf", () -> result().map(now -> now.norms().linf()))
        .tell("photo.random", () -> result().map(now -> now.random().best().label()))
        .tell("photo.saved", () -> result().map(now -> now.saved().best().label()));
  }

  private String target() {
    String label = model.form().target().get().strip();
    return label.isEmpty() ? NO_TARGET : label;
  }

  private void setTarget(String label) {
    boolean none = label.equals(NO_TARGET);
    if (!none && model.networks().network().get() != null) {
      // a class that this network does not know gets its sentence
      model.networks().network().get().names().index(label);
    }
    model.form().target().set(none ? "" : label);
  }

  private void setEpsilon(double epsilon) {
    if (!(epsilon >= 0 && epsilon <= PhotoAttacks.LARGEST_EPSILON)) {
      throw new LabException(
          "The ε of the photo is %s here, but must be from 0 to 8/255."
              .formatted(Numbers.plain(epsilon)));
    }
    model.form().epsilon().set(epsilon);
  }

  private Optional<Scores> before() {
    return Optional.ofNullable(model.before().get());
  }

  /** How the last attack ended, if nothing was chosen anew since. */
  private Optional<PhotoResult> result() {
    boolean current = !model.stale().get() && !model.running().get();
    return current ? Optional.ofNullable(model.result().get()) : Optional.empty();
  }

  private Optional<Double> targetAfter() {
    return result()
        .filter(now -> now.goal().isTargeted())
        .map(now -> now.after().probability(now.goal().wanted()));
  }

  private Optional<Double> smallest() {
    return Optional.of(model.smallest().get())
        .filter(PhotoViewModel.Smallest::exists)
        .map(PhotoViewModel.Smallest::shown);
  }
}
