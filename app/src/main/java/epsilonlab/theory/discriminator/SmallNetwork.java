package epsilonlab.theory.discriminator;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A discriminator on the real line: one hidden layer of tanh units, a sigmoid, and Adam on -V
 * (Kingma and Ba, 2015). Not safe for several threads.
 */
final class SmallNetwork {
  private static final double RATE = 0.02;
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final int hidden;
  // for each unit its slope, its offset and its outgoing weight; then the last bias
  private final double[] parameters;
  private final double[] mean;
  private final double[] square;
  private int steps;

  SmallNetwork(int hidden, double reach, SplittableRandom random) {
    this.hidden = hidden;
    this.parameters = new double[3 * hidden + 1];
    for (int h = 0; h < hidden; h++) {
      double slope = 2 * random.nextGaussian();
      parameters[h] = slope;
      // the kinks lie all over the interval
      parameters[hidden + h] = -slope * reach * (2 * random.nextDouble() - 1);
      parameters[2 * hidden + h] = random.nextGaussian() / Math.sqrt(hidden);
    }
    this.mean = new double[parameters.length];
    this.square = new double[parameters.length];
  }

  double[] parameters() {
    return parameters;
  }

  /** log(D / (1 - D)). */
  double logit(double x) {
    double sum = parameters[3 * hidden];
    for (int h = 0; h < hidden; h++) {
      sum += parameters[2 * hidden + h] * Math.tanh(parameters[h] * x + parameters[hidden + h]);
    }
    return sum;
  }

  /** D. */
  double at(double x) {
    return DiscriminatorGame.sigmoid(logit(x));
  }

  /** The mean of log D over real and of log(1 - D) over generated samples, added. */
  double value(double[] real, double[] generated) {
    return Arrays.stream(real).map(x -> -softplus(-logit(x))).average().orElse(0)
        + Arrays.stream(generated).map(x -> -softplus(logit(x))).average().orElse(0);
  }

  private static double softplus(double z) {
    return Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));
  }

  /** The gradient of -value. */
  double[] gradient(double[] real, double[] generated) {
    double[] gradient = new double[parameters.length];
    for (double x : real) {
      add(gradient, x, (at(x) - 1) / real.length);
    }
    for (double x : generated) {
      add(gradient, x, at(x) / generated.length);
    }
    return gradient;
  }

  private void add(double[] gradient, double x, double slope) {
    gradient[3 * hidden] += slope;
    for (int h = 0; h < hidden; h++) {
      double tanh = Math.tanh(parameters[h] * x + parameters[hidden + h]);
      double inner = slope * parameters[2 * hidden + h] * (1 - tanh * tanh);
      gradient[h] += inner * x;
      gradient[hidden + h] += inner;
      gradient[2 * hidden + h] += slope * tanh;
    }
  }

  /** One step of Adam on a batch. */
  void step(double[] real, double[] generated) {
    double[] gradient = gradient(real, generated);
    steps++;
    double first = 1 - Math.pow(BETA1, steps);
    double second = 1 - Math.pow(BETA2, steps);
    for (int i = 0; i < parameters.length; i++) {
      mean[i] = BETA1 * mean[i] + (1 - BETA1) * gradient[i];
      square[i] = BETA2 * square[i] + (1 - BETA2) * gradient[i] * gradient[i];
      double down = mean[i] / first / (Math.sqrt(square[i] / second) + EPSILON);
      parameters[i] -= RATE * down;
    }
  }
}
