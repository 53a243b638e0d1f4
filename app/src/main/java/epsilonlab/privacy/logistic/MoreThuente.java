package epsilonlab.privacy.logistic;

/**
 * The line search of Moré and Thuente, "Line search algorithms with guaranteed sufficient decrease"
 * (1994), as MINPACK-2's {@code dcsrch} and {@code dcstep} have it: finds a step with f(step) &lt;=
 * f(0) + ftol step f'(0) and |f'(step)| &lt;= gtol |f'(0)|.
 */
final class MoreThuente {
  private static final double DECREASE = 1e-3;
  private static final double CURVATURE = 0.9;
  private static final double WIDTH = 0.1;
  private static final double SHRINK = 0.66;
  private static final double LEAST_GROWTH = 1.1;
  private static final double MOST_GROWTH = 4;

  /** What to do after a look at a step. */
  enum Verdict {
    /** Look at {@link #step()} next. */
    LOOK,
    /** The last step is good. */
    FOUND,
    /** No better step can be told from the last one, for example because of rounding. */
    STUCK
  }

  private final double most;
  private final double start;
  private final double slope;
  private final double wanted;
  private boolean bracketed;
  private boolean firstStage = true;
  private double width;
  private double widthBefore;
  private double bestStep;
  private double bestValue;
  private double bestSlope;
  private double otherStep;
  private double otherValue;
  private double otherSlope;
  private double low;
  private double high;
  private double step;

  /**
   * @param value f(0)
   * @param slope f'(0), below 0
   * @param first the step to look at first
   * @param most the largest step
   */
  MoreThuente(double value, double slope, double first, double most) {
    this.start = value;
    this.slope = slope;
    this.wanted = DECREASE * slope;
    this.most = most;
    this.width = most;
    this.widthBefore = 2 * width;
    this.bestValue = value;
    this.bestSlope = slope;
    this.otherValue = value;
    this.otherSlope = slope;
    this.high = first + MOST_GROWTH * first;
    this.step = first;
  }

  /** The step to look at. */
  double step() {
    return step;
  }

  /** Takes in the value and the slope at {@link #step()}. */
  Verdict look(double value, double slopeThere) {
    double test = start + step * wanted;
    if (firstStage && value <= test && slopeThere >= 0) {
      firstStage = false;
    }
    if (value <= test && Math.abs(slopeThere) <= CURVATURE * -slope) {
      return Verdict.FOUND;
    }
    boolean rounding = bracketed && (step <= low || step >= high);
    boolean narrow = bracketed && high - low <= WIDTH * high;
    boolean longest = step == most && value <= test && slopeThere <= wanted;
    boolean shortest = step == 0 && (value > test || slopeThere >= wanted);
    if (rounding || narrow || longest || shortest || !Double.isFinite(value)) {
      return Verdict.STUCK;
    }
    move(value, slopeThere, firstStage && value <= bestValue && value > test);
    return Verdict.LOOK;
  }

  private void move(double value, double slopeThere, boolean auxiliary) {
    // in the first stage the function minus its wanted decrease is looked at
    double off = auxiliary ? wanted : 0;
    bestValue -= bestStep * off;
    bestSlope -= off;
    otherValue -= otherStep * off;
    otherSlope -= off;
    interpolate(value - step * off, slopeThere - off);
    bestValue += bestStep * off;
    bestSlope += off;
    otherValue += otherStep * off;
    otherSlope += off;
    if (bracketed) {
      if (Math.abs(otherStep - bestStep) >= SHRINK * widthBefore) {
        step = bestStep + 0.5 * (otherStep - bestStep);
      }
      widthBefore = width;
      width = Math.abs(otherStep - bestStep);
      low = Math.min(bestStep, otherStep);
      high = Math.max(bestStep, otherStep);
    } else {
      low = step + LEAST_GROWTH * (step - bestStep);
      high = step + MOST_GROWTH * (step - bestStep);
    }
    step = Math.max(0, Math.min(most, step));
    if (bracketed && (step <= low || step >= high || high - low <= WIDTH * high)) {
      step = bestStep;
    }
  }

  // dcstep: a safeguarded cubic or quadratic step, and a new interval of uncertainty
  private void interpolate(double value, double slopeThere) {
    double sign = slopeThere * Math.signum(bestSlope);
    double next;
    if (value > bestValue) {
      double cubic = higherValueCubic(value, slopeThere);
      double quadratic =
          bestStep
              + bestSlope
                  / ((bestValue - value) / (step - bestStep) + bestSlope)
                  / 2
                  * (step - bestStep);
      next =
          Math.abs(cubic - bestStep) < Math.abs(quadratic - bestStep)
              ? cubic
              : cubic + (quadratic - cubic) / 2;
      bracketed = true;
    } else if (sign < 0) {
      double cubic = oppositeSlopeCubic(value, slopeThere);
      double secant = step + slopeThere / (slopeThere - bestSlope) * (bestStep - step);
      next = Math.abs(cubic - step) > Math.abs(secant - step) ? cubic : secant;
      bracketed = true;
    } else if (Math.abs(slopeThere) < Math.abs(bestSlope)) {
      next = smallerSlope(value, slopeThere);
    } else if (bracketed) {
      next = towardsOther(value, slopeThere);
    } else {
      next = step > bestStep ? high : low;
    }
    if (value > bestValue) {
      otherStep = step;
      otherValue = value;
      otherSlope = slopeThere;
    } else {
      if (sign < 0) {
        otherStep = bestStep;
        otherValue = bestValue;
        otherSlope = bestSlope;
      }
      bestStep = step;
      bestValue = value;
      bestSlope = slopeThere;
    }
    step = next;
  }

  private double higherValueCubic(double value, double slopeThere) {
    double theta = 3 * (bestValue - value) / (step - bestStep) + bestSlope + slopeThere;
    double scale = Math.max(Math.abs(theta), Math.max(Math.abs(bestSlope), Math.abs(slopeThere)));
    double gamma = scale * root(theta / scale, bestSlope / scale, slopeThere / scale);
    if (step < bestStep) {
      gamma = -gamma;
    }
    double p = gamma - bestSlope + theta;
    double q = gamma - bestSlope + gamma + slopeThere;
    return bestStep + p / q * (step - bestStep);
  }

  private double oppositeSlopeCubic(double value, double slopeThere) {
    double theta = 3 * (bestValue - value) / (step - bestStep) + bestSlope + slopeThere;
    double scale = Math.max(Math.abs(theta), Math.max(Math.abs(bestSlope), Math.abs(slopeThere)));
    double gamma = scale * root(theta / scale, bestSlope / scale, slopeThere / scale);
    if (step > bestStep) {
      gamma = -gamma;
    }
    double p = gamma - slopeThere + theta;
    double q = gamma - slopeThere + gamma + bestSlope;
    return step + p / q * (bestStep - step);
  }

  private double smallerSlope(double value, double slopeThere) {
    double theta = 3 * (bestValue - value) / (step - bestStep) + bestSlope + slopeThere;
    double scale = Math.max(Math.abs(theta), Math.max(Math.abs(bestSlope), Math.abs(slopeThere)));
    double gamma = scale * root(theta / scale, bestSlope / scale, slopeThere / scale);
    if (step > bestStep) {
      gamma = -gamma;
    }
    double p = gamma - slopeThere + theta;
    double q = gamma + (bestSlope - slopeThere) + gamma;
    double r = p / q;
    double cubic;
    if (r < 0 && gamma != 0) {
      cubic = step + r * (bestStep - step);
    } else {
      cubic = step > bestStep ? high : low;
    }
    double secant = step + slopeThere / (slopeThere - bestSlope) * (bestStep - step);
    if (bracketed) {
      double next = Math.abs(cubic - step) < Math.abs(secant - step) ? cubic : secant;
      double limit = step + SHRINK * (otherStep - step);
      return step > bestStep ? Math.min(limit, next) : Math.max(limit, next);
    }
    double next = Math.abs(cubic - step) > Math.abs(secant - step) ? cubic : secant;
    return Math.max(low, Math.min(high, next));
  }

  private double towardsOther(double value, double slopeThere) {
    double theta = 3 * (value - otherValue) / (otherStep - step) + otherSlope + slopeThere;
    double scale = Math.max(Math.abs(theta), Math.max(Math.abs(otherSlope), Math.abs(slopeThere)));
    double gamma = scale * root(theta / scale, otherSlope / scale, slopeThere / scale);
    if (step > otherStep) {
      gamma = -gamma;
    }
    double p = gamma - slopeThere + theta;
    double q = gamma - slopeThere + gamma + otherSlope;
    return step + p / q * (otherStep - step);
  }

  private static double root(double theta, double a, double b) {
    return Math.sqrt(Math.max(0, theta * theta - a * b));
  }
}
