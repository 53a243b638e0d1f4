package epsilonlab.theory.svm;

import epsilonlab.theory.Vectors;
import epsilonlab.theory.linear.LinearModel;

/**
 * When adversarial training with the hinge loss and the soft-margin support vector machine agree.
 *
 * <p>Let (w, b) with w not 0 be a solution of adversarial training with budget epsilon, A its loss,
 * and r = 1 + epsilon ||w||. Then (w / r, b / r), the very same plane, is the solution of the
 * machine with lambda = epsilon A r / ||w||, because 1 - m + epsilon ||w|| = r (1 - m / r) turns
 * the adversarial loss into the machine's hinge loss H divided by 1 - epsilon ||w / r||.
 * Conversely, the machine's solution (u, c) with H above 0 gives the adversarial one for epsilon =
 * lambda ||u|| / (H + lambda ||u||^2), multiplied by 1 / (1 - epsilon ||u||). Where A is 0, the
 * shortest adversarial w is the hard-margin machine's times gamma / (gamma - epsilon), with gamma
 * the width of its margin. The two never agree for a lambda that is chosen without looking at the
 * data: A and ||w|| come from them.
 */
public final class HingeEquivalence {
  private HingeEquivalence() {}

  /** lambda of the machine that has the same plane as adversarial training with this outcome. */
  public static double lambda(double epsilon, AdversarialTraining.Fit fit) {
    double length = Vectors.length(fit.model().w());
    return epsilon * fit.loss() * (1 + epsilon * length) / length;
  }

  /** The machine's weights for those of adversarial training: all divided by 1 + epsilon ||w||. */
  public static LinearModel toSvm(double epsilon, LinearModel adversarial) {
    return scaled(adversarial, 1 / (1 + epsilon * Vectors.length(adversarial.w())));
  }

  /**
   * epsilon of the adversarial training that has the same plane as a machine with hinge above 0.
   */
  public static double epsilon(double lambda, SoftMarginSvm.Fit fit) {
    double length = Vectors.length(fit.model().w());
    return lambda * length / (fit.hinge() + lambda * length * length);
  }

  /** The weights of adversarial training for the machine's; epsilon ||w|| must be below 1. */
  public static LinearModel toAdversarial(double epsilon, LinearModel svm) {
    return scaled(svm, 1 / (1 - epsilon * Vectors.length(svm.w())));
  }

  private static LinearModel scaled(LinearModel model, double factor) {
    return new LinearModel(Vectors.times(factor, model.w()), factor * model.b());
  }
}
