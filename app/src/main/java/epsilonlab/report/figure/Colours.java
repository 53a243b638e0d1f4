package epsilonlab.report.figure;

/** Arithmetic on ARGB colours with straight alpha. */
public final class Colours {
  private Colours() {}

  /** An opaque colour from 0xRRGGBB. */
  public static int rgb(int rrggbb) {
    return 0xff000000 | rrggbb;
  }

  /** The same colour with its alpha multiplied by {@code opacity} in [0, 1]. */
  public static int fade(int argb, double opacity) {
    long alpha = Math.round((argb >>> 24) * Math.min(1, Math.max(0, opacity)));
    return (int) (alpha << 24) | (argb & 0xffffff);
  }

  /** The opaque colour {@code share} in [0, 1] of the way from {@code from} to {@code to}. */
  public static int mix(int from, int to, double share) {
    int out = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = from >> shift & 0xff;
      int b = to >> shift & 0xff;
      out = out << 8 | (int) Math.round(a + (b - a) * share);
    }
    return out;
  }

  /** Relative luminance of an opaque colour as WCAG defines it, in [0, 1]. */
  public static double luminance(int argb) {
    return 0.2126 * linear(argb >> 16 & 0xff)
        + 0.7152 * linear(argb >> 8 & 0xff)
        + 0.0722 * linear(argb & 0xff);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
