package epsilonlab.engine.layer;

import epsilonlab.engine.HostTensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer of a network in a list of its layers.
 *
 * @param title what it is, as in "convolution 5 x 5"
 * @param channels feature maps of its output, or units of a vector
 * @param side height and width of a map; 0 for a vector
 * @param parameters how many weights it has
 */
public record LayerRow(String title, int channels, int side, long parameters) {
  /**
   * The layers of a chain in order.
   *
   * @param channels of the images that go in
   * @param side their height and width
   */
  public static List<LayerRow> of(List<? extends Layer> layers, int channels, int side) {
    ScriptWriter shapes = ScriptWriter.shapes(layers, channels, side);
    List<LayerRow> rows = new ArrayList<>();
    for (Layer layer : layers) {
      layer.write(shapes);
      long parameters = layer.weights().values().stream().mapToLong(HostTensor::count).sum();
      rows.add(new LayerRow(layer.title(), shapes.channels(), shapes.side(), parameters));
    }
    return rows;
  }

  /** The shape of its output, as in {@code 10 x 24 x 24}. */
  public String shape() {
    return side == 0 ? "" + channels : channels + " × " + side + " × " + side;
  }
}
