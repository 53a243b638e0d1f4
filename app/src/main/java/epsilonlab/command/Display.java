package epsilonlab.command;

import java.util.Locale;

/** Whether a window could be shown. */
public final class Display {
  private Display() {}

  /** Looks at the system and its environment only; opens nothing. */
  public static boolean isThere() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    boolean headlessPlatform = System.getProperty("glass.platform") != null;
    return !linux
        || headlessPlatform
        || System.getenv("DISPLAY") != null
        || System.getenv("WAYLAND_DISPLAY") != null;
  }
}
