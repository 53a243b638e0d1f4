package epsilonlab.theory.svm;

/**
 * The hinge as a barrier sees it: the least of t xi - log(xi) - log(xi - z) over xi above 0 and z.
 *
 * @param t how sharp the kink is
 */
record SoftHinge(double t) implements ConeBarrier.Term {
  @Override
  public boolean takes(double z) {
    return true;
  }

  @Override
  public double slope(double z) {
    return 2 * t / (2 + down(z));
  }

  @Override
  public double curvature(double z) {
    double down = down(z);
    return 2 * t * t * down / (root(z) * (2 + down) * (2 + down));
  }

  private double root(double z) {
    return Math.sqrt(t * z * t * z + 4);
  }

  // root - t z, without cancellation
  private double down(double z) {
    return z <= 0 ? root(z) - t * z : 4 / (root(z) + t * z);
  }
}
