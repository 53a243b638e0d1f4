package epsilonlab.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lists the weights of a network's layers with PyTorch's names and layouts. */
final class Shapes {
  private final Map<String, long[]> shapes = new LinkedHashMap<>();

  Shapes linear(String layer, int in, int out) {
    shapes.put(layer + ".weight", new long[] {out, in});
    shapes.put(layer + ".bias", new long[] {out});
    return this;
  }

  Shapes convolution(String layer, int in, int out, int kernel) {
    shapes.put(layer + ".weight", new long[] {out, in, kernel, kernel});
    shapes.put(layer + ".bias", new long[] {out});
    return this;
  }

  Map<String, long[]> map() {
    return Collections.unmodifiableMap(shapes);
  }
}
