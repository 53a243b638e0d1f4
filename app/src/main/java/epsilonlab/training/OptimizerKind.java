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
    public Optimizer create(
        Compute compute, List<NDArray> weights, double momentum, double weightDecay) {
      return new Adam(compute, weights, weightDecay);
    }
  },
  /** Stochastic gradient descent with momentum. */
  SGD("sgd", "SGD") {
    @Override
    public Optimizer create(
        Compute compute, List<NDArray> weights, double momentum, double weightDecay) {
      return new Sgd(compute, weights, momentum, weightDecay);
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

  /**
   * An optimiser of this kind, on a compute thread.
   *
   * @param weights the arrays to change
   * @param momentum of SGD, in [0, 1)
   * @param weightDecay times the weight, added to the gradient; 0 or more
   */
  public abstract Optimizer create(
      Compute compute, List<NDArray> weights, double momentum, double weightDecay);

  final Optimizer create(Compute compute, List<NDArray> weights, TrainingSettings settings) {
    return create(compute, weights, settings.momentum(), settings.weightDecay());
  }
}
