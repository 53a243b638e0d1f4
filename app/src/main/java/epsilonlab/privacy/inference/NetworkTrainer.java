package epsilonlab.privacy.inference;

import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.model.Architecture;
import epsilonlab.training.AdversarialSettings;
import epsilonlab.training.OptimizerKind;
import epsilonlab.training.Schedule;
import epsilonlab.training.Training;
import epsilonlab.training.TrainingEvent;
import epsilonlab.training.TrainingSettings;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Trains the lab's own networks, from fresh weights for every model. */
public final class NetworkTrainer implements ShadowTrainer {
  /** Epochs unless the user wants other: enough to learn a few hundred images by heart. */
  public static final int EPOCHS = 50;

  /** Images a step unless the user wants other. */
  public static final int BATCH = 32;

  private final Compute compute;
  private final Architecture architecture;
  private final TrainingSettings settings;

  /**
   * @param settings whose seed is replaced for every model
   */
  public NetworkTrainer(Compute compute, Architecture architecture, TrainingSettings settings) {
    this.compute = compute;
    this.architecture = architecture;
    this.settings = settings;
  }

  /** Adam at 1e-3, as the lab trains: what shadow models are trained with. */
  public static TrainingSettings training(int epochs, int batch, long seed) {
    return new TrainingSettings(
        OptimizerKind.ADAM, 1e-3, Schedule.CONSTANT, 0.9, 0, batch, epochs, seed);
  }

  @Override
  public String describe() {
    return architecture.title() + ", " + settings.summary();
  }

  @Override
  public NetworkTarget train(ImageSet chosen, Seed seed, DoubleConsumer progress) {
    TrainingSettings own = seeded(seed.generator().nextLong());
    // nobody asks how well it does elsewhere, so it is tested on one image
    DataSet data =
        new DataSet("chosen", "chosen", "chosen", "", List.of(), chosen, chosen.slice(0, 1));
    try (DeviceImages images = DeviceImages.upload(compute, chosen, 0, chosen.size());
        Training training =
            new Training(
                compute,
                data,
                images,
                architecture,
                own,
                AdversarialSettings.standard(),
                Training.freshWeights(architecture, own))) {
      while (training.epochs() < own.epochs()) {
        training.epoch(
            new Training.Driver() {
              @Override
              public void beforeBatch() {
                progress.accept((double) training.epochs() / own.epochs());
              }

              @Override
              public void afterBatch(TrainingEvent.BatchDone batch) {
                progress.accept(batch.epochs() / own.epochs());
              }
            });
      }
      return new NetworkTarget(compute, training.classifier());
    }
  }

  private TrainingSettings seeded(long seed) {
    return new TrainingSettings(
        settings.optimizer(),
        settings.learningRate(),
        settings.schedule(),
        settings.momentum(),
        settings.weightDecay(),
        settings.batch(),
        settings.epochs(),
        seed);
  }
}
