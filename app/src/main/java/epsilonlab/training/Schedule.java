package epsilonlab.training;

/** How the learning rate changes in the course of training. */
public enum Schedule {
  /** It stays. */
  CONSTANT("constant", "constant") {
    @Override
    double factor(double done) {
      return 1;
    }
  },
  /** It falls linearly to 0 at the last step, which settles the weights in a short training. */
  LINEAR("linear", "falls to 0") {
    @Override
    double factor(double done) {
      return 1 - done;
    }
  };

  private final String id;
  private final String title;

  Schedule(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** The name on the screen. */
  public String title() {
    return title;
  }

  /**
   * What the learning rate is multiplied with.
   *
   * @param done the part of all steps that is done, in [0, 1)
   */
  abstract double factor(double done);
}
