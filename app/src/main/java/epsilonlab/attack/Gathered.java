package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Tensors;
import java.util.stream.IntStream;

/** Images that come one after the other, put in order. */
final class Gathered {
  private final NDArray like;
  private final float[] pixels;
  private final int size;

  /**
   * @param like N images; what stands where none comes
   */
  Gathered(NDArray like) {
    this.like = like;
    this.pixels = like.toFloatArray();
    this.size = pixels.length / (int) like.getShape().get(0);
  }

  /** Takes images for these places. */
  void put(int[] places, NDArray images) {
    float[] some = images.toFloatArray();
    for (int i = 0; i < places.length; i++) {
      System.arraycopy(some, i * size, pixels, places[i] * size, size);
    }
  }

  /** Takes those images for which {@code which} is true. */
  void put(int[] places, NDArray images, boolean[] which) {
    int[] chosen = IntStream.range(0, which.length).filter(i -> which[i]).toArray();
    if (chosen.length > 0) {
      NDArray some = images.get(PerImage.index(images.getManager(), chosen));
      put(IntStream.of(chosen).map(i -> places[i]).toArray(), some);
    }
  }

  /** All images. */
  NDArray inOrder() {
    return Tensors.of(like.getManager(), pixels, like.getShape().getShape());
  }
}
