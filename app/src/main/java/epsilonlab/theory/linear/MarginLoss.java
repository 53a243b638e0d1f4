package epsilonlab.theory.linear;

/**
 * A loss that depends on the margin m = y (w . x + b) alone and never rises with it. All of them
 * have the same worst point in a ball.
 */
public enum MarginLoss {
  /** log(1 + exp(-m)). */
  LOGISTIC("logistic") {
    @Override
    public double at(double margin) {
      return Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
    }

    @Override
    public double slope(double margin) {
      return margin > 0
          ? -Math.exp(-margin) / (1 + Math.exp(-margin))
          : -1 / (1 + Math.exp(margin));
    }
  },
  /** exp(-m). */
  EXPONENTIAL("exponential") {
    @Override
    public double at(double margin) {
      return Math.exp(-margin);
    }

    @Override
    public double slope(double margin) {
      return -Math.exp(-margin);
    }
  },
  /** max(0, 1 - m). */
  HINGE("hinge") {
    @Override
    public double at(double margin) {
      return Math.max(0, 1 - margin);
    }

    @Override
    public double slope(double margin) {
      return margin < 1 ? -1 : 0;
    }
  },
  /** max(0, 1 - m)^2. */
  SQUARED_HINGE("squared hinge") {
    @Override
    public double at(double margin) {
      return Math.max(0, 1 - margin) * Math.max(0, 1 - margin);
    }

    @Override
    public double slope(double margin) {
      return -2 * Math.max(0, 1 - margin);
    }
  },
  /** 1 where the answer is wrong (m <= 0), else 0. */
  ZERO_ONE("zero-one") {
    @Override
    public double at(double margin) {
      return margin > 0 ? 0 : 1;
    }

    @Override
    public double slope(double margin) {
      return 0;
    }
  };

  private final String title;

  MarginLoss(String title) {
    this.title = title;
  }

  /** "squared hinge". */
  public String title() {
    return title;
  }

  /** The loss at a margin. */
  public abstract double at(double margin);

  /** Its derivative there; at a kink the one from the right, at a jump 0. */
  public abstract double slope(double margin);
}
