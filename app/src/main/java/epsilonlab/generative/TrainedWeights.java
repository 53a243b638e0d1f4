package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Adam;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Optimizer;
import epsilonlab.model.Parameters;
import epsilonlab.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Weights on the device while they are trained. */
final class TrainedWeights implements AutoCloseable {
  private final Compute compute;
  private final NDManager manager;
  private final Parameters parameters;
  private final List<Optimizer> optimizers = new ArrayList<>();

  private TrainedWeights(Compute compute, Weights start) {
    this.compute = compute;
    this.manager = compute.newManager();
    try {
      this.parameters = compute.call(() -> Parameters.upload(manager, start));
    } catch (RuntimeException | Error failure) {
      manager.close();
      throw failure;
    }
  }

  /**
   * Lends weights to what trains them, which closes them; if it cannot be made, they are closed
   * here.
   */
  static <T> T lend(Compute compute, Weights start, Function<TrainedWeights, T> borrower) {
    TrainedWeights weights = new TrainedWeights(compute, start);
    try {
      return borrower.apply(weights);
    } catch (RuntimeException | Error failure) {
      weights.close();
      throw failure;
    }
  }

  /** What moves some of them; closed with them. */
  Optimizer adam(List<NDArray> some) {
    Optimizer adam = compute.call(() -> new Adam(compute, some, 0));
    optimizers.add(adam);
    return adam;
  }

  Parameters parameters() {
    return parameters;
  }

  NDManager manager() {
    return manager;
  }

  Weights download() {
    return compute.call(parameters::download);
  }

  @Override
  public void close() {
    optimizers.forEach(Optimizer::close);
    manager.close();
  }
}
