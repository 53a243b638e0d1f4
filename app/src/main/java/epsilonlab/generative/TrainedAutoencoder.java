package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.model.Weights;

/** A denoising autoencoder with weights, ready to restore images. Thread-safe. */
public final class TrainedAutoencoder implements Purifier {
  private final DenoisingAutoencoder network;
  private final LoadedChain chain;

  /** Copies {@code weights}, which must belong to {@code network}, to the device. */
  public TrainedAutoencoder(Compute compute, DenoisingAutoencoder network, Weights weights) {
    network.validate("The model", weights);
    this.network = network;
    this.chain = new LoadedChain(compute, network.layers(), ImageSet.PIXELS, weights);
  }

  /** Its sizes. */
  public DenoisingAutoencoder network() {
    return network;
  }

  @Override
  public String title() {
    return network.title();
  }

  @Override
  public Pictures restore(float[] images) {
    return new Pictures(chain.apply(images, Flat::sigmoid));
  }

  @Override
  public NDArray restore(NDArray images) {
    return Sigmoid.of(chain.apply(images));
  }

  @Override
  public Pass forward(NDArray images) {
    return new Way(chain.forward(images));
  }

  private final class Way implements Pass {
    private final LayerScript.Pass pass;

    Way(LayerScript.Pass pass) {
      this.pass = pass;
    }

    @Override
    public NDArray restored() {
      return Sigmoid.of(pass.logits());
    }

    @Override
    public NDArray backward(NDArray gradient) {
      return chain.backward(pass, Sigmoid.backward(pass.logits(), gradient));
    }

    @Override
    public void close() {
      pass.close();
    }
  }

  LoadedChain chain() {
    return chain;
  }
}
