package epsilonlab.ui.generate.vae;

import epsilonlab.report.figure.LatentMap;
import java.util.Arrays;

/**
 * Where something stands in the latent space: at a place of the map, or where the encoder puts a
 * test digit.
 *
 * @param x of the map, unless it is a digit's
 * @param y of the map, unless it is a digit's
 * @param digit the index of a test digit, or {@link #ON_MAP}
 */
record Spot(double x, double y, int digit) {
  static final int ON_MAP = -1;

  static Spot at(double x, double y) {
    return new Spot(x, y, ON_MAP);
  }

  static Spot ofDigit(int index) {
    return new Spot(0, 0, index);
  }

  boolean isDigit() {
    return digit != ON_MAP;
  }

  /** The latent point; a digit that the data set lacks stands in the middle. */
  float[] in(EncodedSpace space) {
    int latent = space.latent();
    if (!isDigit()) {
      return space.plane().lift(x, y);
    }
    int first = digit * latent;
    return first + latent <= space.means().length
        ? Arrays.copyOfRange(space.means(), first, first + latent)
        : new float[latent];
  }

  /** Its place on the map; cheap. */
  LatentMap.Place on(EncodedSpace space) {
    if (!isDigit()) {
      return new LatentMap.Place(x, y);
    }
    float[] place = space.plane().project(in(space));
    return new LatentMap.Place(place[0], place[1]);
  }
}
