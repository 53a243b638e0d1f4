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
import java.util.Arrays;
import java.util.List;

/** Two players that are being trained against each other. */
final class GanLearner implements Learner<GanBatch, GanEpoch> {
  static final int SAMPLES = 16;
  private static final int SHARD = 50;

  private final Compute compute;
  private final GanSettings settings;
  private final GanControls controls;
  private final DataSet data;
  private final NDArray images;
  private final TrainedWeights weights;
  private final LiveChain generator;
  private final LiveChain discriminator;
  private final GanGradients gradients;
  private final Optimizer ofGenerator;
  private final Optimizer ofDiscriminator;
  private final Seed seed;
  private final double[] epochSums = new double[4];
  private int batches;
  private GanBatch last = new GanBatch(Math.log(2), Math.log(2), 0.5, 0.5);

  GanLearner(
      Compute compute,
      GanSettings settings,
      DeviceImages train,
      DataSet data,
      TrainedWeights weights) {
    this.compute = compute;
    this.settings = settings;
    this.controls = settings.controls();
    this.data = data;
    this.seed = Seed.of(settings.seed());
    // the generator's tanh gives [-1, 1], so the discriminator sees that
    this.images =
        compute.call(
            () ->
                Tensors.keep(
                    Flat.signed(train.images().reshape(-1, ImageSet.PIXELS)), train.manager()));
    this.weights = weights;
    Gan network = settings.network();
    this.generator =
        new LiveChain(compute, network.generator(), network.latent(), weights.parameters());
    this.discriminator =
        new LiveChain(compute, network.discriminator(), ImageSet.PIXELS, weights.parameters());
    this.gradients = new GanGradients(discriminator);
    this.ofGenerator = weights.adam(generator.weights());
    this.ofDiscriminator = weights.adam(discriminator.weights());
  }

  @Override
  public GanBatch learn(NDArray order, int first, int count, long step) {
    GanControls.Turn turn = controls.next();
    Seed own = seed.split("batch").split(step);
    try (Fakes fakes = new Fakes(compute, count)) {
      if (turn != GanControls.Turn.GENERATOR) {
        int times = turn == GanControls.Turn.BOTH ? controls.discriminatorSteps() : 1;
        for (int k = 0; k < times; k++) {
          fakes.forget();
          // further steps take the images that follow, round and round
          teachDiscriminator(order, first, count, k, fakes, own.split(k));
        }
      }
      if (turn != GanControls.Turn.DISCRIMINATOR) {
        teachGenerator(count, fakes, own.split("generator"));
      }
    }
    epochSums[0] += last.generatorLoss();
    epochSums[1] += last.discriminatorLoss();
    epochSums[2] += last.realScore();
    epochSums[3] += last.generatedScore();
    batches++;
    return last;
  }

  /** What the generator made last, shard by shard, with what leads back to its weights. */
  private static final class Fakes implements AutoCloseable {
    final Compute compute;
    final LayerScript.TrainingPass[] passes;
    NDManager manager;

    Fakes(Compute compute, int count) {
      this.compute = compute;
      this.passes = new LayerScript.TrainingPass[shards(count)];
      this.manager = compute.newManager();
    }

    // a hundred steps of the discriminator would fill the memory
    void forget() {
      manager.close();
      Arrays.fill(passes, null);
      manager = compute.newManager();
    }

    @Override
    public void close() {
      manager.close();
    }
  }

  private static int shards(int count) {
    return (count + SHARD - 1) / SHARD;
  }

  private static int size(int shard, int count) {
    return Math.min(SHARD, count - shard * SHARD);
  }

  private LayerScript.TrainingPass generate(int size, NDManager manager, Seed noise) {
    int latent = settings.network().latent();
    NDArray z = Tensors.of(manager, noise.gaussian(size * latent), size, latent);
    LayerScript.TrainingPass pass = generator.train(z, noise, Wanted.WEIGHTS);
    // it is asked for its gradients in another step
    Tensors.keep(z, manager);
    pass.keptBy(manager);
    return pass;
  }

  private void teachDiscriminator(
      NDArray order, int first, int count, int round, Fakes fakes, Seed ofStep) {
    long all = order.size();
    double[] sums =
        ShardedStep.run(
            compute,
            ofDiscriminator,
            controls.learningRate(),
            shards(count),
            (shard, manager) -> {
              int size = size(shard, count);
              long from = (first + (long) round * count + shard * SHARD) % all;
              from = Math.min(from, all - size);
              Seed own = ofStep.split(shard);
              LayerScript.TrainingPass made = generate(size, fakes.manager, own.split("z"));
              fakes.passes[shard] = made;
              NDArray real = images.get(order.get(from + ":" + (from + size)));
              return gradients.ofDiscriminator(real, made.logits(), 0.5 / count, own);
            });
    last =
        new GanBatch(
            last.generatorLoss(), sums[0] / (2.0 * count), sums[1] / count, sums[2] / count);
  }

  private void teachGenerator(int count, Fakes fakes, Seed ofStep) {
    double[] sums =
        ShardedStep.run(
            compute,
            ofGenerator,
            controls.learningRate(),
            shards(count),
            (shard, manager) -> {
              Seed own = ofStep.split(shard);
              LayerScript.TrainingPass made = fakes.passes[shard];
              if (made == null) {
                made = generate(size(shard, count), fakes.manager, own.split("z"));
              }
              return gradients.ofGenerator(made, settings.generatorLoss(), 1.0 / count, own);
            });
    last =
        new GanBatch(
            sums[0] / count, last.discriminatorLoss(), last.realScore(), last.generatedScore());
  }

  @Override
  public double loss(GanBatch batch) {
    return Math.abs(batch.generatorLoss()) + batch.discriminatorLoss();
  }

  @Override
  public double testLoss(GanEpoch record) {
    return loss(record.test());
  }

  @Override
  public boolean showsEveryBatch() {
    return controls.isStepping();
  }

  @Override
  public GanEpoch epochDone(int epoch, double seconds) {
    GanBatch train =
        new GanBatch(
            epochSums[0] / batches,
            epochSums[1] / batches,
            epochSums[2] / batches,
            epochSums[3] / batches);
    Arrays.fill(epochSums, 0);
    batches = 0;
    return new GanEpoch(epoch, train, test(), seconds);
  }

  private GanBatch test() {
    int count = data.test().size();
    Seed noise = seed.split("test");
    GeneratorLoss kind = settings.generatorLoss();
    List<double[]> parts =
        compute.mapShards(
            count,
            (from, to) -> {
              NDArray real = Flat.signed(Flat.of(weights.manager(), data.test(), from, to));
              NDArray made =
                  discriminator.apply(generator.apply(noise(noise.split(from), to - from)));
              GanLoss.Score good = GanLoss.score(discriminator.apply(real), 1);
              GanLoss.Score bad = GanLoss.score(made, 0);
              double fooling = kind.sign() * GanLoss.score(made, kind.target()).loss();
              return new double[] {
                fooling, good.loss() + bad.loss(), good.probability(), bad.probability()
              };
            });
    double[] sums = Sums.of(parts);
    return new GanBatch(sums[0] / count, sums[1] / (2.0 * count), sums[2] / count, sums[3] / count);
  }

  private NDArray noise(Seed noise, int count) {
    int latent = settings.network().latent();
    return Tensors.of(weights.manager(), noise.gaussian(count * latent), count, latent);
  }

  @Override
  public Pictures pictures() {
    return compute.call(
        () -> {
          NDArray made = generator.apply(noise(seed.split("samples"), SAMPLES));
          return new Pictures(Flat.unitInterval(made));
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
