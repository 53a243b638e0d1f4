package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.model.Network;

/** A prepared attack that can leave an image alone as soon as it has fooled the network. */
interface Dropping extends Attack.Prepared {
  /**
   * The examples that are never fooled on the way.
   *
   * @param some of the examples that the attack was prepared for, in their order
   * @param epsilon the radius, a scalar
   */
  Examples survivors(Examples some, NDArray epsilon);

  @Override
  default long stillRight(Network network, Examples examples, NDArray epsilon) {
    // an image that has reached its target is not the only one that is not right any more
    return examples.targets() == null
        ? survivors(examples, epsilon).size()
        : Attack.Prepared.super.stillRight(network, examples, epsilon);
  }
}
