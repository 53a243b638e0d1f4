package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Optimizer;
import epsilonlab.engine.Seed;
import epsilonlab.engine.ShardedStep;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.engine.layer.LayerScript.Wanted;
import epsilonlab.model.Weights;
import java.util.ArrayList;
import java.util.List;

/** A variational autoencoder that is being trained. */
final class VaeLearner implements Learner<VaeBatch, VaeEpoch> {
  static final int SAMPLES = 16;
  private static final int SHARD = 32;

  private final Compute compute;
  private final VaeSettings settings;
  private final DataSet data;
  private final NDArray images;
  private final TrainedWeights weights;
  private final LiveChain encoder;
  private final LiveChain decoder;
  private final Optimizer optimizer;
  private final Seed seed;
  private double reconstruction;
  private double kl;
  private long learnt;

  VaeLearner(
      Compute compute,
      VaeSettings settings,
      DeviceImages train,
      DataSet data,
      TrainedWeights weights) {
    this.compute = compute;
    this.settings = settings;
    this.data = data;
    this.seed = Seed.of(settings.seed());
    this.images = Flat.of(compute, train);
    this.weights = weights;
    Vae network = settings.network();
    this.encoder = new LiveChain(compute, network.encoder(), ImageSet.PIXELS, weights.parameters());
    this.decoder =
        new LiveChain(compute, network.decoder(), network.latent(), weights.parameters());
    List<NDArray> all = new ArrayList<>(encoder.weights());
    all.addAll(decoder.weights());
    this.optimizer = weights.adam(all);
  }

  @Override
  public VaeBatch learn(NDArray order, int first, int count, long step) {
    Seed noise = seed.split("noise").split(step);
    double[] sums =
        ShardedStep.run(
            compute,
            optimizer,
            settings.learningRate(),
            (count + SHARD - 1) / SHARD,
            (shard, manager) -> {
              int from = first + shard * SHARD;
              int end = Math.min(first + count, from + SHARD);
              NDArray x = images.get(order.get(from + ":" + end));
              Seed own = noise.split(shard);
              return gradients(x, noise(x.getManager(), own, end - from), own);
            });
    reconstruction += sums[1];
    kl += sums[2];
    learnt += count;
    return VaeBatch.of(sums[1], sums[2], settings.beta(), count);
  }

  // of the sum over the images, as the exercise has it
  ShardedStep.Part gradients(NDArray x, NDArray noise, Seed dropout) {
    try (LayerScript.TrainingPass up = encoder.train(x, dropout, Wanted.WEIGHTS)) {
      NDArray z = Reparameterisation.sample(up.logits(), noise);
      try (LayerScript.TrainingPass down = decoder.train(z, dropout, Wanted.BOTH)) {
        PixelLoss.Both pixels = PixelLoss.withGradient(down.logits(), x, 1);
        double divergence = Reparameterisation.divergence(up.logits());
        LayerScript.PassGradients ofDecoder = down.gradients(pixels.gradient());
        NDArray byHeads =
            Reparameterisation.gradient(up.logits(), noise, ofDecoder.input(), settings.beta());
        List<NDArray> all = new ArrayList<>(up.weightGradients(byHeads));
        all.addAll(ofDecoder.weights());
        double loss = pixels.loss() + settings.beta() * divergence;
        return new ShardedStep.Part(new double[] {loss, pixels.loss(), divergence}, all);
      }
    }
  }

  private NDArray noise(NDManager manager, Seed noise, int count) {
    int latent = settings.network().latent();
    return Tensors.of(manager, noise.gaussian(count * latent), count, latent);
  }

  @Override
  public double loss(VaeBatch batch) {
    return batch.loss();
  }

  @Override
  public double testLoss(VaeEpoch record) {
    return record.test().loss();
  }

  @Override
  public VaeEpoch epochDone(int epoch, double seconds) {
    VaeBatch train = VaeBatch.of(reconstruction, kl, settings.beta(), learnt);
    reconstruction = 0;
    kl = 0;
    learnt = 0;
    return new VaeEpoch(epoch, train, test(), seconds);
  }

  private VaeBatch test() {
    Seed noise = seed.split("test");
    List<double[]> parts =
        compute.mapShards(
            data.test().size(),
            (from, to) -> {
              NDArray x = Flat.of(weights.manager(), data.test(), from, to);
              NDArray heads = encoder.apply(x);
              NDArray z =
                  Reparameterisation.sample(
                      heads, noise(x.getManager(), noise.split(from), to - from));
              return new double[] {
                PixelLoss.sum(decoder.apply(z), x), Reparameterisation.divergence(heads)
              };
            });
    double[] sums = Sums.of(parts);
    return VaeBatch.of(sums[0], sums[1], settings.beta(), data.test().size());
  }

  @Override
  public Pictures pictures() {
    return compute.call(
        () -> {
          NDArray z = noise(weights.manager(), seed.split("samples"), SAMPLES);
          return new Pictures(Flat.sigmoid(decoder.apply(z)));
        });
  }

  @Override
  public Weights weights() {
    return weights.download();
  }

  @Override
  public void close() {
    weights.close();
  }
}
