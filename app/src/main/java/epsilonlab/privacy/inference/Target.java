package epsilonlab.privacy.inference;

import epsilonlab.data.ImageSet;

/** A model that is attacked, or that helps to attack: all that is known of it is its answers. */
@FunctionalInterface
public interface Target {
  /** What it says of images; not to be called on compute threads. */
  Answers answers(ImageSet images);
}
