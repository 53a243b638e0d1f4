package epsilonlab.ui.theory.discriminator;

import com.google.gson.reflect.TypeToken;
import epsilonlab.engine.Seed;
import epsilonlab.settings.Setting;
import epsilonlab.theory.discriminator.DiscriminatorGame;
import epsilonlab.theory.discriminator.DiscriminatorJob;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.TabFacts;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The two densities that are drawn, what follows from them at once, and the discriminator that is
 * trained on them. Belongs to the FX thread; needs no screen.
 */
final class DiscriminatorModel {
  private static final DrawnDensity REAL =
      DrawnDensity.of(
          x ->
              0.6 * Math.exp(-(x + 1.2) * (x + 1.2) / 0.72)
                  + 0.5 * Math.exp(-(x - 1.6) * (x - 1.6) / 0.5));
  private static final DrawnDensity GENERATED =
      DrawnDensity.of(x -> Math.exp(-(x - 0.6) * (x - 0.6) / 2.4));

  private final LabSession session;
  private final ObjectProperty<DrawnDensity> real;
  private final ObjectProperty<DrawnDensity> generated;
  private final BooleanProperty drawsGenerated = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<DiscriminatorGame> game = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<DiscriminatorJob.State> trained =
      new ReadOnlyObjectWrapper<>();
  private final CurrentJob job;

  DiscriminatorModel(LabSession session) {
    this.session = session;
    job = new CurrentJob(session);
    real = kept("real", REAL);
    generated = kept("generated", GENERATED);
    real.addListener(any -> follow());
    generated.addListener(any -> follow());
    follow();
  }

  private ObjectProperty<DrawnDensity> kept(String name, DrawnDensity first) {
    Setting<List<Double>> setting =
        Setting.generic(
                "theory.discriminator." + name, new TypeToken<List<Double>>() {}, first.heights())
            .where(DrawnDensity::isSound);
    ObjectProperty<DrawnDensity> density =
        new SimpleObjectProperty<>(new DrawnDensity(session.settings().get(setting)));
    density.addListener((property, before, now) -> session.settings().set(setting, now.heights()));
    return density;
  }

  /** p, of real data. */
  ObjectProperty<DrawnDensity> real() {
    return real;
  }

  /** q, of generated data. */
  ObjectProperty<DrawnDensity> generated() {
    return generated;
  }

  /** Whether q is drawn now, or p. */
  BooleanProperty drawsGenerated() {
    return drawsGenerated;
  }

  /** The one that is drawn now. */
  ObjectProperty<DrawnDensity> drawn() {
    return drawsGenerated.get() ? generated : real;
  }

  /** What a discriminator can achieve between the two. */
  ReadOnlyObjectProperty<DiscriminatorGame> game() {
    return game.getReadOnlyProperty();
  }

  /** How far the trained discriminator is; null before it is trained. */
  ReadOnlyObjectProperty<DiscriminatorJob.State> trained() {
    return trained.getReadOnlyProperty();
  }

  CurrentJob job() {
    return job;
  }

  /** What lessons may know of the drawing. */
  TabFacts facts() {
    return new TabFacts()
        .tell("discriminator.value", () -> game.get().bestValue())
        .tell("discriminator.jsd", () -> game.get().jensenShannon());
  }

  private void follow() {
    // what was trained on other densities says nothing about these
    job.cancel();
    trained.set(null);
    game.set(new DiscriminatorGame(real.get().cells(), generated.get().cells()));
  }

  /** Trains a small network on draws from both, or stops it; what it has learnt stays. */
  void trainOrStop() {
    if (job.running().get()) {
      job.cancel();
      return;
    }
    Seed seed = Seed.of(session.seed().get()).split("discriminator");
    job.start(
        new DiscriminatorJob(game.get(), DiscriminatorJob.USUAL_STEPS, seed),
        trained::set,
        trained::set,
        () -> {});
  }

  /** A generator that has learnt everything. */
  void makeEqual() {
    generated.set(real.get());
  }

  /** The densities of the start. */
  void reset() {
    real.set(REAL);
    generated.set(GENERATED);
  }
}
