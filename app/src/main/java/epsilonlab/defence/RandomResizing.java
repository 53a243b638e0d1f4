package epsilonlab.defence;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.SplittableRandom;

/**
 * Shrinks the image by chance and puts it somewhere by chance: Xie, Wang, Zhang, Ren and Yuille,
 * "Mitigating Adversarial Effects Through Randomization" (2018). The network's input keeps its size
 * here, so the image shrinks where the paper enlarges it.
 */
final class RandomResizing implements Defence {
  private static final int LEAST = 20;
  private static final int DRAWS = 10;

  /** One random size and place an image. */
  record Resized(Seed seed) implements Preprocessing {
    @Override
    public NDArray apply(NDArray images) {
      int side = (int) images.getShape().get(2);
      Seed[] seeds = Draws.of(seed, images);
      float[] rows = new float[seeds.length * side * side];
      float[] columns = new float[rows.length];
      for (int i = 0; i < seeds.length; i++) {
        SplittableRandom random = seeds[i].generator();
        int size = LEAST + random.nextInt(side - LEAST + 1);
        int room = side - size + 1;
        Resampling.matrix(side, size, random.nextInt(room), rows, i * side * side);
        Resampling.matrix(side, size, random.nextInt(room), columns, i * side * side);
      }
      long n = seeds.length;
      NDArray left = Tensors.of(images.getManager(), rows, n, 1, side, side);
      NDArray right = Tensors.of(images.getManager(), columns, n, 1, side, side);
      return left.matMul(images).matMul(right.transpose(0, 1, 3, 2));
    }
  }

  @Override
  public String id() {
    return "random-resizing";
  }

  @Override
  public String title() {
    return "Random resizing";
  }

  @Override
  public String sentence() {
    return "Shrinks the image to a random size from "
        + LEAST
        + " pixels on and puts it at a random place, anew for every question.";
  }

  @Override
  public String paper() {
    return "Xie, Wang, Zhang, Ren and Yuille, Mitigating Adversarial Effects Through Randomization"
        + " (2018)";
  }

  @Override
  public String adaptiveAttack() {
    return "EOT (" + DRAWS + " draws)";
  }

  @Override
  public String weakness() {
    return "The gradient of one draw says little about the next, so an attack of one step may fail, but"
        + " many steps meet many draws; EOT averages the gradients of "
        + DRAWS
        + " draws in every step, and so attacks them all at once.";
  }

  @Override
  public Network defend(Network bare, Seed draws) {
    return new Preprocessed(bare, new Resized(draws));
  }

  @Override
  public AdaptiveAttack adaptive(Network bare, Seed draws) {
    return AdaptiveAttack.eot(DRAWS, draws, seed -> defend(bare, seed));
  }
}
