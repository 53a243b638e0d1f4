package epsilonlab.training;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Adam;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Optimizer;
import epsilonlab.engine.Sgd;
import java.util.List;

/** The optimisers that a user may choose. */
public enum OptimizerKind {
  /** Adam (Kingma and Ba, 2015). */
  ADAM("adam", "Adam") {
    @Override
    Optimizer create(Compute compute, List<NDArray> weights, TrainingSettings settings) {
      return new Adam(compute, weights, settings.weightDecay());
    }
  },
  /** Stochastic gradient descent with momentum. */
  SGD("sgd", "SGD") {
    @Override
    Optimizer create(Compute compute, List<NDArray> weights, TrainingSettings settings) {
      return new Sgd(compute, weights, settings.momentum(), settings.weightDecay());
    }
  };

  private final String id;
  private final String title;

  OptimizerKind(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** The name on the screen. */
  public String title() {
    return title;
  }

  abstract Optimizer create(Compute compute, List<NDArray> weights, TrainingSettings settings);
}
