package epsilonlab.ui.privacy.mean;

import epsilonlab.privacy.mean.DimensionPoint;
import epsilonlab.privacy.mean.MeanResult;
import epsilonlab.privacy.mean.MeanScore;
import epsilonlab.privacy.mean.MeanSettings;
import epsilonlab.privacy.mean.NoisePoint;
import epsilonlab.privacy.mean.Simulation;
import epsilonlab.report.MeanResults;
import epsilonlab.ui.Repeatable;
import java.util.Optional;

/** The measured points of both curves as a command that measures them again. */
final class MeanRepeat {
  private MeanRepeat() {}

  /** Empty while nothing is measured, and for scores that the command does not know. */
  static Optional<Repeatable> of(MeanCurves curves) {
    MeanForm.Chosen chosen = curves.of();
    boolean known = chosen.score() == MeanScore.PRODUCT;
    // a list of none cannot be given
    if (!known || curves.dimensions().isEmpty() || curves.noise().isEmpty()) {
      return Optional.empty();
    }
    MeanSettings settings =
        chosen.curves(
            curves.dimensions().stream().map(DimensionPoint::d).toList(),
            curves.noise().stream().map(NoisePoint::variance).toList());
    MeanResult result = new MeanResult(curves.dimensions(), curves.noise());
    Repeatable repeat =
        Repeatable.of("gaussian", chosen.seed(), MeanResults.of(settings, result))
            .with("n", chosen.n())
            .withAll("dimensions", settings.dimensions())
            .withAll("variances", settings.variances())
            .with("dimension", chosen.d())
            .with("repeats", chosen.repeats());
    return Optional.of(
        chosen.simulation() == Simulation.REDUCED ? repeat.with("reduced", true) : repeat);
  }
}
