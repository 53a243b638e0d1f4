package epsilonlab.theory.pca;

import java.util.Arrays;

/**
 * The principal components of a set of digits. Nobody may change the arrays.
 *
 * @param mean the mean digit, 784 pixels
 * @param variances along each component, the largest first; their sum is the mean squared distance
 *     from the mean
 * @param components 784 eigen-digits of length 1
 * @param trainError by k from 0 to 784: the mean squared error of a pixel of the training digits
 *     that keep k components
 * @param testError the same of the test digits that were measured
 * @param tested how many those are
 */
public record EigenDigits(
    double[] mean,
    double[] variances,
    float[][] components,
    double[] trainError,
    double[] testError,
    int tested) {
  /** A digit's coordinates along all components. */
  public double[] encode(float[] image) {
    double[] code = new double[components.length];
    for (int k = 0; k < code.length; k++) {
      for (int p = 0; p < mean.length; p++) {
        code[k] += components[k][p] * (image[p] - mean[p]);
      }
    }
    return code;
  }

  /**
   * What the first k components keep of a digit; pixels may leave [0, 1].
   *
   * @param k 0 (the mean digit) to 784 (the digit itself)
   */
  public float[] reconstruct(float[] image, int k) {
    double[] code = encode(image);
    double[] sum = mean.clone();
    for (int i = 0; i < k; i++) {
      for (int p = 0; p < sum.length; p++) {
        sum[p] += code[i] * components[i][p];
      }
    }
    float[] pixels = new float[sum.length];
    for (int p = 0; p < pixels.length; p++) {
      pixels[p] = (float) sum[p];
    }
    return pixels;
  }

  /** The share of the variance that the first k components keep, in [0, 1]. */
  public double share(int k) {
    double all = Arrays.stream(variances).sum();
    return all == 0 ? 1 : Arrays.stream(variances, 0, k).sum() / all;
  }

  /** The fewest components that keep this share of the variance. */
  public int componentsFor(double share) {
    int k = 0;
    while (k < variances.length && share(k) < share) {
      k++;
    }
    return k;
  }
}
