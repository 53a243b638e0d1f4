package epsilonlab.generative;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What samples are worth, in numbers: whether a classifier recognises them, whether all classes are
 * among them, and whether they are new.
 *
 * <p>Whether a sample was memorised is read off its distance to the nearest training image,
 * compared with that of real test images, which are new for sure: of those, one in a hundred lies
 * closer than {@link #suspiciousDistance}. Blurred samples lie closer to everything than sharp ones
 * do, so a variational autoencoder's look more familiar than they are.
 *
 * @param classes what the classifier takes the samples for
 * @param nearest the training image next to each sample
 * @param realDistances of test images to their nearest training image, ascending
 */
public record SampleQuality(
    SampleClasses classes, NearestNeighbours nearest, double[] realDistances) {
  /** What it takes for a classifier to be sure. */
  public static final double SURE = 0.9;

  private static final double SUSPICIOUS = 0.01;

  /** How many samples there are. */
  public int count() {
    return classes.count();
  }

  /**
   * The share of real test images that lie farther from their nearest training image than the i-th
   * sample does, in [0, 1]: near 1, the sample is closer than new digits are.
   */
  public double closerThan(int i) {
    double distance = nearest.distances()[i];
    int farther = 0;
    for (double real : realDistances) {
      farther += real > distance ? 1 : 0;
    }
    return (double) farther / realDistances.length;
  }

  /** The distance below which one in a hundred real test images lies. */
  public double suspiciousDistance() {
    return quantile(realDistances, SUSPICIOUS);
  }

  /** Whether the i-th sample is so close to a training image that it may be a copy. */
  public boolean looksMemorised(int i) {
    return nearest.distances()[i] < suspiciousDistance();
  }

  /** The share of the samples that {@link #looksMemorised}; 0.01 for new digits. */
  public double shareMemorised() {
    double limit = suspiciousDistance();
    return (double) Arrays.stream(nearest.distances()).filter(one -> one < limit).count() / count();
  }

  /** The median distance of a sample to its nearest training image. */
  public double medianDistance() {
    return quantile(Arrays.stream(nearest.distances()).sorted().toArray(), 0.5);
  }

  /** The median of the real distances. */
  public double medianRealDistance() {
    return quantile(realDistances, 0.5);
  }

  // the value with this share of the others below it
  private static double quantile(double[] ascending, double share) {
    return ascending[(int) Math.min(ascending.length - 1, share * ascending.length)];
  }

  /** The numbers by their names in result documents. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("samples", count());
    map.put("mean_confidence", classes.meanConfidence());
    map.put("share_sure", classes.shareAbove(SURE));
    List<Integer> counts = Arrays.stream(classes.counts()).boxed().toList();
    map.put("class_counts", counts);
    map.put("classes_present", classes.classesPresent());
    map.put("evenness", classes.evenness());
    map.put("mode_collapse", classes.collapse().isPresent());
    map.put("median_distance", medianDistance());
    map.put("median_test_distance", medianRealDistance());
    map.put("share_memorised", shareMemorised());
    return map;
  }
}
