package epsilonlab.ui.theme;

/**
 * The theme's colours as numbers, for whatever is painted rather than styled: the same names and
 * values as AtlantaFX Primer and our stylesheets give to the scene. Free of JavaFX.
 */
public enum UiColour {
  BG_DEFAULT(0xFFFFFFFF, 0xFF0D1117),
  BG_SUBTLE(0xFFF6F8FA, 0xFF161B22),
  FG_DEFAULT(0xFF24292F, 0xFFE6EDF3),
  FG_MUTED(0xFF57606A, 0xFF9AA4AF),
  FG_SUBTLE(0xFF6E7781, 0xFF6E7681),
  FG_EMPHASIS(0xFFFFFFFF, 0xFFFFFFFF),
  BORDER_DEFAULT(0xFFD0D7DE, 0xFF30363D),
  BORDER_MUTED(0xFFE2E6EA, 0xFF21262D),
  ACCENT_FG(0xFF0969DA, 0xFF58A6FF),
  ACCENT_EMPHASIS(0xFF0969DA, 0xFF1F6FEB),
  ACCENT_MUTED(0x6654AEFF, 0x66388BFD),
  ACCENT_SUBTLE(0xFFDDF4FF, 0x26388BFD),
  DANGER_FG(0xFFCF222E, 0xFFF85149),
  DANGER_EMPHASIS(0xFFCF222E, 0xFFDA3633),
  DANGER_MUTED(0x66FF8182, 0x66F85149),
  DANGER_SUBTLE(0xFFFFEBE9, 0x26F85149),
  SUCCESS_FG(0xFF1A7F37, 0xFF3FB950),
  SUCCESS_EMPHASIS(0xFF2DA44E, 0xFF238636),
  SUCCESS_MUTED(0x664AC26B, 0x662EA043),
  SUCCESS_SUBTLE(0xFFDAFBE1, 0x262EA043),
  WARNING_FG(0xFF9A6700, 0xFFD29922),
  WARNING_EMPHASIS(0xFFBF8700, 0xFF9E6A03),
  WARNING_MUTED(0x66D4A72C, 0x66BB8009),
  WARNING_SUBTLE(0xFFFFF8C5, 0x26BB8009),
  NEUTRAL_EMPHASIS(0xFF6E7781, 0xFF6E7681),
  NEUTRAL_MUTED(0x33AFB8C1, 0x666E7681),
  NEUTRAL_SUBTLE(0x80EAEEF2, 0x1A6E7681);

  private final int light;
  private final int dark;

  UiColour(int light, int dark) {
    this.light = light;
    this.dark = dark;
  }

  /** As 0xAARRGGBB, alpha not premultiplied; every theme but {@link Theme#DARK} is light. */
  public int argb(Theme theme) {
    return theme == Theme.DARK ? dark : light;
  }

  /** The stylesheets' name for it, for example {@code -color-bg-default}. */
  public String cssName() {
    return "-color-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
