package epsilonlab.ui.theme;

import java.util.Locale;

/** How the window is coloured. */
public enum Theme {
  LIGHT,
  DARK,
  /** As the operating system says. */
  SYSTEM;

  /** Reads what {@link #key()} wrote; anything else is {@link #SYSTEM}. */
  public static Theme of(String key) {
    for (Theme theme : values()) {
      if (theme.key().equals(key)) {
        return theme;
      }
    }
    return SYSTEM;
  }

  /** The word that settings keep: {@code light}, {@code dark} or {@code system}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
