package epsilonlab.desk;

import epsilonlab.settings.Setting;

/** What the lab remembers of a clean desk. */
public final class DeskSettings {
  /** Whether the window shall open the capsule of the clean desk when it starts next. */
  public static final Setting<Boolean> FRESH = Setting.of("desk.fresh", Boolean.class, false);

  /** The lesson that is open on a clean desk; empty for none, or for that of the capsule. */
  public static final Setting<String> LESSON = Setting.of("desk.lesson", String.class, "");

  private DeskSettings() {}
}
