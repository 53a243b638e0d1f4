package epsilonlab.ui.generate.gan;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.generative.Gan;
import epsilonlab.generative.NearestNeighbours;
import epsilonlab.generative.Pictures;
import epsilonlab.generative.SampleClasses;
import epsilonlab.generative.TrainedGan;
import epsilonlab.model.Classifier;
import epsilonlab.model.Weights;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A close look at what a GAN makes: the training digit next to each of the sixteen, and what the
 * model in use takes further samples for.
 *
 * @param pictures the sixteen
 * @param neighbours the training digit next to each
 * @param nearest how far they lie apart
 * @param realDistances of test digits to their nearest training digit, ascending
 * @param classes of {@link #SAMPLES} other samples; empty without a model or weights
 * @param classifier the name of the model in use, or empty
 */
record GanLook(
    Pictures pictures,
    Pictures neighbours,
    NearestNeighbours nearest,
    double[] realDistances,
    Optional<SampleClasses> classes,
    String classifier) {
  /** How many samples the model in use reads. */
  static final int SAMPLES = 500;

  private static final int REAL = 200;

  /**
   * What is to be looked at.
   *
   * @param weights of the GAN, or null if they were not kept
   * @param classifier loads the model in use; null if there is none
   */
  record Request(
      DataSet data,
      Gan network,
      Pictures pictures,
      Weights weights,
      Supplier<Classifier> classifier,
      long seed) {}

  /** Looks; on a job's thread. */
  static GanLook at(Compute compute, Request request, double[] knownDistances) {
    Pictures pictures = request.pictures();
    DataSet data = request.data();
    NearestNeighbours nearest =
        NearestNeighbours.of(compute, pictures.values(), data.train(), done -> {});
    float[] neighbours = new float[pictures.values().length];
    for (int i = 0; i < nearest.count(); i++) {
      data.train().copyImage(nearest.indices()[i], neighbours, i * ImageSet.PIXELS);
    }
    boolean canAsk = request.classifier() != null && request.weights() != null;
    Classifier classifier = canAsk ? request.classifier().get() : null;
    return new GanLook(
        pictures,
        new Pictures(neighbours),
        nearest,
        knownDistances == null ? realDistances(compute, data) : knownDistances,
        Optional.ofNullable(classifier).map(asked -> classes(compute, request, asked)),
        canAsk ? classifier.name() : "");
  }

  private static SampleClasses classes(Compute compute, Request request, Classifier classifier) {
    Pictures samples =
        new TrainedGan(compute, request.network(), request.weights())
            .samples(SAMPLES, Seed.of(request.seed()).split("quality"));
    return SampleClasses.of(compute, classifier, samples);
  }

  /** Whether a digit is closer to its neighbour than all but one in a hundred new digits are. */
  boolean looksCopied(int i) {
    return nearest.distances()[i] < realDistances[realDistances.length / 100];
  }

  // real digits that are new for sure, to compare with
  private static double[] realDistances(Compute compute, DataSet data) {
    float[] real = data.test().images(0, Math.min(REAL, data.test().size()));
    double[] distances = NearestNeighbours.of(compute, real, data.train(), done -> {}).distances();
    Arrays.sort(distances);
    return distances;
  }
}
