package epsilonlab.report;

import epsilonlab.evaluation.AttackedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a result says of attacked images. */
public final class AttackResults {
  private static final Map<String, Function<AttackedImage, Object>> KEYS = keys();

  private AttackResults() {}

  private static Map<String, Function<AttackedImage, Object>> keys() {
    Map<String, Function<AttackedImage, Object>> keys = new LinkedHashMap<>();
    keys.put("index", AttackedImage::index);
    keys.put("label", AttackedImage::label);
    keys.put("predicted_before", AttackedImage::answerBefore);
    keys.put("predicted_after", AttackedImage::answerAfter);
    keys.put("probabilities_before", AttackedImage::probabilitiesBefore);
    keys.put("probabilities_after", AttackedImage::probabilitiesAfter);
    keys.put("loss_before", AttackedImage::lossBefore);
    keys.put("loss_after", AttackedImage::lossAfter);
    keys.put("success", AttackedImage::success);
    keys.put("linf", attacked -> attacked.norms().linf());
    keys.put("l2", attacked -> attacked.norms().l2());
    keys.put("l0", attacked -> attacked.norms().l0());
    return keys;
  }

  /** One image: a value a key. */
  public static Map<String, Object> of(AttackedImage attacked) {
    Map<String, Object> results = new LinkedHashMap<>();
    KEYS.forEach((key, value) -> results.put(key, value.apply(attacked)));
    return results;
  }

  /** Several: a list a key. */
  public static Map<String, Object> of(List<AttackedImage> attacked) {
    Map<String, Object> results = new LinkedHashMap<>();
    KEYS.forEach((key, value) -> results.put(key, attacked.stream().map(value).toList()));
    return results;
  }
}
