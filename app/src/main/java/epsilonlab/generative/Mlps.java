package epsilonlab.generative;

import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.Linear;
import java.util.ArrayList;
import java.util.List;

/** Chains of linear layers. */
final class Mlps {
  private Mlps() {}

  /**
   * Linear layers fc1, fc2 and so on with something in between.
   *
   * @param prefix of the names, for example "generator."
   * @param first the number of the first layer
   * @param sizes features in, hidden ones, features out
   * @param between what follows each layer but the last
   */
  static List<Layer> chain(String prefix, int first, List<Integer> sizes, List<Layer> between) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i + 1 < sizes.size(); i++) {
      layers.add(new Linear(prefix + "fc" + (first + i), sizes.get(i), sizes.get(i + 1)));
      if (i + 2 < sizes.size()) {
        layers.addAll(between);
      }
    }
    return layers;
  }

  static List<Integer> sizes(int in, List<Integer> hidden, int out) {
    List<Integer> sizes = new ArrayList<>();
    sizes.add(in);
    sizes.addAll(hidden);
    sizes.add(out);
    return sizes;
  }
}
