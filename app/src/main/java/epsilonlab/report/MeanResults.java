package epsilonlab.report;

import epsilonlab.privacy.mean.DimensionPoint;
import epsilonlab.privacy.mean.MeanResult;
import epsilonlab.privacy.mean.MeanSettings;
import epsilonlab.privacy.mean.NoisePoint;
import epsilonlab.privacy.mean.Theory;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a result says of membership inference on a Gaussian mean. */
public final class MeanResults {
  private MeanResults() {}

  /** Both curves, point by point. */
  public static Map<String, Object> of(MeanSettings settings, MeanResult result) {
    Map<String, Object> results = new LinkedHashMap<>();
    results.put(
        "dimensions", result.dimensions().stream().map(point -> row(settings, point)).toList());
    results.put("noise", result.noise().stream().map(point -> row(settings, point)).toList());
    results.put("delta", MeanTables.DELTA);
    results.put(
        "epsilon_assumes",
        "vectors clipped to length sqrt(d), one of them replaced by another; Gaussian mechanism,"
            + " exactly (Balle and Wang, 2018)");
    return results;
  }

  private static Map<String, Object> row(MeanSettings settings, DimensionPoint point) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("d", point.d());
    row.put("threshold", point.threshold().count() == 0 ? null : point.threshold().mean());
    row.put("accuracy_same_data", point.sameData().mean());
    row.put("accuracy_fresh_data", point.freshData().mean());
    row.put("standard_error", point.freshData().standardError());
    row.put("standard_error_same_data", point.sameData().standardError());
    row.put("theory", Theory.accuracy(settings.n(), point.d(), 0));
    return row;
  }

  private static Map<String, Object> row(MeanSettings settings, NoisePoint point) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("variance", point.variance());
    row.put("norm", point.norm().mean());
    row.put("accuracy", point.accuracy().mean());
    row.put("standard_error", point.accuracy().standardError());
    row.put("norm_standard_error", point.norm().standardError());
    row.put("theory", Theory.accuracy(settings.n(), settings.noiseDimension(), point.variance()));
    row.put(
        "epsilon", MeanTables.epsilon(settings.n(), settings.noiseDimension(), point.variance()));
    return row;
  }
}
