package epsilonlab.theory.uniform;

import epsilonlab.privacy.Estimate;
import java.util.SplittableRandom;

/**
 * The estimates of many samples of n draws, averaged.
 *
 * @param n draws a sample
 * @param smallest how far the smallest draw lies above a
 * @param largest how far the largest draw lies below b
 * @param correctedSmallest how far the corrected estimate lies above a; around 0
 * @param correctedLargest how far the corrected estimate lies below b; around 0
 */
public record BiasSimulation(
    int n,
    Estimate smallest,
    Estimate largest,
    Estimate correctedSmallest,
    Estimate correctedLargest) {
  /** How many samples there were. */
  public long samples() {
    return smallest.count();
  }

  /** Sums over samples from one interval. */
  static final class Sums {
    private final double a;
    private final double b;
    private final int n;
    private final Estimate.Sum smallest;
    private final Estimate.Sum largest;
    private final Estimate.Sum correctedSmallest = new Estimate.Sum(0);
    private final Estimate.Sum correctedLargest = new Estimate.Sum(0);

    Sums(double a, double b, int n) {
      this.a = a;
      this.b = b;
      this.n = n;
      this.smallest = new Estimate.Sum(UniformLikelihood.bias(a, b, n));
      this.largest = new Estimate.Sum(UniformLikelihood.bias(a, b, n));
    }

    /** Draws samples and takes them in. */
    Sums draw(int samples, SplittableRandom random) {
      double[] draws = new double[n];
      for (int i = 0; i < samples; i++) {
        for (int k = 0; k < n; k++) {
          draws[k] = a + (b - a) * random.nextDouble();
        }
        UniformLikelihood found = new UniformLikelihood(draws);
        smallest.add(found.smallest() - a);
        largest.add(b - found.largest());
        correctedSmallest.add(found.correctedSmallest() - a);
        correctedLargest.add(b - found.correctedLargest());
      }
      return this;
    }

    /** Takes the sums of other samples in. */
    void add(Sums other) {
      smallest.add(other.smallest);
      largest.add(other.largest);
      correctedSmallest.add(other.correctedSmallest);
      correctedLargest.add(other.correctedLargest);
    }

    BiasSimulation result() {
      return new BiasSimulation(
          n,
          smallest.estimate(),
          largest.estimate(),
          correctedSmallest.estimate(),
          correctedLargest.estimate());
    }
  }
}
