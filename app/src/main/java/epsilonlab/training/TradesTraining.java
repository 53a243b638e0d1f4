package epsilonlab.training;

import ai.djl.ndarray.NDArray;
import epsilonlab.attack.Examples;
import epsilonlab.attack.SteepestSteps;
import epsilonlab.engine.Fused;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;
import java.util.List;

/**
 * TRADES of Zhang et al., "Theoretically Principled Trade-off between Robustness and Accuracy"
 * (2019): the cross-entropy on clean images plus beta times the divergence KL(p(x) || p(x*)), where
 * x* is the image in the ball that makes this divergence largest.
 */
final class TradesTraining implements TrainingMethod {
  private static final double REACH = 2.5;

  // at x itself the divergence has no slope
  private static final float START = 0.001f;

  @Override
  public String id() {
    return "trades";
  }

  @Override
  public String title() {
    return "TRADES";
  }

  @Override
  public String sentence() {
    return "Learns from clean images, and to answer the same nearby (Zhang et al. 2019).";
  }

  @Override
  public int passes(AdversarialSettings settings) {
    return settings.steps() + 2;
  }

  @Override
  public LayerScript.BatchGradients gradients(Shard shard) {
    AdversarialSettings settings = shard.settings();
    Examples examples = shard.examples();
    Network network = shard.network();
    NDArray images = examples.images();
    NDArray clean = network.logits(images).softmax(1);
    SteepestSteps walk =
        SteepestSteps.signs(
            network,
            examples,
            settings.steps(),
            settings.stepSize() * shard.ramp(),
            REACH,
            some -> divergence(clean));
    NDArray start = examples.uniformNoise("trades start").muli(START).addi(images);
    NDArray adversarial = walk.from(start, shard.epsilon());
    return learn(shard, examples, adversarial);
  }

  /** KL(clean || softmax(logits)), summed over the images. */
  private static LogitsLoss divergence(NDArray clean) {
    return new LogitsLoss() {
      @Override
      public NDArray value(NDArray logits) {
        return clean.log().sub(logits.logSoftmax(1)).mul(clean).sum();
      }

      @Override
      public NDArray gradient(NDArray logits) {
        return logits.softmax(1).sub(clean);
      }
    };
  }

  /** The outer loss, with the perturbed images given. */
  static LayerScript.BatchGradients learn(Shard shard, Examples examples, NDArray adversarial) {
    double beta = shard.settings().beta();
    try (LayerScript.TrainingPass atClean = shard.forward(examples.images());
        LayerScript.TrainingPass atAdversarial = shard.forward(adversarial)) {
      NDArray logP = atClean.logits().logSoftmax(1);
      NDArray p = logP.exp();
      NDArray logQ = atAdversarial.logits().logSoftmax(1);
      NDArray ratio = logP.sub(logQ);
      NDArray divergence = p.mul(ratio).sum(new int[] {1}, true);
      NDArray scale = Tensors.scalar(p.getManager(), shard.scale());
      NDArray robust = Tensors.scalar(p.getManager(), shard.scale() * beta);
      NDArray gradientQ = logQ.exp().sub(p).mul(robust);
      NDArray crossEntropy =
          Fused.crossEntropyGradient(atClean.logits(), examples.labels(), 1).mul(scale);
      NDArray gradientP = p.mul(ratio.sub(divergence)).mul(robust).add(crossEntropy);
      List<NDArray> gradients =
          Fused.sums(
              List.of(
                  atClean.weightGradients(gradientP), atAdversarial.weightGradients(gradientQ)));
      NDArray places = examples.labels().expandDims(1);
      double loss = -logP.gather(places, 1).sum().getFloat() + beta * divergence.sum().getFloat();
      long right = atClean.logits().argMax(1).eq(examples.labels()).sum().getLong();
      return new LayerScript.BatchGradients(loss, right, gradients);
    }
  }
}
