package epsilonlab.theory.svm;

/** Keeps z below 0: -log(-z). */
record Below() implements ConeBarrier.Term {
  @Override
  public boolean takes(double z) {
    return z < 0;
  }

  @Override
  public double slope(double z) {
    return -1 / z;
  }

  @Override
  public double curvature(double z) {
    return 1 / (z * z);
  }
}
