package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Seed;
import epsilonlab.engine.ShardedStep;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.engine.layer.LayerScript.Wanted;

/** The gradients of the two players' losses on some images. On compute threads. */
final class GanGradients {
  private final LiveChain discriminator;

  GanGradients(LiveChain discriminator) {
    this.discriminator = discriminator;
  }

  /**
   * The discriminator's: the sum of -log D(x) over real and of -log(1 - D(x)) over made ones.
   *
   * @param real N x features
   * @param made N x features
   * @param scale multiplies the gradients
   * @return the loss, the sum of D over the real ones, and over the made ones
   */
  ShardedStep.Part ofDiscriminator(NDArray real, NDArray made, double scale, Seed dropout) {
    long size = real.getShape().get(0);
    // both in one pass
    try (LayerScript.TrainingPass pass =
        discriminator.train(real.concat(made, 0), dropout, Wanted.WEIGHTS)) {
      NDArray ofReal = pass.logits().get(":" + size);
      NDArray ofMade = pass.logits().get(size + ":");
      GanLoss.Score good = GanLoss.score(ofReal, 1);
      GanLoss.Score bad = GanLoss.score(ofMade, 0);
      NDArray gradient =
          GanLoss.gradient(ofReal, 1, scale).concat(GanLoss.gradient(ofMade, 0, scale), 0);
      return new ShardedStep.Part(
          new double[] {good.loss() + bad.loss(), good.probability(), bad.probability()},
          pass.weightGradients(gradient));
    }
  }

  /**
   * The generator's.
   *
   * @param made its way forward
   * @param scale multiplies the gradients
   * @return the sum of the loss
   */
  ShardedStep.Part ofGenerator(
      LayerScript.TrainingPass made, GeneratorLoss kind, double scale, Seed dropout) {
    try (LayerScript.TrainingPass pass =
        discriminator.train(made.logits(), dropout, Wanted.INPUT)) {
      double loss = kind.sign() * GanLoss.score(pass.logits(), kind.target()).loss();
      NDArray gradient = GanLoss.gradient(pass.logits(), kind.target(), kind.sign() * scale);
      return new ShardedStep.Part(
          new double[] {loss}, made.weightGradients(pass.inputGradient(gradient)));
    }
  }
}
