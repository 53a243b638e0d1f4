package epsilonlab.privacy.defence;

import epsilonlab.engine.Seed;
import epsilonlab.model.Architectures;
import epsilonlab.model.Weights;
import epsilonlab.privacy.dpsgd.DpSgd;
import epsilonlab.privacy.dpsgd.DpSgdSettings;
import epsilonlab.privacy.dpsgd.RdpAccountant;
import epsilonlab.privacy.logistic.LogisticModel;
import epsilonlab.training.OptimizerKind;

/** Fits logistic regression with DP-SGD to a few hundred images. */
final class PrivateFit {
  private static final int EPOCHS = 20;
  private static final double CLIP = 1;
  private static final double RATE = 0.02;

  private PrivateFit() {}

  /** A tenth of the images a step; delta is a tenth of 1 / n. */
  private static DpSgdSettings settings(int n, double noiseMultiplier, long seed) {
    return new DpSgdSettings(
        n,
        Math.max(1, n / 10),
        noiseMultiplier,
        CLIP,
        EPOCHS,
        Defence.delta(n),
        OptimizerKind.ADAM,
        RATE,
        0,
        seed);
  }

  static LogisticModel of(Split split, double noiseMultiplier, Seed seed) {
    DpSgdSettings settings =
        settings(split.memberImages().size(), noiseMultiplier, seed.generator().nextLong());
    try (DpSgd training =
        new DpSgd(split.compute(), split.memberImages(), Architectures.get("logistic"), settings)) {
      while (training.steps() < settings.stepsIn(settings.epochs())) {
        split.between().run();
        training.step();
      }
      return model(training.weights());
    }
  }

  private static LogisticModel model(Weights weights) {
    float[] w = weights.get("fc.weight").values();
    float[] b = weights.get("fc.bias").values();
    double[] parameters = new double[w.length + b.length];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = i < w.length ? w[i] : b[i - w.length];
    }
    return new LogisticModel(parameters, b.length);
  }

  /** What such a fit to n images costs, at delta = 1 / (10 n). */
  static double epsilon(int n, double noiseMultiplier) {
    DpSgdSettings settings = settings(n, noiseMultiplier, 0);
    return new RdpAccountant(settings.samplingRate(), noiseMultiplier)
        .epsilon(settings.stepsIn(EPOCHS), settings.delta());
  }
}
