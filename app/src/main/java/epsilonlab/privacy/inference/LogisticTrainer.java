package epsilonlab.privacy.inference;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.privacy.logistic.Lbfgs;
import epsilonlab.privacy.logistic.LogisticFit;
import epsilonlab.privacy.logistic.LogisticModel;
import java.util.function.DoubleConsumer;

/** Fits logistic regressions; nothing in it is random. */
public final class LogisticTrainer implements ShadowTrainer {
  private final Compute compute;
  private final double regularisation;

  /**
   * @param regularisation C above 0; infinity for none
   * @throws LabException if it is not
   */
  public LogisticTrainer(Compute compute, double regularisation) {
    if (!(regularisation > 0)) {
      throw new LabException(
          "The regulariser C is "
              + regularisation
              + ", but must be above 0, for example 0.1, or inf for no regularisation.");
    }
    this.compute = compute;
    this.regularisation = regularisation;
  }

  @Override
  public String describe() {
    return "logistic regression, C = "
        + (Double.isInfinite(regularisation) ? "inf" : String.valueOf(regularisation));
  }

  @Override
  public LogisticTarget train(ImageSet chosen, Seed seed, DoubleConsumer progress) {
    int[] iteration = new int[1];
    LogisticFit fit =
        LogisticFit.of(
            compute,
            chosen.images(0, chosen.size()),
            LogisticModel.oneHot(chosen.labels()),
            chosen.size(),
            regularisation,
            Lbfgs.SCIKIT_LEARN,
            () -> {
              // most fits need far fewer iterations than they may have
              double part = ++iteration[0] / (iteration[0] + 30.0);
              progress.accept(part);
            });
    return new LogisticTarget(compute, fit.model());
  }
}
