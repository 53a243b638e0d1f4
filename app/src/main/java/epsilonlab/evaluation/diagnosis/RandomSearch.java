package epsilonlab.evaluation.diagnosis;

import epsilonlab.attack.Norm;
import epsilonlab.attack.Target;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.model.Network;
import java.util.SplittableRandom;

/**
 * Random points of the ball instead of an attack: half of the draws lie anywhere in it, half at its
 * far corners or on its surface.
 */
final class RandomSearch {
  /** Draws for each digit. */
  static final int DRAWS = 100;

  private RandomSearch() {}

  /** Which digits one of the draws fools. */
  static boolean[] fooled(
      Compute compute,
      Network network,
      Sample sample,
      Target target,
      Norm norm,
      double epsilon,
      Seed seed) {
    boolean[] fooled = new boolean[sample.size()];
    compute.map(
        sample.size(),
        i -> {
          Goal goal = Goal.of(target, sample.images().label(i), network.classes());
          SplittableRandom random = seed.split("random search").split(sample.ids()[i]).generator();
          float[] image = sample.images().image(i);
          float[][] draws = new float[DRAWS][];
          for (int d = 0; d < DRAWS; d++) {
            draws[d] = draw(image, norm, epsilon, d % 2 == 0, random);
          }
          for (float[] logits : Scores.of(compute, network, draws)) {
            fooled[i] |= goal.fooled(logits);
          }
          return null;
        });
    return fooled;
  }

  private static float[] draw(
      float[] image, Norm norm, double epsilon, boolean inside, SplittableRandom random) {
    double[] change = new double[ImageSet.PIXELS];
    switch (norm) {
      case LINF -> {
        for (int p = 0; p < change.length; p++) {
          double share = 2 * random.nextDouble() - 1;
          change[p] = epsilon * (inside ? share : Math.signum(share));
        }
      }
      case L2 -> {
        double squares = 0;
        for (int p = 0; p < change.length; p++) {
          change[p] = random.nextGaussian();
          squares += change[p] * change[p];
        }
        double length = epsilon * (inside ? random.nextDouble() : 1) / Math.sqrt(squares);
        for (int p = 0; p < change.length; p++) {
          change[p] *= length;
        }
      }
      case L0 -> {
        int count = (int) Math.floor(epsilon);
        for (int k = 0; k < count; k++) {
          int p = random.nextInt(change.length);
          change[p] = (inside ? random.nextDouble() : random.nextInt(2)) - image[p];
        }
      }
    }
    float[] drawn = new float[change.length];
    for (int p = 0; p < drawn.length; p++) {
      drawn[p] = (float) Math.min(1, Math.max(0, image[p] + change[p]));
    }
    return drawn;
  }
}
