package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.model.Weights;

/**
 * A generative model that turns an image into the nearest that it can make itself, and through
 * which one can differentiate. Thread-safe.
 */
public interface Purifier {
  /** The kind of model, for the screen. */
  String title();

  /**
   * Restores images in Java memory.
   *
   * @param images N x 784; noise may have carried them out of [0, 1]
   */
  Pictures restore(float[] images);

  /**
   * Restores images, inside or outside a graph; on a compute thread.
   *
   * @param images N x 784
   * @return the same shape, in [0, 1]
   */
  NDArray restore(NDArray images);

  /**
   * Restores images and is ready to come back; outside a graph, on a compute thread.
   *
   * @param images N x 784
   */
  Pass forward(NDArray images);

  /** Images on their way through; to be closed when the gradient has come back. */
  interface Pass extends AutoCloseable {
    /** The restored images; see {@link #restore(NDArray)}. */
    NDArray restored();

    /**
     * The gradient by the images that went in.
     *
     * @param gradient by the restored ones, of their shape
     */
    NDArray backward(NDArray gradient);

    @Override
    void close();
  }

  /**
   * The purifier with these weights.
   *
   * @param id the network's name in files
   * @throws LabException if that network restores nothing, or the weights are not its own
   */
  static Purifier of(Compute compute, String id, Weights weights) {
    return switch (id) {
      case DenoisingAutoencoder.ID ->
          new TrainedAutoencoder(
              compute, (DenoisingAutoencoder) GenerativeModels.of(id, weights), weights);
      case Vae.ID -> new TrainedVae(compute, (Vae) GenerativeModels.of(id, weights), weights);
      default ->
          throw new LabException(
              "A network of the kind "
                  + id
                  + " restores no images, so it cannot purify; choose a denoising autoencoder or a"
                  + " VAE.");
    };
  }
}
