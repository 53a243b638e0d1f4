package epsilonlab.attack;

/**
 * Which pixels of an image to turn all the way, from the gradients of the target's logit and of the
 * sum of the others.
 *
 * @param on whether pixels may become 1
 * @param off whether pixels may become 0
 */
record SaliencyMap(boolean on, boolean off) {
  /**
   * Turns the one or two pixels with the largest product of what the target gains and the others
   * lose, to first order. Where none does both, as where all logits grow together, one turns that
   * brings the target farthest from the mean of the others.
   *
   * @param image pixels in [0, 1]; they are changed
   * @param turned which pixels were turned before and stay; those turned now are added
   * @param target gradient of the target's logit
   * @param others gradient of the sum of the other logits
   * @param two whether it may be two
   * @param classes how many there are
   * @return how many were turned; 0 where none helps the target
   */
  int turn(
      float[] image, boolean[] turned, float[] target, float[] others, boolean two, int classes) {
    Turns turns = new Turns(2 * image.length);
    for (int p = 0; p < image.length; p++) {
      if (!turned[p] && on && image[p] < 1) {
        turns.add(p, 1, 1 - image[p], target[p], others[p]);
      }
      if (!turned[p] && off && image[p] > 0) {
        turns.add(p, 0, -image[p], target[p], others[p]);
      }
    }
    int[] best = turns.best(two);
    if (best.length == 0) {
      best = turns.relative(classes);
    }
    for (int turn : best) {
      image[turns.pixels[turn]] = turns.values[turn];
      turned[turns.pixels[turn]] = true;
    }
    return best.length;
  }

  /** What may be turned, and what each turn does to first order. */
  private static final class Turns {
    final int[] pixels;
    final float[] values;
    private final float[] gains;
    private final float[] losses;
    private int count;

    Turns(int most) {
      pixels = new int[most];
      values = new float[most];
      gains = new float[most];
      losses = new float[most];
    }

    void add(int pixel, float value, float change, float target, float others) {
      pixels[count] = pixel;
      values[count] = value;
      gains[count] = target * change;
      losses[count++] = -others * change;
    }

    /** The places of the best turns; one where no two together are better. */
    int[] best(boolean two) {
      int[] best = {};
      double most = 0;
      for (int a = 0; a < count; a++) {
        if (product(gains[a], losses[a]) > most) {
          most = product(gains[a], losses[a]);
          best = new int[] {a};
        }
        for (int b = a + 1; two && b < count; b++) {
          double product = product(gains[a] + gains[b], losses[a] + losses[b]);
          if (product > most && pixels[a] != pixels[b]) {
            most = product;
            best = new int[] {a, b};
          }
        }
      }
      return best;
    }

    /** The turn that brings the target farthest from the mean of the others. */
    int[] relative(int classes) {
      int[] best = {};
      double most = 0;
      for (int a = 0; a < count; a++) {
        double ahead = gains[a] + losses[a] / (classes - 1.0);
        if (ahead > most) {
          most = ahead;
          best = new int[] {a};
        }
      }
      return best;
    }

    private static double product(float gain, float loss) {
      return gain > 0 && loss > 0 ? (double) gain * loss : 0;
    }
  }
}
