package epsilonlab.report.capsule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A number of a capsule beside the same number computed again.
 *
 * @param name its path in the results
 * @param recorded null where the capsule has none
 * @param again null where the computation gave none
 * @param agrees whether they are the same
 */
public record NumberCheck(String name, Double recorded, Double again, boolean agrees) {
  /** How far numbers of another kind of machine may be apart, relative to the larger one. */
  public static final double TOLERANCE = 1e-6;

  /** What makes machines different kinds: arithmetic follows from these. */
  private static final List<String> KIND = List.of("device", "engine", "threads", "os");

  /**
   * Compares all numbers, the recorded ones first and in their order.
   *
   * @param sameMachine whether they must be equal to the last bit, or to {@link #TOLERANCE}
   */
  public static List<NumberCheck> all(
      List<RecordedNumber> recorded, List<RecordedNumber> again, boolean sameMachine) {
    Map<String, Double> before = byName(recorded);
    Map<String, Double> after = byName(again);
    List<NumberCheck> checks = new ArrayList<>();
    before.forEach((name, value) -> checks.add(of(name, value, after.get(name), sameMachine)));
    after.forEach(
        (name, value) -> {
          if (!before.containsKey(name)) {
            checks.add(of(name, null, value, sameMachine));
          }
        });
    return checks;
  }

  /**
   * Compares what the window showed: all numbers, or those of the keys that it names and whatever
   * else it recorded.
   *
   * @param prefix of their names in what is told
   * @param sameMachine as in {@link #all}
   */
  public static List<NumberCheck> shown(
      String prefix, ShownResult result, List<RecordedNumber> again, boolean sameMachine) {
    List<String> compared = result.compared();
    return all(result.numbers(), again, sameMachine).stream()
        .filter(
            check ->
                check.recorded() != null
                    || compared.isEmpty()
                    || compared.contains(check.name().split("[.\\[]", 2)[0]))
        .map(
            check ->
                new NumberCheck(
                    prefix + check.name(), check.recorded(), check.again(), check.agrees()))
        .toList();
  }

  /** As in {@code linf was 0.1, is 0.2}, or that the capsule lacks it. */
  public String sentence() {
    return recorded == null
        ? name + " is missing in the capsule"
        : name + " was " + recorded + ", is " + (again == null ? "not computed" : again);
  }

  private static Map<String, Double> byName(List<RecordedNumber> numbers) {
    Map<String, Double> all = new LinkedHashMap<>();
    numbers.forEach(number -> all.put(number.name(), number.value()));
    return all;
  }

  private static NumberCheck of(String name, Double recorded, Double again, boolean sameMachine) {
    boolean both = recorded != null && again != null;
    boolean agrees =
        both
            && (recorded.doubleValue() == again.doubleValue()
                || !sameMachine
                    && Math.abs(recorded - again)
                        <= TOLERANCE
                            * Math.min(
                                Double.MAX_VALUE, Math.max(Math.abs(recorded), Math.abs(again))));
    return new NumberCheck(name, recorded, again, agrees);
  }

  /**
   * What is different between two environments of those things on which the last bits depend.
   *
   * @return as in {@code threads: 2, here 4}; empty if nothing is
   */
  public static List<String> differences(Map<String, String> recorded, Map<String, ?> here) {
    List<String> differences = new ArrayList<>();
    for (String key : KIND) {
      String now = Objects.toString(here.get(key));
      String then = recorded.getOrDefault(key, "null");
      if (!then.equals(now)) {
        differences.add(key + ": " + then + ", here " + now);
      }
    }
    return differences;
  }
}
