package epsilonlab.defence;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.SplittableRandom;

/**
 * Adds Gaussian noise to the image, anew for every question: the simplest randomised defence, as in
 * Liu, Cheng, Zhang and Hsieh, "Towards Robust Neural Networks via Random Self-ensemble" (2018).
 */
final class GaussianNoise implements Defence {
  private static final double DEVIATION = 0.3;
  private static final int DRAWS = 10;

  /** Independent noise in every pixel. */
  record Noisy(Seed seed, double deviation) implements Preprocessing {
    @Override
    public NDArray apply(NDArray images) {
      Seed[] seeds = Draws.of(seed, images);
      float[] noise = new float[(int) images.size()];
      int size = noise.length / seeds.length;
      for (int i = 0; i < seeds.length; i++) {
        SplittableRandom random = seeds[i].generator();
        for (int p = 0; p < size; p++) {
          noise[i * size + p] = (float) (deviation * random.nextGaussian());
        }
      }
      return images.add(Tensors.of(images.getManager(), noise, images.getShape().getShape()));
    }
  }

  @Override
  public String id() {
    return "noise";
  }

  @Override
  public String title() {
    return "Gaussian noise";
  }

  @Override
  public String sentence() {
    return "Adds Gaussian noise of standard deviation "
        + DEVIATION
        + " to every pixel, anew for every question.";
  }

  @Override
  public String paper() {
    return "Liu, Cheng, Zhang and Hsieh, Towards Robust Neural Networks via Random Self-ensemble"
        + " (2018)";
  }

  @Override
  public String adaptiveAttack() {
    return "EOT (" + DRAWS + " draws)";
  }

  @Override
  public String weakness() {
    return "The noise blurs the gradient of one question, but an attack of many steps averages by"
        + " itself; EOT averages the gradients of "
        + DRAWS
        + " draws in every step, and so takes the noise out.";
  }

  @Override
  public Network defend(Network bare, Seed draws) {
    return new Preprocessed(bare, new Noisy(draws, DEVIATION));
  }

  @Override
  public AdaptiveAttack adaptive(Network bare, Seed draws) {
    return AdaptiveAttack.eot(DRAWS, draws, seed -> defend(bare, seed));
  }
}
