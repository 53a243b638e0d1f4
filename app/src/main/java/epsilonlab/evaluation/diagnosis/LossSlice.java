package epsilonlab.evaluation.diagnosis;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.model.Network;
import java.util.SplittableRandom;

/**
 * The loss on the plane through the original image that the attack's direction and one random
 * direction span. Images outside of [0, 1] are cut to it, as attacks do.
 *
 * @param along grid values along the attack's direction: 0 is the original, 1 the attack's result
 * @param aside grid values along a random direction at right angles to it, in the same unit
 * @param loss what the attack makes grow; {@code loss[i][j]} is at {@code aside[i]}, {@code
 *     along[j]}
 * @param margin above 0 where the network is fooled; laid out alike
 * @param pathAlong the attack's steps, projected on the plane
 * @param pathAside the same
 * @param unit the Euclidean length of 1
 */
public record LossSlice(
    double[] along,
    double[] aside,
    double[][] loss,
    double[][] margin,
    double[] pathAlong,
    double[] pathAside,
    double unit) {
  /** Points along one side. */
  static final int SIDE = 25;

  /** The slice around an attack's way. */
  static LossSlice of(
      Compute compute, Network network, Goal goal, Trace trace, double epsilon, Seed seed) {
    float[] x = trace.original();
    SplittableRandom random = seed.split("slice").generator();
    double[] attack = minus(trace.result(), x);
    if (length(attack) == 0) {
      // an attack that did not move has no direction of its own
      attack = signs(random, Math.max(epsilon, 0.01));
    }
    double[] other = signs(random, 1);
    double along = dot(other, attack) / dot(attack, attack);
    for (int p = 0; p < other.length; p++) {
      other[p] -= along * attack[p];
    }
    double scale = length(attack) / length(other);
    for (int p = 0; p < other.length; p++) {
      other[p] *= scale;
    }
    double[] columns = grid(-0.5, 1.5);
    double[] rows = grid(-1, 1);
    float[][] logits = Scores.of(compute, network, images(x, attack, other, columns, rows));
    double[][] loss = new double[SIDE][SIDE];
    double[][] margin = new double[SIDE][SIDE];
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        loss[i][j] = goal.loss(logits[i * SIDE + j]);
        margin[i][j] = goal.margin(logits[i * SIDE + j]);
      }
    }
    return new LossSlice(
        columns,
        rows,
        loss,
        margin,
        projected(trace, attack),
        projected(trace, other),
        length(attack));
  }

  private static float[][] images(
      float[] x, double[] attack, double[] other, double[] columns, double[] rows) {
    float[][] images = new float[SIDE * SIDE][ImageSet.PIXELS];
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        for (int p = 0; p < x.length; p++) {
          double value = x[p] + columns[j] * attack[p] + rows[i] * other[p];
          images[i * SIDE + j][p] = (float) Math.min(1, Math.max(0, value));
        }
      }
    }
    return images;
  }

  private static double[] projected(Trace trace, double[] direction) {
    double[] places = new double[trace.images().length];
    for (int i = 0; i < places.length; i++) {
      places[i] =
          dot(minus(trace.images()[i], trace.original()), direction) / dot(direction, direction);
    }
    return places;
  }

  private static double[] grid(double from, double to) {
    double[] values = new double[SIDE];
    for (int i = 0; i < SIDE; i++) {
      values[i] = from + (to - from) * i / (SIDE - 1);
    }
    return values;
  }

  private static double[] signs(SplittableRandom random, double size) {
    double[] signs = new double[ImageSet.PIXELS];
    for (int p = 0; p < signs.length; p++) {
      signs[p] = random.nextBoolean() ? size : -size;
    }
    return signs;
  }

  private static double[] minus(float[] a, float[] b) {
    double[] difference = new double[a.length];
    for (int p = 0; p < a.length; p++) {
      difference[p] = (double) a[p] - b[p];
    }
    return difference;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int p = 0; p < a.length; p++) {
      sum += a[p] * b[p];
    }
    return sum;
  }

  private static double length(double[] a) {
    return Math.sqrt(dot(a, a));
  }
}
