package epsilonlab.generative;

import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Compute;
import epsilonlab.model.Parameters;
import epsilonlab.model.Weights;

/** Weights on the device while they are trained. */
final class TrainedWeights implements AutoCloseable {
  private final Compute compute;
  private final NDManager manager;
  private final Parameters parameters;

  TrainedWeights(Compute compute, Weights start) {
    this.compute = compute;
    this.manager = compute.newManager();
    try {
      this.parameters = compute.call(() -> Parameters.upload(manager, start));
    } catch (RuntimeException | Error failure) {
      manager.close();
      throw failure;
    }
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
    manager.close();
  }
}
