package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import epsilonlab.engine.Tensors;

/**
 * The smallest changes that an attack has found by itself; epsilon only bounds which of them are
 * shown.
 */
final class SmallestChange implements Attack.Prepared {
  private final NDArray images;
  private final NDArray found;
  private final NDArray norms;

  /**
   * Keeps them as long as the examples.
   *
   * @param found of the images' shape; equal to the image where it is wrong anyway or nothing was
   *     found
   * @param norm measures the changes
   */
  SmallestChange(Examples examples, NDArray found, Geometry norm) {
    this.images = examples.images();
    this.found = Tensors.keep(found, images.getManager());
    this.norms = Tensors.keep(norm.length(found.sub(images)), images.getManager());
  }

  @Override
  public NDArray at(NDArray epsilon) {
    try (NDArray within = norms.lte(epsilon);
        NDArray everywhere = within.broadcast(images.getShape())) {
      return NDArrays.where(everywhere, found, images);
    }
  }
}
