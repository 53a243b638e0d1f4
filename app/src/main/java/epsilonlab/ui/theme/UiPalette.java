package epsilonlab.ui.theme;

import javafx.scene.paint.Color;

/** The colours of {@link UiColour} in one theme, for canvases. */
public record UiPalette(
    boolean dark,
    Color bgDefault,
    Color bgSubtle,
    Color fgDefault,
    Color fgMuted,
    Color fgSubtle,
    Color fgEmphasis,
    Color borderDefault,
    Color borderMuted,
    Color accentFg,
    Color accentEmphasis,
    Color accentMuted,
    Color accentSubtle,
    Color dangerFg,
    Color dangerEmphasis,
    Color dangerMuted,
    Color dangerSubtle,
    Color successFg,
    Color successEmphasis,
    Color successMuted,
    Color successSubtle,
    Color warningFg,
    Color warningEmphasis,
    Color warningMuted,
    Color warningSubtle,
    Color neutralEmphasis,
    Color neutralMuted,
    Color neutralSubtle) {
  private static final UiPalette LIGHT = make(Theme.LIGHT);
  private static final UiPalette DARK = make(Theme.DARK);

  /** The palette of an effective theme. */
  public static UiPalette of(Theme effective) {
    return effective == Theme.DARK ? DARK : LIGHT;
  }

  /**
   * A series colour as it is seen in this theme: the darkest blue of Okabe-Ito is lifted on dark
   * ground, nothing else changes.
   *
   * @param hex for example {@code #0072B2}
   */
  public Color series(String hex) {
    return Color.web(dark && "#0072B2".equalsIgnoreCase(hex) ? "#1A86CC" : hex);
  }

  private static UiPalette make(Theme theme) {
    return new UiPalette(
        theme == Theme.DARK,
        color(theme, UiColour.BG_DEFAULT),
        color(theme, UiColour.BG_SUBTLE),
        color(theme, UiColour.FG_DEFAULT),
        color(theme, UiColour.FG_MUTED),
        color(theme, UiColour.FG_SUBTLE),
        color(theme, UiColour.FG_EMPHASIS),
        color(theme, UiColour.BORDER_DEFAULT),
        color(theme, UiColour.BORDER_MUTED),
        color(theme, UiColour.ACCENT_FG),
        color(theme, UiColour.ACCENT_EMPHASIS),
        color(theme, UiColour.ACCENT_MUTED),
        color(theme, UiColour.ACCENT_SUBTLE),
        color(theme, UiColour.DANGER_FG),
        color(theme, UiColour.DANGER_EMPHASIS),
        color(theme, UiColour.DANGER_MUTED),
        color(theme, UiColour.DANGER_SUBTLE),
        color(theme, UiColour.SUCCESS_FG),
        color(theme, UiColour.SUCCESS_EMPHASIS),
        color(theme, UiColour.SUCCESS_MUTED),
        color(theme, UiColour.SUCCESS_SUBTLE),
        color(theme, UiColour.WARNING_FG),
        color(theme, UiColour.WARNING_EMPHASIS),
        color(theme, UiColour.WARNING_MUTED),
        color(theme, UiColour.WARNING_SUBTLE),
        color(theme, UiColour.NEUTRAL_EMPHASIS),
        color(theme, UiColour.NEUTRAL_MUTED),
        color(theme, UiColour.NEUTRAL_SUBTLE));
  }

  private static Color color(Theme theme, UiColour colour) {
    int argb = colour.argb(theme);
    return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
  }
}
