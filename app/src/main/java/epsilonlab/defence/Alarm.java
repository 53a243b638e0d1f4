package epsilonlab.defence;

import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingMethods;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Catastrophic overfitting (Wong, Rice and Kolter, "Fast is better than free", 2020): the network
 * resists the one step that it was trained on and nothing else. It shows in the gap between FGSM
 * and PGD accuracy; the latter need not have risen before.
 *
 * @param method which training went wrong
 * @param epoch in which epoch it showed, from 1
 * @param fgsm accuracy under FGSM then
 * @param pgd accuracy under PGD then
 */
public record Alarm(TrainingMethod method, int epoch, double fgsm, double pgd) {
  // far more than honest training shows: PGD is a little stronger than FGSM on every network
  private static final double GAP = 0.3;

  private static final Set<String> ONE_STEP = Set.of("fgsm", "fast");

  /** Whether PGD accuracy is so far below FGSM accuracy that the latter deceives. */
  public static boolean isGap(double fgsm, double pgd) {
    return fgsm - pgd > GAP;
  }

  /**
   * The alarm for what a method reached at the end of an epoch, if there is one. There is none
   * before the training has met the epsilon that it is measured at, for until then a gap says
   * nothing.
   *
   * @param ramp the part of epsilon that the training has met, in [0, 1]
   */
  static Optional<Alarm> look(TrainingMethod method, int epoch, double ramp, RobustPoint point) {
    // a network that learns from clean images alone has nothing to overfit
    boolean attacked = method != TrainingMethods.STANDARD;
    return attacked && ramp >= 1 && isGap(point.fgsm(), point.pgd())
        ? Optional.of(new Alarm(method, epoch, point.fgsm(), point.pgd()))
        : Optional.empty();
  }

  /** "FGSM training went wrong in epoch 2: 95 % against FGSM, 0 % against PGD." */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%s training went wrong in epoch %d: %.0f %% against FGSM, %.0f %% against PGD.",
        method.title(),
        epoch,
        100 * fgsm,
        100 * pgd);
  }

  /** Why, in plain words. */
  public String why() {
    if (!ONE_STEP.contains(method.id())) {
      return "One step against this network leads astray, while several small steps find their"
          + " way: its gradient hides what it is sensitive to. More steps in training, a smaller"
          + " learning rate or a smaller epsilon may prevent it.";
    }
    return "The network has learnt to bend its loss so that the one step it is trained on leads"
        + " nowhere: its gradient points away from the adversarial images instead of towards"
        + " them. Against several small steps it has no defence. A random start, more steps or a"
        + " smaller epsilon in training prevent it.";
  }
}
