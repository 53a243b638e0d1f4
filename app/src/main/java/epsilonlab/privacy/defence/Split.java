package epsilonlab.privacy.defence;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.privacy.inference.Answers;
import epsilonlab.privacy.logistic.Lbfgs;
import epsilonlab.privacy.logistic.LogisticFit;
import epsilonlab.privacy.logistic.LogisticModel;

/** Members and as many non-members, and the models that are fitted to the members. */
final class Split {
  private final Compute compute;
  private final ImageSet memberImages;
  private final float[] members;
  private final int[] memberLabels;
  private final float[] others;
  private final int[] otherLabels;
  private final double regularisation;
  private final Runnable between;
  private LogisticModel undefended;

  /**
   * @param regularisation C of every model but those whose defence it is; infinity for none
   * @param between is called between iterations, and may throw to end the work
   */
  Split(
      Compute compute, ImageSet members, ImageSet others, double regularisation, Runnable between) {
    this.compute = compute;
    this.memberImages = members;
    this.members = members.images(0, members.size());
    this.memberLabels = members.labels();
    this.others = others.images(0, others.size());
    this.otherLabels = others.labels();
    this.regularisation = regularisation;
    this.between = between;
  }

  Compute compute() {
    return compute;
  }

  /** The images to learn from. */
  ImageSet memberImages() {
    return memberImages;
  }

  /** Called between pieces of work. */
  Runnable between() {
    return between;
  }

  /** The model without a defence; fitted once. */
  LogisticModel undefended() {
    if (undefended == null) {
      undefended = fit(regularisation, Lbfgs.SCIKIT_LEARN);
    }
    return undefended;
  }

  /** A model with another C. */
  LogisticModel fit(double c) {
    return fit(c, Lbfgs.SCIKIT_LEARN);
  }

  /** A model whose solver ends after so many iterations. */
  LogisticModel fitFor(int iterations) {
    return fit(regularisation, new Lbfgs(Lbfgs.SCIKIT_LEARN.tolerance(), iterations));
  }

  private LogisticModel fit(double c, Lbfgs solver) {
    return fit(members, LogisticModel.oneHot(memberLabels), c, solver);
  }

  /**
   * A model of targets that are unsure.
   *
   * @param smoothing the part of each target that is spread evenly over all classes, in [0, 1]
   */
  LogisticModel fitSmoothed(double smoothing) {
    double[] targets = LogisticModel.oneHot(memberLabels);
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (1 - smoothing) * targets[i] + smoothing / ImageSet.CLASSES;
    }
    return fit(members, targets, regularisation, Lbfgs.SCIKIT_LEARN);
  }

  private LogisticModel fit(float[] rows, double[] targets, double c, Lbfgs solver) {
    return LogisticFit.of(compute, rows, targets, memberLabels.length, c, solver, between).model();
  }

  /** What a model of the images tells. */
  Seen ask(LogisticModel model) {
    return ask(model, members, others);
  }

  /** What a model of coarser images tells; it is fitted to them first. */
  Seen askPooled(int block) {
    float[] coarse = Pooling.mean(members, block);
    LogisticModel model =
        fit(coarse, LogisticModel.oneHot(memberLabels), regularisation, Lbfgs.SCIKIT_LEARN);
    return ask(model, coarse, Pooling.mean(others, block));
  }

  private Seen ask(LogisticModel model, float[] memberRows, float[] otherRows) {
    return new Seen(
        Told.of(new Answers(model.logits(compute, memberRows), memberLabels)),
        Told.of(new Answers(model.logits(compute, otherRows), otherLabels)));
  }
}
