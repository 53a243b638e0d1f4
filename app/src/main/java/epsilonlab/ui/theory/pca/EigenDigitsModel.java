package epsilonlab.ui.theory.pca;

import epsilonlab.data.DataSet;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.theory.pca.EigenDigits;
import epsilonlab.theory.pca.EigenDigitsJob;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.EngineJob;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.theory.page.Quantity;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** The eigen-digits of the data set in use, and a digit made of some of them. Needs no screen. */
final class EigenDigitsModel {
  private static final int DIGITS = 100;

  private final LabSession session;
  private final CurrentJob job;
  private final Quantity kept;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final IntegerProperty digit = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<EigenDigits> digits = new ReadOnlyObjectWrapper<>();
  private final Latest<Reconstruction> rebuilding;
  private final ReadOnlyObjectWrapper<Reconstruction> reconstruction =
      new ReadOnlyObjectWrapper<>();

  EigenDigitsModel(LabSession session) {
    this.session = session;
    job = new CurrentJob(session);
    rebuilding = new Latest<>(session.jobs(), session.fx());
    kept =
        Quantity.count(
            session.settings(),
            new Quantity.Naming(
                "pca.kept",
                "Components $k$",
                "How many principal components the reconstruction of the digit keeps."),
            1,
            784,
            50,
            0.02);
    session
        .data()
        .addListener(
            (property, before, now) -> {
              job.cancel();
              digits.set(null);
              digit.set(0);
            });
    InvalidationListener follow = any -> rebuild();
    digits.addListener(follow);
    digit.addListener(follow);
    kept.value().addListener(follow);
  }

  private void rebuild() {
    EigenDigits now = digits.get();
    DataSet data = session.data().get();
    if (now == null || data == null) {
      rebuilding.forget();
      reconstruction.set(null);
      return;
    }
    float[] image = data.test().image(digit.get());
    int k = k();
    rebuilding.request(
        Work.interactive("Rebuild a digit", () -> Reconstruction.of(now, image, k)),
        reconstruction::set,
        session::fail);
  }

  /** The digit and what is kept of it; null before the components are found. */
  ReadOnlyObjectProperty<Reconstruction> reconstruction() {
    return reconstruction.getReadOnlyProperty();
  }

  /** Whether digits are in view instead of the plane. */
  BooleanProperty shown() {
    return shown;
  }

  /** What was found; null before. */
  ReadOnlyObjectProperty<EigenDigits> digits() {
    return digits.getReadOnlyProperty();
  }

  /** Which test digit is reconstructed. */
  IntegerProperty digit() {
    return digit;
  }

  Quantity kept() {
    return kept;
  }

  /** k as a whole number. */
  int k() {
    return (int) Math.round(kept.get());
  }

  /** What lessons may know of the digits, and set on them. */
  TabFacts facts() {
    return new TabFacts()
        .set("pca.components", this::k, Double.class, this::show)
        .tell("pca.explained", () -> digits.get() == null ? null : digits.get().share(k()));
  }

  private void show(double components) {
    kept.take(components);
    shown.set(true);
  }

  CurrentJob job() {
    return job;
  }

  /** The data in use; null before any are loaded. */
  ReadOnlyObjectProperty<DataSet> data() {
    return session.data();
  }

  /** The next test digit. */
  void next() {
    DataSet data = session.data().get();
    if (data != null) {
      digit.set((digit.get() + 1) % Math.min(DIGITS, data.test().size()));
    }
  }

  /** Finds the components; does nothing without data. */
  void find() {
    DataSet data = session.data().get();
    if (data != null) {
      job.start(
          new EngineJob<Void, EigenDigits>(
              "Eigen-digits", session, compute -> new EigenDigitsJob(compute, data)),
          any -> {},
          digits::set,
          () -> {});
    }
  }
}
