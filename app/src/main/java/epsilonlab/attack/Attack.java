package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.model.Network;
import java.util.List;

/**
 * A way to find adversarial images. An attack describes itself and its parameters, and the window
 * and the command line build their controls from the description; a new one is a class and a line
 * in {@link Attacks}.
 *
 * <p>Every attack stays inside its ball and inside [0, 1]. It runs on compute threads, on one shard
 * of images at a time, and looks at {@link epsilonlab.engine.Cancellation} in its loop.
 */
public interface Attack {
  /** The name on the command line, for example "iterated-fgsm". */
  String id();

  /** The name on the screen, for example "FGSM, several steps". */
  String title();

  /** What it does in one sentence, for a tooltip. */
  String sentence();

  /** Its adjustable parameters; epsilon is not among them. */
  List<Parameter> parameters();

  /** What its epsilon measures. */
  default Norm norm() {
    return Norm.LINF;
  }

  /**
   * Whether it looks for the smallest perturbation by itself. Epsilon is then only a bound: where
   * the perturbation found is larger, {@link Prepared#at} gives the image unchanged.
   */
  default boolean isMinimumNorm() {
    return false;
  }

  /** Whether it can be after a certain class. */
  default boolean isTargetable() {
    return true;
  }

  /**
   * Whether it works on another network first: {@link AttackSettings#source()} must be there then.
   */
  default boolean needsSource() {
    return false;
  }

  /**
   * The ids of the attacks whose worst this one is, for "robust accuracy under ..."; itself alone
   * for most.
   */
  default List<String> parts(AttackSettings settings) {
    return List.of(id());
  }

  /**
   * About how many times it sends one image through the network, forwards or back, if nothing ends
   * it early: the product of all that repeats.
   */
  default double passes(AttackSettings settings) {
    return parameters().stream()
        .filter(parameter -> parameter.kind() == Parameter.Kind.INTEGER)
        .mapToDouble(parameter -> settings.real(parameter.name()))
        .reduce(1, (all, one) -> all * one);
  }

  /**
   * Does what does not depend on epsilon.
   *
   * @param network the network under attack
   * @param examples the images, with their labels or targets
   * @param settings values for {@link #parameters()}
   */
  Prepared prepare(Network network, Examples examples, AttackSettings settings);

  /** An attack on certain images that is ready for any epsilon. */
  @FunctionalInterface
  interface Prepared {
    /**
     * How many images still get their true class: all that an accuracy wants to know. An attack of
     * several steps that is not after a certain class leaves an image alone as soon as one step has
     * fooled the network; so an image whose last step would undo an earlier success counts as
     * fooled.
     *
     * @param network the network under attack
     * @param examples what the attack was prepared for
     * @param epsilon the radius of the ball, a scalar
     */
    default long stillRight(Network network, Examples examples, NDArray epsilon) {
      NDArray answers = network.logits(at(epsilon)).argMax(1);
      return answers.eq(examples.labels()).sum().getLong();
    }

    /**
     * Adversarial images.
     *
     * @param epsilon the radius of the ball: a scalar, or N x 1 x 1 x 1 for one an image
     * @return N x channels x height x width, in [0, 1]; owned by the caller's scope
     */
    NDArray at(NDArray epsilon);
  }
}
