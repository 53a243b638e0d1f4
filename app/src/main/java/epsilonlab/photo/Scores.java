package epsilonlab.photo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a network says of one photo.
 *
 * @param names of the classes
 * @param logits one a class
 * @param answer the class with the largest logit
 * @param logSum the logarithm of the sum of the logits' exponentials; kept, for curves ask for the
 *     loss of every step again and again
 */
public record Scores(ClassNames names, float[] logits, int answer, double logSum) {
  /** From logits alone. */
  public Scores(ClassNames names, float[] logits) {
    this(names, logits, largest(logits), logSum(logits));
  }

  private static int largest(float[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      if (logits[i] > logits[best]) {
        best = i;
      }
    }
    return best;
  }

  private static double logSum(float[] logits) {
    double largest = logits[largest(logits)];
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - largest);
    }
    return largest + Math.log(sum);
  }

  /** Asks a network about values as {@link Photo#values()} gives them. */
  public static Scores of(Compute compute, PhotoNetwork network, float[] values) {
    return compute.callWide(
        () -> {
          try (NDManager manager = compute.newManager()) {
            NDArray image = Tensors.of(manager, values, 1, 3, Photo.SIDE, Photo.SIDE);
            return new Scores(network.names(), network.logits(image).toFloatArray());
          }
        });
  }

  /** The softmax of a class, in [0, 1]. */
  public double probability(int index) {
    return Math.exp(-loss(index));
  }

  /** The cross-entropy of a class: minus the logarithm of its probability. */
  public double loss(int index) {
    return logSum - logits[index];
  }

  /** One class. */
  public ClassScore score(int index) {
    return new ClassScore(names.label(index), index, probability(index));
  }

  /** The class with the largest logit. */
  public ClassScore best() {
    return score(answer);
  }

  /** The {@code count} likeliest classes, the likeliest first. */
  public List<ClassScore> top(int count) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, logits.length).boxed().toList());
    order.sort(Comparator.comparing((Integer i) -> -logits[i]));
    return order.stream().limit(count).map(this::score).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scores that
        && names.equals(that.names)
        && Arrays.equals(logits, that.logits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(logits);
  }

  @Override
  public String toString() {
    return "Scores" + top(5);
  }
}
