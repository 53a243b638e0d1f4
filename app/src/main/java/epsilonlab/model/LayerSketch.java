package epsilonlab.model;

/**
 * One layer in the drawing of a network.
 *
 * @param kind how it is drawn
 * @param channels feature maps, or units of a vector
 * @param side height and width of a feature map; 1 for a vector
 */
public record LayerSketch(Kind kind, int channels, int side) {
  /** How a layer is drawn. */
  public enum Kind {
    IMAGE,
    MAPS,
    VECTOR
  }

  static LayerSketch image() {
    return new LayerSketch(Kind.IMAGE, 1, 28);
  }

  static LayerSketch maps(int channels, int side) {
    return new LayerSketch(Kind.MAPS, channels, side);
  }

  static LayerSketch vector(int units) {
    return new LayerSketch(Kind.VECTOR, units, 1);
  }
}
