package epsilonlab.ui.photo;

import epsilonlab.photo.Normalization;
import epsilonlab.photo.PhotoAttacks;
import epsilonlab.photo.PhotoSettings.Ending;
import epsilonlab.settings.Setting;
import java.util.List;
import java.util.Map;

/** What the Photo tab remembers. */
final class PhotoKept {
  private PhotoKept() {}

  /** The path of the picture; empty for none. */
  static final Setting<String> PHOTO = Setting.of("photo.picture", String.class, "");

  /** The pictures that the user opened, the newest first. */
  static final Setting<List<String>> RECENT_PHOTOS = Setting.texts("photo.pictures", List.of());

  /** The path of the network; empty for none. */
  static final Setting<String> NETWORK = Setting.of("photo.network", String.class, "");

  /** The networks that the user opened, the newest first. */
  static final Setting<List<String>> RECENT_NETWORKS = Setting.texts("photo.networks", List.of());

  /** The SHA-256 of the network files that the user allowed to run. */
  static final Setting<List<String>> ALLOWED = Setting.texts("photo.allowed", List.of());

  /** How the network wants colours. */
  static final Setting<Normalization> NORMALIZATION =
      Setting.of("photo.normalization", Normalization.class, Normalization.NONE);

  /** The path of the class names; empty for the built-in ones. */
  static final Setting<String> CLASSES = Setting.of("photo.classes", String.class, "");

  /** The chosen attack. */
  static final Setting<String> ATTACK =
      Setting.of("photo.attack", String.class, PhotoAttacks.PGD.id())
          .where(id -> PhotoAttacks.ALL.stream().anyMatch(attack -> attack.id().equals(id)));

  /** Attack parameters that were changed, by {@code attack.parameter}. */
  static final Setting<Map<String, Double>> PARAMETERS =
      Setting.numbers("photo.parameters", Map.of());

  /** The label of the target class; empty for any other class. */
  static final Setting<String> TARGET = Setting.of("photo.target", String.class, "bullet_train");

  /** When it is enough. */
  static final Setting<Ending> ENDING = Setting.of("photo.ending", Ending.class, Ending.ALL_STEPS);

  /** The largest change of a colour value, in [0, 8/255]. */
  static final Setting<Double> EPSILON =
      Setting.of("photo.epsilon", Double.class, 0.01)
          .where(epsilon -> epsilon >= 0 && epsilon <= PhotoAttacks.LARGEST_EPSILON);
}
