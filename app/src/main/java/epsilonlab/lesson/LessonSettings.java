package epsilonlab.lesson;

import epsilonlab.settings.Setting;

/** What the lab remembers of lessons, besides the progress of each. */
public final class LessonSettings {
  /** The folder of an instructor's own lessons; empty for none. */
  public static final Setting<String> FOLDER = Setting.of("lesson.folder", String.class, "");

  /** The id of the lesson that was open last; empty for none. */
  public static final Setting<String> OPEN = Setting.of("lesson.open", String.class, "");

  /**
   * The file of the open lesson, where it is one of the user's own; empty for one that is listed.
   */
  public static final Setting<String> OPEN_FILE = Setting.of("lesson.file", String.class, "");

  private LessonSettings() {}
}
