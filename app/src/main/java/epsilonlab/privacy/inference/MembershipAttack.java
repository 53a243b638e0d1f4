package epsilonlab.privacy.inference;

import epsilonlab.engine.LabException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** An attack that gives every example a score for having been learnt. */
public enum MembershipAttack {
  CORRECT("correct", "Right answer", Score.CORRECT, Way.PLAIN, "score: right or wrong"),
  CONFIDENCE(
      "confidence",
      "Confidence",
      Score.CONFIDENCE,
      Way.PLAIN,
      "log odds of the largest probability"),
  LOSS("loss", "Loss", Score.LOSS, Way.PLAIN, "minus the cross-entropy"),
  MARGIN("margin", "Margin", Score.MARGIN, Way.PLAIN, "label's logit minus the next"),
  CALIBRATED_CONFIDENCE(
      "calibrated-confidence",
      "Confidence, calibrated",
      Score.CONFIDENCE,
      Way.CALIBRATED,
      "log odds minus those of reference models"),
  CALIBRATED_LOSS(
      "calibrated-loss",
      "Loss, calibrated",
      Score.LOSS,
      Way.CALIBRATED,
      "loss of reference models minus the loss"),
  CALIBRATED_MARGIN(
      "calibrated-margin",
      "Margin, calibrated",
      Score.MARGIN,
      Way.CALIBRATED,
      "margin minus that of reference models"),
  SHADOW(
      "shadow", "Learnt from shadow models", Score.LOG_ODDS, Way.LEARNT, "log odds of membership"),
  LIRA("lira", "LiRA", Score.LOG_ODDS, Way.RATIO, "log likelihood ratio");

  /** How the score comes about. */
  enum Way {
    PLAIN,
    CALIBRATED,
    LEARNT,
    RATIO
  }

  private final String id;
  private final String title;
  private final Score score;
  private final Way way;
  private final String unit;

  MembershipAttack(String id, String title, Score score, Way way, String unit) {
    this.id = id;
    this.title = title;
    this.score = score;
    this.way = way;
    this.unit = unit;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** The name that people read. */
  public String title() {
    return title;
  }

  /** What its score measures, for an axis. */
  public String unit() {
    return unit;
  }

  /** What of the model's answers it looks at. */
  public Score score() {
    return score;
  }

  /** Whether shadow models must be trained for it. */
  public boolean needsShadows() {
    return way != Way.PLAIN;
  }

  Way way() {
    return way;
  }

  /** The names on the command line. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(MembershipAttack::id).toList();
  }

  /**
   * The attack of this name.
   *
   * @throws LabException that lists the names
   */
  public static MembershipAttack of(String id) {
    return Arrays.stream(values())
        .filter(attack -> attack.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new LabException(
                    "There is no membership attack '"
                        + id
                        + "'; choose from "
                        + Arrays.stream(values())
                            .map(MembershipAttack::id)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
