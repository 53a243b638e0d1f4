package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.privacy.logistic.MembershipEvent;
import epsilonlab.privacy.logistic.MembershipResult;
import epsilonlab.privacy.logistic.NoisyPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has been measured on one data set so far. Immutable.
 *
 * @param fits in the order in which they were found
 * @param noise likewise, each with what it was measured with
 */
record Known(List<FitPoint> fits, List<Noise> noise) {
  static final Known NOTHING = new Known(List.of(), List.of());

  /**
   * A point with noise.
   *
   * @param n members of the model
   */
  record Noise(int n, int repeats, long seed, NoisyPoint point) {
    private boolean isOf(LogisticForm.Chosen chosen) {
      return n == chosen.n() && repeats == chosen.repeats() && seed == chosen.seed();
    }
  }

  Known {
    fits = List.copyOf(fits);
    noise = List.copyOf(noise);
  }

  /** The same with what was measured next, by a job that was started with these choices. */
  Known with(MembershipEvent event, LogisticForm.Chosen started) {
    List<FitPoint> moreFits = new ArrayList<>(fits);
    List<Noise> moreNoise = new ArrayList<>(noise);
    if (event instanceof MembershipEvent.Fitted fitted) {
      moreFits.add(fitted.point());
    } else if (event instanceof MembershipEvent.Noisy noisy) {
      moreNoise.add(new Noise(started.n(), started.repeats(), started.seed(), noisy.point()));
    }
    return new Known(moreFits, moreNoise);
  }

  /** What a job for these choices need not compute again. */
  MembershipResult of(LogisticForm.Chosen chosen) {
    return new MembershipResult(
        fits, noise.stream().filter(one -> one.isOf(chosen)).map(Noise::point).toList());
  }

  Optional<FitPoint> fit(double c, int n) {
    return fits.stream().filter(fit -> fit.regularisation() == c && fit.n() == n).findFirst();
  }

  /** The models of one C. */
  List<FitPoint> fits(double c) {
    return fits.stream().filter(fit -> fit.regularisation() == c).toList();
  }

  /** What noise does to the chosen number of images, for one C. */
  List<NoisyPoint> noise(LogisticForm.Chosen chosen, double c) {
    return noise.stream()
        .filter(one -> one.isOf(chosen) && one.point().regularisation() == c)
        .map(Noise::point)
        .toList();
  }

  Optional<NoisyPoint> noise(LogisticForm.Chosen chosen, double c, double variance) {
    return noise(chosen, c).stream().filter(point -> point.variance() == variance).findFirst();
  }
}
