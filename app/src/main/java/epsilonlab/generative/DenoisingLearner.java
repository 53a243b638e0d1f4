package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
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
import java.util.List;

/** A denoising autoencoder that is being trained. Its pictures are the first ten test digits. */
final class DenoisingLearner implements Learner<DenoisingBatch, DenoisingEpoch> {
  private static final int SHARD = 32;

  private final Compute compute;
  private final DenoisingSettings settings;
  private final DataSet data;
  private final NDArray images;
  private final TrainedWeights weights;
  private final LiveChain network;
  private final Optimizer optimizer;
  private final Seed seed;
  private double loss;
  private long learnt;

  DenoisingLearner(
      Compute compute,
      DenoisingSettings settings,
      DeviceImages train,
      DataSet data,
      TrainedWeights weights) {
    this.compute = compute;
    this.settings = settings;
    this.data = data;
    this.seed = Seed.of(settings.seed());
    this.images = Flat.of(compute, train);
    this.weights = weights;
    this.network =
        new LiveChain(compute, settings.network().layers(), ImageSet.PIXELS, weights.parameters());
    this.optimizer = weights.adam(network.weights());
  }

  @Override
  public DenoisingBatch learn(NDArray order, int first, int count, long step) {
    Seed noise = seed.split("noise").split(step);
    double pixels = (double) count * ImageSet.PIXELS;
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
              return gradients(x, noise.split(shard), 1 / pixels);
            });
    loss += sums[0];
    learnt += count;
    return new DenoisingBatch(sums[0] / pixels);
  }

  ShardedStep.Part gradients(NDArray x, Seed noise, double scale) {
    NDArray noisy = settings.noise().applied(x, noise);
    try (LayerScript.TrainingPass pass = network.train(noisy, noise, Wanted.WEIGHTS)) {
      PixelLoss.Both pixels = PixelLoss.withGradient(pass.logits(), x, scale);
      return new ShardedStep.Part(
          new double[] {pixels.loss()}, pass.weightGradients(pixels.gradient()));
    }
  }

  @Override
  public double loss(DenoisingBatch batch) {
    return batch.loss();
  }

  @Override
  public double testLoss(DenoisingEpoch record) {
    return record.testLoss();
  }

  @Override
  public DenoisingEpoch epochDone(int epoch, double seconds) {
    double train = loss / ((double) learnt * ImageSet.PIXELS);
    loss = 0;
    learnt = 0;
    return new DenoisingEpoch(epoch, train, test(), seconds);
  }

  private double test() {
    Seed noise = seed.split("test");
    int count = data.test().size();
    List<Double> parts =
        compute.mapShards(
            count,
            (from, to) -> {
              NDArray x = Flat.of(weights.manager(), data.test(), from, to);
              NDArray noisy = settings.noise().applied(x, noise.split(from));
              return PixelLoss.sum(network.apply(noisy), x);
            });
    return parts.stream().mapToDouble(part -> part).sum() / ((double) count * ImageSet.PIXELS);
  }

  @Override
  public Pictures pictures() {
    return compute.call(
        () -> {
          Pictures shown = settings.noisyPictures(data);
          NDArray noisy =
              Tensors.of(weights.manager(), shown.values(), shown.count(), ImageSet.PIXELS);
          return new Pictures(Flat.sigmoid(network.apply(noisy)));
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
