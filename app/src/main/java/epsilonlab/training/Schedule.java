package epsilonlab.training;

/** How the learning rate changes in the course of training. */
public enum Schedule {
  /** It stays. */
  CONSTANT("constant", "stays") {
    @Override
    double factor(double done) {
      return 1;
    }
  },
  /**
   * It stays for three quarters of the steps and then falls linearly to 0, which settles the
   * weights in a short training.
   */
  DECAY("decay", "falls to 0") {
    @Override
    double factor(double done) {
      return Math.min(1, 4 * (1 - done));
    }
  },
  /** It falls linearly from the first step to 0. */
  LINEAR("linear", "falls evenly to 0") {
    @Override
    double factor(double done) {
      return 1 - done;
    }
  },
  /**
   * It rises linearly over the first 40 % of the steps and falls linearly to 0, the "one cycle" of
   * Smith, "Super-Convergence" (2018), in the shape that Wong, Rice and Kolter use for fast
   * adversarial training.
   */
  CYCLE("cycle", "rises, then falls to 0") {
    private static final double TOP = 0.4;

    @Override
    double factor(double done) {
      return done < TOP ? done / TOP : (1 - done) / (1 - TOP);
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
