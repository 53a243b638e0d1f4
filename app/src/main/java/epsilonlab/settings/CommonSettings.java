package epsilonlab.settings;

import java.util.List;
import java.util.Map;

/** What the whole window remembers; a tab declares what only it needs in a class of its own. */
public final class CommonSettings {
  private CommonSettings() {}

  /** The id of the model in use; empty for none. */
  public static final Setting<String> MODEL = Setting.of("model", String.class, "");

  /** The data set. */
  public static final Setting<String> DATASET = Setting.of("dataset", String.class, "mnist");

  /** The folder of the user's own files; empty where none was chosen. */
  public static final Setting<String> DATA_FOLDER = Setting.of("data-folder", String.class, "");

  /** The seed. */
  public static final Setting<Long> SEED = Setting.of("seed", Long.class, 0L);

  /** The index of the chosen test digit. */
  public static final Setting<Integer> DIGIT =
      Setting.of("digit", Integer.class, 0).where(index -> index >= 0);

  /** The class that the digit picker shows; -1 for all. */
  public static final Setting<Integer> CLASS_FILTER =
      Setting.of("class-filter", Integer.class, -1).where(label -> label >= -1);

  /** Whether the digit picker shows only what the model gets right. */
  public static final Setting<Boolean> ONLY_CORRECT =
      Setting.of("only-correct", Boolean.class, true);

  /** The chosen attack. */
  public static final Setting<String> ATTACK = Setting.of("attack", String.class, "fgsm");

  /** Attack parameters that were changed, by {@code attack.parameter}. */
  public static final Setting<Map<String, Double>> ATTACK_PARAMETERS =
      Setting.numbers("attack-parameters", Map.of());

  /** Epsilon as the length of the change, l2. */
  public static final Setting<Double> LENGTH =
      Setting.of("epsilon-l2", Double.class, 2.0).where(epsilon -> epsilon >= 0);

  /** Epsilon as the number of changed pixels, l0. */
  public static final Setting<Double> PIXELS =
      Setting.of("epsilon-l0", Double.class, 20.0).where(epsilon -> epsilon >= 0);

  /** Epsilon as the largest change of a pixel, in [0, 1]. */
  public static final Setting<Double> EPSILON =
      Setting.of("epsilon", Double.class, 0.2).where(epsilon -> epsilon >= 0 && epsilon <= 1);

  /** The curves that are ticked. */
  public static final Setting<List<String>> CURVES = Setting.texts("curves", List.of());
}
