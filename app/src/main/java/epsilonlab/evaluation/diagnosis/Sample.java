package epsilonlab.evaluation.diagnosis;

import epsilonlab.attack.Target;
import epsilonlab.data.ImageSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The chosen digit, first, and test digits around it.
 *
 * @param images the digits
 * @param ids what their random numbers depend on
 */
record Sample(ImageSet images, long[] ids) {
  /**
   * The chosen digit and its neighbours in the test set.
   *
   * @param digit a set of one image
   * @param id its index in the test set, or below 0 if it is not one of them
   * @param count how many digits, with the chosen one
   */
  static Sample around(ImageSet test, ImageSet digit, int id, Target target, int count) {
    List<Integer> others = new ArrayList<>();
    int from = Math.max(0, Math.min(id - count / 2, test.size() - count));
    for (int i = from; i < test.size() && others.size() < count - 1; i++) {
      boolean itsOwn = target instanceof Target.Of of && of.wanted() == test.label(i);
      if (i != id && !itsOwn) {
        others.add(i);
      }
    }
    byte[] pixels = new byte[(others.size() + 1) * ImageSet.PIXELS];
    byte[] labels = new byte[others.size() + 1];
    long[] ids = new long[labels.length];
    put(digit, 0, pixels, labels, 0);
    ids[0] = id;
    for (int i = 0; i < others.size(); i++) {
      put(test, others.get(i), pixels, labels, i + 1);
      ids[i + 1] = others.get(i);
    }
    return new Sample(ImageSet.ofBytes(pixels, labels), ids);
  }

  private static void put(ImageSet from, int index, byte[] pixels, byte[] labels, int place) {
    float[] image = from.image(index);
    for (int p = 0; p < image.length; p++) {
      pixels[place * ImageSet.PIXELS + p] = (byte) Math.round(255 * image[p]);
    }
    labels[place] = (byte) from.label(index);
  }

  int size() {
    return ids.length;
  }
}
