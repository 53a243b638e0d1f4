package epsilonlab.ui.generate.gan;

import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.generative.Gan;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.Pictures;
import epsilonlab.generative.TrainedGan;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import epsilonlab.model.Weights;

/**
 * A trained GAN of the library that makes digits again.
 *
 * @param draw how often new noise was drawn
 * @param pictures what it makes of this noise
 */
record OpenedGan(
    ModelEntry entry, Gan network, Weights weights, TrainedGan gan, int draw, Pictures pictures) {
  private static final int SAMPLES = 16;

  /**
   * Reads it and draws for the first time; on a job's thread.
   *
   * @throws LabException if the file is damaged
   */
  static OpenedGan of(Compute compute, ModelLibrary library, ModelEntry entry) {
    Weights weights = library.weights(entry.id());
    Gan network = (Gan) GenerativeModels.of(entry.card().architecture(), weights);
    TrainedGan gan = new TrainedGan(compute, network, weights);
    return new OpenedGan(entry, network, weights, gan, 0, null).drawn(0);
  }

  /** The same with noise of its own; on a job's thread. */
  OpenedGan drawn(int number) {
    Seed noise = Seed.of(entry.card().seed()).split("opened").split(number);
    return new OpenedGan(entry, network, weights, gan, number, gan.samples(SAMPLES, noise));
  }
}
