package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.model.Weights;

/**
 * A variational autoencoder with weights, ready to encode and decode. It purifies an image by
 * decoding the mean of its distribution. Thread-safe.
 */
public final class TrainedVae implements Purifier {
  private final Vae network;
  private final LoadedChain encoder;
  private final LoadedChain decoder;

  /** Copies {@code weights}, which must belong to {@code network}, to the device. */
  public TrainedVae(Compute compute, Vae network, Weights weights) {
    network.validate("The model", weights);
    this.network = network;
    this.encoder = new LoadedChain(compute, network.encoder(), ImageSet.PIXELS, weights);
    this.decoder = new LoadedChain(compute, network.decoder(), network.latent(), weights);
  }

  /** Its sizes. */
  public Vae network() {
    return network;
  }

  /**
   * Where images lie in the latent space: the means of their distributions.
   *
   * @param images N x 784, in [0, 1]
   * @return N x latent, row by row
   */
  public float[] means(float[] images) {
    return encoder.apply(images, heads -> heads.get(":, :" + network.latent()).toFloatArray());
  }

  /**
   * The images of latent points.
   *
   * @param z N x latent, row by row
   */
  public Pictures decode(float[] z) {
    return new Pictures(decoder.apply(z, Flat::sigmoid));
  }

  @Override
  public String title() {
    return network.title();
  }

  @Override
  public Pictures restore(float[] images) {
    return decode(means(images));
  }

  @Override
  public NDArray restore(NDArray images) {
    return Sigmoid.of(decoder.apply(means(encoder.apply(images))));
  }

  @Override
  public Pass forward(NDArray images) {
    LayerScript.Pass up = encoder.forward(images);
    return new Way(up, decoder.forward(means(up.logits())));
  }

  private final class Way implements Pass {
    private final LayerScript.Pass up;
    private final LayerScript.Pass down;

    Way(LayerScript.Pass up, LayerScript.Pass down) {
      this.up = up;
      this.down = down;
    }

    @Override
    public NDArray restored() {
      return Sigmoid.of(down.logits());
    }

    @Override
    public NDArray backward(NDArray gradient) {
      NDArray byMeans = decoder.backward(down, Sigmoid.backward(down.logits(), gradient));
      // the log-variances have no say in the image
      NDArray byHeads = NDArrays.concat(new NDList(byMeans, byMeans.zerosLike()), 1);
      return encoder.backward(up, byHeads);
    }

    @Override
    public void close() {
      down.close();
      up.close();
    }
  }

  LoadedChain encoder() {
    return encoder;
  }

  LoadedChain decoder() {
    return decoder;
  }

  /** The means among the encoder's outputs, N x latent. */
  NDArray means(NDArray heads) {
    return heads.get(":, :" + network.latent());
  }
}
