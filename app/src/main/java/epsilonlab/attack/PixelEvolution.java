package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Differential evolution of a few pixels of one image (Storn and Price, "Differential Evolution – A
 * Simple and Efficient Heuristic for Global Optimization over Continuous Spaces", 1997): a child
 * has some pixels from its parent, the others from the best candidate plus half the difference of
 * two others, and takes the place of its parent if it is no worse. Su et al. start from any
 * candidate and change all pixels at once, which with several pixels finds next to nothing in as
 * many queries.
 */
final class PixelEvolution {
  private static final double SHARE = 0.5;
  private static final double CROSSOVER = 0.5;

  // channel, row, column and value, each in [0, 1)
  private static final int GENES = 4;

  private final Network network;
  private final Examples copies;
  private final float[] image;
  private final int first;
  private final int[] sides;
  private final SplittableRandom random;
  private final double[][] candidates;

  /**
   * @param place of the image
   * @param pixels how many it may change
   */
  PixelEvolution(Network network, Examples examples, int place, int pixels, int population) {
    this.network = network;
    int[] same = new int[population];
    Arrays.fill(same, place);
    this.copies = examples.pick(same);
    long[] shape = examples.images().getShape().getShape();
    this.sides = new int[] {(int) shape[1], (int) shape[2], (int) shape[3]};
    this.image = examples.images().get(place).toFloatArray();
    this.first = place * image.length;
    this.random = examples.seed().split("one-pixel").split(examples.ids()[place]).generator();
    this.candidates = new double[population][pixels * GENES];
    for (double[] candidate : candidates) {
      Arrays.setAll(candidate, gene -> random.nextDouble());
    }
  }

  /**
   * Evolves until one fools the network, and writes the best into the pixels of all images.
   *
   * @param generations how often there are children at most
   */
  void run(int generations, float[] pixels) {
    float[] fitness = fitness(candidates);
    int best = best(fitness);
    for (int generation = 0; generation < generations && fitness[best] <= 0; generation++) {
      Cancellation.check();
      double[][] children = new double[candidates.length][];
      int leader = best;
      Arrays.setAll(children, i -> child(candidates[i], candidates[leader]));
      float[] theirs = fitness(children);
      for (int i = 0; i < children.length; i++) {
        if (theirs[i] >= fitness[i]) {
          candidates[i] = children[i];
          fitness[i] = theirs[i];
        }
      }
      best = best(fitness);
    }
    paint(candidates[best], pixels, first);
  }

  private static int best(float[] fitness) {
    int best = 0;
    for (int i = 1; i < fitness.length; i++) {
      best = fitness[i] > fitness[best] ? i : best;
    }
    return best;
  }

  private double[] child(double[] parent, double[] leader) {
    double[] plus = any();
    double[] minus = any();
    double[] child = parent.clone();
    int pixels = child.length / GENES;
    int sure = random.nextInt(pixels);
    for (int pixel = 0; pixel < pixels; pixel++) {
      if (pixel != sure && random.nextDouble() > CROSSOVER) {
        continue;
      }
      for (int gene = pixel * GENES; gene < (pixel + 1) * GENES; gene++) {
        double moved = leader[gene] + SHARE * (plus[gene] - minus[gene]);
        child[gene] = Math.min(1, Math.max(0, moved));
      }
    }
    return child;
  }

  private double[] any() {
    return candidates[random.nextInt(candidates.length)];
  }

  /**
   * The margins: above 0 where a candidate fools the network. Su et al. take the probability, which
   * is 1 in float32 for all candidates where the network is very sure.
   */
  private float[] fitness(double[][] all) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      float[] rows = new float[all.length * image.length];
      for (int i = 0; i < all.length; i++) {
        System.arraycopy(image, 0, rows, i * image.length, image.length);
        paint(all[i], rows, i * image.length);
      }
      NDArray images = copies.images();
      NDArray painted = Tensors.of(images.getManager(), rows, images.getShape().getShape());
      return AttackLoss.MARGIN.of(network.logits(painted), copies).toFloatArray();
    }
  }

  private void paint(double[] candidate, float[] pixels, int from) {
    for (int gene = 0; gene < candidate.length; gene += GENES) {
      int place = 0;
      for (int axis = 0; axis < sides.length; axis++) {
        int step = (int) Math.min(sides[axis] - 1.0, candidate[gene + axis] * sides[axis]);
        place = place * sides[axis] + step;
      }
      pixels[from + place] = (float) candidate[gene + GENES - 1];
    }
  }
}
