package epsilonlab.ui.train;

import java.util.Arrays;

/**
 * The course of a training: losses and accuracies by batch, smoothed, and by epoch. The training's
 * thread adds to it and the window's timer takes copies, so neither waits for the other; however
 * long a training lasts, it holds at most {@value #MOST} batches.
 */
final class TrainingHistory {
  /** More than a chart has pixels. */
  static final int MOST = 4096;

  // what the moving average keeps of its past at each batch
  private final double memory;
  private final double[] x = new double[MOST];
  private final double[] loss = new double[MOST];
  private final double[] smoothLoss = new double[MOST];
  private final double[] smoothAccuracy = new double[MOST];
  private int size;
  private long batches;
  private long stride = 1;
  private double weight;
  private double meanLoss;
  private double meanAccuracy;
  private double now;

  private double[] testX = new double[16];
  private double[] testLoss = new double[16];
  private double[] testAccuracy = new double[16];
  private int tests;
  private long version;

  /**
   * What was recorded so far, in arrays of its own.
   *
   * @param version grows with every change
   * @param now how many epochs are done, with fraction
   * @param x epochs done at each batch
   * @param loss of each batch
   * @param smoothLoss the exponential moving average of it
   * @param smoothAccuracy that of the batches' accuracies, in [0, 1]
   * @param testX epochs done at each test
   */
  record Curves(
      long version,
      double now,
      double[] x,
      double[] loss,
      double[] smoothLoss,
      double[] smoothAccuracy,
      double[] testX,
      double[] testLoss,
      double[] testAccuracy) {}

  /**
   * A history that is empty.
   *
   * @param batchesPerEpoch the average reaches over a fifth of an epoch, and over 4 to 20 batches,
   *     so that it is calm in a long training and does not lag in a short one
   */
  TrainingHistory(int batchesPerEpoch) {
    memory = 1 - 1 / Math.max(4, Math.min(20, batchesPerEpoch / 5.0));
  }

  /** A history that goes on where another one stands now. */
  TrainingHistory(TrainingHistory other) {
    memory = other.memory;
    synchronized (other) {
      System.arraycopy(other.x, 0, x, 0, other.size);
      System.arraycopy(other.loss, 0, loss, 0, other.size);
      System.arraycopy(other.smoothLoss, 0, smoothLoss, 0, other.size);
      System.arraycopy(other.smoothAccuracy, 0, smoothAccuracy, 0, other.size);
      size = other.size;
      batches = other.batches;
      stride = other.stride;
      weight = other.weight;
      meanLoss = other.meanLoss;
      meanAccuracy = other.meanAccuracy;
      now = other.now;
      testX = other.testX.clone();
      testLoss = other.testLoss.clone();
      testAccuracy = other.testAccuracy.clone();
      tests = other.tests;
      version = other.version;
    }
  }

  /** A step was made. */
  synchronized void batch(double epochs, double batchLoss, double batchAccuracy) {
    weight = memory * weight + 1 - memory;
    meanLoss += (batchLoss - meanLoss) * (1 - memory) / weight;
    meanAccuracy += (batchAccuracy - meanAccuracy) * (1 - memory) / weight;
    now = epochs;
    version++;
    if (batches++ % stride != 0) {
      return;
    }
    if (size == MOST) {
      halve();
    }
    x[size] = epochs;
    loss[size] = batchLoss;
    smoothLoss[size] = meanLoss;
    smoothAccuracy[size] = meanAccuracy;
    size++;
  }

  private void halve() {
    for (int i = 0; i < MOST / 2; i++) {
      x[i] = x[2 * i];
      loss[i] = loss[2 * i];
      smoothLoss[i] = smoothLoss[2 * i];
      smoothAccuracy[i] = smoothAccuracy[2 * i];
    }
    size = MOST / 2;
    stride *= 2;
  }

  /** The network was tested. */
  synchronized void tested(double epochs, double atLoss, double atAccuracy) {
    if (tests == testX.length) {
      testX = Arrays.copyOf(testX, 2 * tests);
      testLoss = Arrays.copyOf(testLoss, 2 * tests);
      testAccuracy = Arrays.copyOf(testAccuracy, 2 * tests);
    }
    testX[tests] = epochs;
    testLoss[tests] = atLoss;
    testAccuracy[tests] = atAccuracy;
    tests++;
    now = epochs;
    version++;
  }

  /** Grows with every change. */
  synchronized long version() {
    return version;
  }

  /** How many epochs are done, with fraction. */
  synchronized double now() {
    return now;
  }

  /** The smoothed accuracy of the batches, in [0, 1]; null before the first. */
  synchronized Double accuracy() {
    return batches == 0 ? null : (Double) meanAccuracy;
  }

  /** A copy of all. */
  synchronized Curves curves() {
    return new Curves(
        version,
        now,
        Arrays.copyOf(x, size),
        Arrays.copyOf(loss, size),
        Arrays.copyOf(smoothLoss, size),
        Arrays.copyOf(smoothAccuracy, size),
        Arrays.copyOf(testX, tests),
        Arrays.copyOf(testLoss, tests),
        Arrays.copyOf(testAccuracy, tests));
  }
}
