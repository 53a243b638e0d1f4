package epsilonlab.ui.theory.uniform;

import epsilonlab.engine.Seed;
import epsilonlab.theory.uniform.BiasJob;
import epsilonlab.theory.uniform.BiasSimulation;
import epsilonlab.theory.uniform.UniformLikelihood;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.EngineJob;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.theory.page.Kept;
import epsilonlab.ui.theory.page.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Point2D;

/** The draws, the guess and the simulated bias. Belongs to the FX thread; needs no screen. */
final class UniformModel {
  private static final int MOST_DRAWS = 50;

  private final LabSession session;
  private final Quantity count;
  private final ObjectProperty<Point2D> guess;
  // which sample is seen; each has draws of its own
  private final IntegerProperty sample = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<UniformState> state = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<BiasSimulation>> bias =
      new ReadOnlyObjectWrapper<>(List.of());
  private final CurrentJob job;

  UniformModel(LabSession session) {
    this.session = session;
    job = new CurrentJob(session);
    count =
        Quantity.even(
            session.settings(),
            new Quantity.Naming("uniform.n", "Draws $n$", "How many draws the sample has."),
            2,
            MOST_DRAWS,
            6,
            1);
    guess = Kept.point(session.settings(), "uniform.guess", -0.2, 1.3);
    count.value().addListener(any -> update());
    guess.addListener(any -> update());
    sample.addListener(any -> update());
    session.seed().addListener(any -> update());
    update();
  }

  Quantity count() {
    return count;
  }

  /** The guess: a at x, b at y. */
  ObjectProperty<Point2D> guess() {
    return guess;
  }

  ReadOnlyObjectProperty<UniformState> state() {
    return state.getReadOnlyProperty();
  }

  /** The simulated bias by sample size, as far as it is known. */
  ReadOnlyObjectProperty<List<BiasSimulation>> bias() {
    return bias.getReadOnlyProperty();
  }

  CurrentJob job() {
    return job;
  }

  /** Another sample. */
  void drawAgain() {
    sample.set(sample.get() + 1);
  }

  /** Puts the guess where the likelihood is largest. */
  void guessTheBest() {
    UniformLikelihood now = state.get().likelihood();
    guess.set(new Point2D(now.smallest(), now.largest()));
  }

  /** What lessons may know of the simulation, and set on it. */
  TabFacts facts() {
    return new TabFacts()
        .set("uniform.n", count::get, Double.class, count::take)
        .tell(
            "uniform.bias",
            () ->
                bias.get().stream()
                    .filter(one -> one.n() == state.get().n())
                    .map(one -> one.largest().mean())
                    .findFirst())
        .tell("uniform.formula", () -> UniformLikelihood.bias(0, 1, state.get().n()));
  }

  private void update() {
    Seed seed = Seed.of(session.seed().get()).split("uniform draws").split(sample.get());
    // more draws begin with the same ones
    double[] all = seed.generator().doubles(MOST_DRAWS).toArray();
    double[] draws = java.util.Arrays.copyOf(all, (int) Math.round(count.get()));
    state.set(
        new UniformState(new UniformLikelihood(draws), guess.get().getX(), guess.get().getY()));
  }

  /** Simulates the bias, or stops; sizes that are done stay. */
  void simulateOrStop() {
    if (job.running().get()) {
      job.cancel();
      return;
    }
    bias.set(List.of());
    Seed seed = Seed.of(session.seed().get()).split("uniform bias");
    job.start(
        new EngineJob<BiasSimulation, List<BiasSimulation>>(
            "Simulate the bias",
            session,
            compute -> new BiasJob(compute, 0, 1, sizes(), BiasJob.USUAL_SAMPLES, seed)),
        this::add,
        bias::set,
        () -> {});
  }

  /** Those that show how the bias falls, and that of the sample. */
  private List<Integer> sizes() {
    TreeSet<Integer> sizes = new TreeSet<>(BiasJob.USUAL_SIZES);
    sizes.add(state.get().n());
    return List.copyOf(sizes);
  }

  private void add(BiasSimulation one) {
    List<BiasSimulation> more = new ArrayList<>(bias.get());
    more.add(one);
    bias.set(List.copyOf(more));
  }
}
