package epsilonlab.evaluation.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The images that an attack on one image went through, in order. A long path is thinned to every
 * second, fourth ... image. Thread-safe.
 */
final class Sightings {
  private static final int MOST = 512;

  private final List<Sighting> kept = new ArrayList<>();
  private int stride = 1;
  private int seen;
  private Sighting last;

  /**
   * Adds an image unless it is only another question at the last one, as where an attack asks for
   * the slopes of several classes. One that asks the same again stands still, which is a step.
   */
  synchronized void add(Sighting sighting) {
    boolean sameImage = last != null && Arrays.equals(sighting.image(), last.image());
    boolean sameSlope =
        last != null && last.gradient() != null && last.gradient().equals(sighting.gradient());
    if (sameImage && !sameSlope) {
      return;
    }
    last = sighting;
    if (seen++ % stride != 0) {
      return;
    }
    kept.add(sighting);
    if (kept.size() > MOST) {
      stride *= 2;
      List<Sighting> every = new ArrayList<>();
      for (int i = 0; i < kept.size(); i += 2) {
        every.add(kept.get(i));
      }
      kept.clear();
      kept.addAll(every);
    }
  }

  synchronized List<Sighting> list() {
    return List.copyOf(kept);
  }
}
