package epsilonlab.report;

import epsilonlab.theory.CheckResult;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a result says of a theorem that was checked. */
public final class CheckResults {
  private CheckResults() {}

  /** The largest difference, and each claim with its own. */
  public static Map<String, Object> of(CheckResult checked) {
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("instances", checked.instances());
    results.put("largest_difference", checked.largestDifference());
    results.put("holds", checked.holds());
    results.put("claims", checked.claims().stream().map(CheckResults::row).toList());
    return results;
  }

  private static Map<String, Object> row(CheckResult.Outcome one) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("claim", one.claim().id());
    row.put("sentence", one.claim().sentence());
    row.put("cases", one.cases());
    row.put("largest_difference", one.largestDifference());
    row.put("tolerance", one.claim().tolerance());
    row.put("holds", one.holds());
    row.put("worst_instance", one.worstInstance());
    return row;
  }
}
