package epsilonlab.ui.theory.svm;

import epsilonlab.theory.Vectors;
import epsilonlab.theory.linear.LinearModel;
import epsilonlab.theory.svm.AdversarialTraining;
import epsilonlab.theory.svm.HingeEquivalence;
import epsilonlab.theory.svm.LabelledPoints;
import epsilonlab.theory.svm.SoftMarginSvm;

/**
 * Both problems solved.
 *
 * @param input what they were solved for
 * @param adversarial adversarial training
 * @param machine the support vector machine
 * @param belonging the lambda that the theorem gives for epsilon; 0 where every point can be kept
 *     right, infinite where no plane survives epsilon
 * @param used the machine's lambda
 */
record SvmSolution(
    SvmInput input,
    AdversarialTraining.Fit adversarial,
    SoftMarginSvm.Fit machine,
    double belonging,
    double used) {
  private static final double NO_PLANE = 1e-6;
  // so small that no multiplier reaches 1, and so large that no plane is left
  private static final double HARD_MARGIN = 1e-3;
  private static final double LARGEST = 1e4;

  /** Solves both; takes milliseconds. Not for the FX thread. */
  static SvmSolution of(SvmInput input) {
    LabelledPoints points = input.data();
    AdversarialTraining.Fit trained = new AdversarialTraining(input.epsilon()).fit(points);
    double length = Vectors.length(trained.model().w());
    double belonging =
        length < NO_PLANE
            ? Double.POSITIVE_INFINITY
            : trained.separable() ? 0 : HingeEquivalence.lambda(input.epsilon(), trained);
    double used = input.lambda();
    if (input.tied()) {
      double hard = HARD_MARGIN / Math.max(1, length * length);
      used = Math.min(LARGEST, Math.max(hard, belonging));
    }
    return new SvmSolution(input, trained, new SoftMarginSvm(used).fit(points), belonging, used);
  }

  double lengthOfAdversarial() {
    return Vectors.length(adversarial.model().w());
  }

  double lengthOfMachine() {
    return Vectors.length(machine.model().w());
  }

  /** Whether there is a plane to look at. */
  boolean hasPlanes() {
    return lengthOfAdversarial() >= NO_PLANE && lengthOfMachine() >= NO_PLANE;
  }

  /** 1 + epsilon ||w||, by which the theorem divides the adversarial weights. */
  double scale() {
    return 1 + input.epsilon() * lengthOfAdversarial();
  }

  /** Between the two planes, in degrees. */
  double angle() {
    double difference = degrees(adversarial.model()) - degrees(machine.model());
    double turned = Math.abs(difference) % 360;
    return Math.min(turned, 360 - turned);
  }

  /** The direction of the weights in degrees from the first axis. */
  static double degrees(LinearModel model) {
    return Math.toDegrees(Math.atan2(model.w()[1], model.w()[0]));
  }

  /** Where the plane crosses the line through 0 along the weights: -b / ||w||. */
  static double offset(LinearModel model) {
    return -model.b() / Vectors.length(model.w());
  }

  /** The adversarial loss of the machine's plane, scaled back; NaN where it cannot be. */
  double lossOfMachine() {
    double shrink = 1 - input.epsilon() * lengthOfMachine();
    return shrink <= 0
        ? Double.NaN
        : input
            .data()
            .adversarialHinge(
                HingeEquivalence.toAdversarial(input.epsilon(), machine.model()), input.epsilon());
  }

  /** Whether the eye sees one plane. */
  boolean isSamePlane() {
    return hasPlanes()
        && angle() < 0.05
        && Math.abs(offset(adversarial.model()) - offset(machine.model())) < 0.005;
  }
}
