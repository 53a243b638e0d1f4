package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Images that an attack works on in Java memory, and which of them it still works on. For attacks
 * whose steps are few and dear, where the way to the device and back counts little.
 */
final class WorkingImages {
  private final Examples all;
  private final float[] current;
  private final int pixels;
  private int[] places;

  /** Begins with copies of all images. */
  WorkingImages(Examples examples) {
    this.all = examples;
    this.current = examples.images().toFloatArray();
    this.pixels = current.length / examples.size();
    this.places = IntStream.range(0, examples.size()).toArray();
  }

  /**
   * Where those stand that the attack still works on.
   *
   * @param examples the originals, with labels and targets
   * @param images where they are now, on the device
   * @param logits what the network says of them
   */
  record Standing(Examples examples, NDArray images, NDArray logits) {}

  /** How many values an image has. */
  int pixels() {
    return pixels;
  }

  /** How many it still works on. */
  int count() {
    return places.length;
  }

  /** Which those are. */
  int[] places() {
    return places;
  }

  /** All images, one after the other. */
  float[] all() {
    return current;
  }

  /** A copy of one. */
  float[] image(int place) {
    return Arrays.copyOfRange(current, place * pixels, (place + 1) * pixels);
  }

  /** Changes one. */
  void put(int place, float[] image) {
    System.arraycopy(image, 0, current, place * pixels, pixels);
  }

  /** Works on with those of these places alone. */
  void leave(IntPredicate staying) {
    places = IntStream.of(places).filter(staying).toArray();
  }

  /** Works on with those alone that do not fool the network; nothing if there are none. */
  Optional<Standing> dropFooled(Network network) {
    NDArray logits = network.logits(rows());
    boolean[] fooled = all.pick(places).fooled(logits).toBooleanArray();
    int[] staying = IntStream.range(0, fooled.length).filter(i -> !fooled[i]).toArray();
    places = IntStream.of(staying).map(i -> places[i]).toArray();
    if (places.length == 0) {
      return Optional.empty();
    }
    NDArray index = Tensors.of(logits.getManager(), IntStream.of(staying).asLongStream().toArray());
    return Optional.of(new Standing(all.pick(places), rows(), logits.get(index)));
  }

  private NDArray rows() {
    float[] rows = new float[places.length * pixels];
    for (int row = 0; row < places.length; row++) {
      System.arraycopy(current, places[row] * pixels, rows, row * pixels, pixels);
    }
    long[] shape = all.images().getShape().getShape().clone();
    shape[0] = places.length;
    return Tensors.of(all.images().getManager(), rows, shape);
  }
}
