package epsilonlab.report;

import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.privacy.logistic.MembershipResult;
import epsilonlab.privacy.logistic.NoisyPoint;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a result says of membership inference on logistic regression. */
public final class MembershipResults {
  private MembershipResults() {}

  /** All fits, and what noise does to them. */
  public static Map<String, Object> of(MembershipResult result) {
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("fits", result.fits().stream().map(MembershipResults::row).toList());
    results.put("noise", result.noise().stream().map(MembershipResults::row).toList());
    return results;
  }

  private static Map<String, Object> row(FitPoint fit) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("C", fit.regularisation());
    row.put("n", fit.n());
    row.put("train_accuracy", fit.trainAccuracy());
    row.put("test_accuracy", fit.testAccuracy());
    row.put("attack_accuracy", fit.attackAccuracy());
    row.put("iterations", fit.iterations());
    row.put("weight_norm", fit.fit().model().weightNorm());
    row.put("stopped_by", fit.fit().minimum().reason().name().toLowerCase(Locale.ROOT));
    return row;
  }

  private static Map<String, Object> row(NoisyPoint point) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("C", point.regularisation());
    row.put("variance", point.variance());
    row.put("train_accuracy", point.trainAccuracy().mean());
    row.put("test_accuracy", point.testAccuracy().mean());
    row.put("attack_accuracy", point.attackAccuracy().mean());
    row.put("standard_error", point.attackAccuracy().standardError());
    row.put("weight_norm", point.weightNorm());
    return row;
  }
}
