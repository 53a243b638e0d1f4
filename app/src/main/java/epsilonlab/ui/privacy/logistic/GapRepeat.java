package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.privacy.logistic.MembershipResult;
import epsilonlab.privacy.logistic.NoisyPoint;
import epsilonlab.report.MembershipResults;
import epsilonlab.ui.Repeatable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The overview's fits and noise as a command that computes them again. */
final class GapRepeat {
  private GapRepeat() {}

  /** What is measured of the present choice so far; empty while that is nothing. */
  static Optional<Repeatable> of(Sweep sweep) {
    Known known = sweep.known().get();
    LogisticForm.Chosen chosen = sweep.form().chosen().get();
    List<Double> regularisers =
        sweep.regularisers().stream().filter(c -> !known.fits(c).isEmpty()).toList();
    // a command fits a whole grid
    List<Integer> sizes =
        sweep.sizes().stream()
            .filter(n -> regularisers.stream().allMatch(c -> known.fit(c, n).isPresent()))
            .toList();
    if (regularisers.isEmpty() || sizes.isEmpty()) {
      return Optional.empty();
    }
    List<Double> variances =
        sweep.variances().stream()
            .filter(
                variance ->
                    regularisers.stream()
                        .allMatch(c -> known.noise(chosen, c, variance).isPresent()))
            .toList();
    List<FitPoint> fits = new ArrayList<>();
    List<NoisyPoint> noise = new ArrayList<>();
    for (double c : regularisers) {
      sizes.forEach(n -> fits.add(known.fit(c, n).orElseThrow()));
      variances.forEach(variance -> noise.add(known.noise(chosen, c, variance).orElseThrow()));
    }
    Repeatable repeat =
        Repeatable.of("membership", chosen.seed(), results(fits, noise))
            .withAll("sizes", sizes)
            .withAll("c", regularisers)
            .with("noise-size", chosen.n())
            // the command measures at least one
            .withAll("variances", variances.isEmpty() ? List.of(0) : variances)
            .with("repeats", variances.isEmpty() ? 1 : chosen.repeats())
            .on(sweep.data().data().get());
    return Optional.of(variances.isEmpty() ? repeat.inPart() : repeat);
  }

  private static Map<String, Object> results(List<FitPoint> fits, List<NoisyPoint> noise) {
    Map<String, Object> results = MembershipResults.of(new MembershipResult(fits, noise));
    // a list of none would say that there is none
    results.values().removeIf(List.of()::equals);
    return results;
  }
}
