package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Tensors;
import java.util.function.UnaryOperator;

/**
 * All arrays between two bounds, element by element: what is known of a layer's values for a whole
 * ball of images at once. Carried through a network it gives the interval bound propagation of
 * Gowal et al., "On the Effectiveness of Interval Bound Propagation for Training Verifiably Robust
 * Models" (2018). Safe inside a graph.
 *
 * @param lower the smallest values
 * @param upper the largest values, of the same shape
 */
public record Interval(NDArray lower, NDArray upper) {
  /**
   * The images in [0, 1] that no pixel parts from {@code images} by more than epsilon.
   *
   * @param images in [0, 1]
   * @param epsilon from 0 to 1
   */
  public static Interval around(NDArray images, double epsilon) {
    NDArray radius = Tensors.scalar(images.getManager(), epsilon);
    return new Interval(images.sub(radius).clip(0, 1), images.add(radius).clip(0, 1));
  }

  /** The middle. */
  NDArray centre() {
    return lower.add(upper).mul(half());
  }

  /** How far the bounds are from the middle; 0 or more. */
  NDArray radius() {
    return upper.sub(lower).mul(half());
  }

  private NDArray half() {
    return Tensors.scalar(lower.getManager(), 0.5);
  }

  /** Through a function that never falls where an input rises: both bounds go through it. */
  Interval monotone(UnaryOperator<NDArray> function) {
    return new Interval(function.apply(lower), function.apply(upper));
  }

  /**
   * Through an affine function: the middle goes through it, and the radius through the absolute
   * values of its factors.
   *
   * @param function W x + b
   * @param magnitude |W| x
   */
  Interval affine(UnaryOperator<NDArray> function, UnaryOperator<NDArray> magnitude) {
    NDArray middle = function.apply(centre());
    NDArray reach = magnitude.apply(radius());
    return new Interval(middle.sub(reach), middle.add(reach));
  }
}
