package epsilonlab.report.figure;

import static epsilonlab.report.figure.Colours.rgb;

/**
 * The colours (ARGB) and text size that a figure is painted with; the values are those of GitHub's
 * Primer, as in the window's own theme.
 *
 * @param dark whether the ground is dark; digits are then light on black
 * @param ground what the figure stands on
 * @param subtle ground of empty cells
 * @param ink text and the lines that matter most
 * @param muted text of axes and remarks
 * @param border edges of pictures and base lines
 * @param grid grid lines
 * @param accent what is chosen, and the winner before an attack
 * @param danger what is wrong, and the wrong winner
 * @param dangerMuted a faint danger on the ground
 * @param success what is right
 * @param warning what deceives
 * @param neutral bars that say nothing
 * @param text size of ordinary text in logical pixels, 13, in presenter mode 20
 */
public record FigureTheme(
    boolean dark,
    int ground,
    int subtle,
    int ink,
    int muted,
    int border,
    int grid,
    int accent,
    int danger,
    int dangerMuted,
    int success,
    int warning,
    int neutral,
    double text) {

  public static final FigureTheme LIGHT =
      new FigureTheme(
          false,
          rgb(0xffffff),
          rgb(0xf6f8fa),
          rgb(0x24292f),
          rgb(0x57606a),
          rgb(0xd0d7de),
          rgb(0xe2e6ea),
          rgb(0x0969da),
          rgb(0xcf222e),
          rgb(0xffb3b0),
          rgb(0x1a7f37),
          rgb(0xbf8700),
          rgb(0x8c959f),
          13);

  public static final FigureTheme DARK =
      new FigureTheme(
          true,
          rgb(0x0d1117),
          rgb(0x161b22),
          rgb(0xe6edf3),
          rgb(0x8b949e),
          rgb(0x30363d),
          rgb(0x21262d),
          rgb(0x1f6feb),
          rgb(0xf85149),
          rgb(0x7d2a2b),
          rgb(0x3fb950),
          rgb(0xbb8009),
          rgb(0x6e7681),
          13);

  /** The same colours with another text size. */
  public FigureTheme withText(double size) {
    return new FigureTheme(
        dark,
        ground,
        subtle,
        ink,
        muted,
        border,
        grid,
        accent,
        danger,
        dangerMuted,
        success,
        warning,
        neutral,
        size);
  }

  /** Whether this is the large text of presenter mode. */
  public boolean presenting() {
    return text >= 18;
  }

  /** The sentence that says how digits are drawn, for exports. */
  public String digitConvention() {
    return dark ? "Digits: light ink on black." : "Digits: dark ink on white.";
  }

  /** The ARGB grey of ink in [0, 1]; values outside are cut. */
  public int digit(float ink) {
    int level = Math.round(Math.min(1, Math.max(0, ink)) * 255);
    int grey = dark ? level : 255 - level;
    return 0xff000000 | grey << 16 | grey << 8 | grey;
  }
}
