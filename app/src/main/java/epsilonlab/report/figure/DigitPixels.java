package epsilonlab.report.figure;

/** Turns images of 28 x 28 values into ARGB pixels; nothing is allocated. */
public final class DigitPixels {
  /** Pixels along one side. */
  public static final int SIDE = 28;

  /** Pixels of one image. */
  public static final int COUNT = SIDE * SIDE;

  private static final int BELOW = 0xff2166ac;
  private static final int ABOVE = 0xffb2182b;

  private DigitPixels() {}

  /**
   * Ink in [0, 1] as greys: dark on white, or light on black in the dark theme.
   *
   * @param out receives as many pixels as there are values
   */
  public static void ink(float[] values, FigureTheme theme, int[] out) {
    for (int i = 0; i < values.length; i++) {
      out[i] = theme.digit(values[i]);
    }
  }

  /**
   * Signed changes: blue below 0, white at 0, red above, in both themes.
   *
   * @param limit the size that gets the full colour; where it is not above 0 all is white
   */
  public static void change(float[] values, float limit, int[] out) {
    for (int i = 0; i < values.length; i++) {
      out[i] = change(limit > 0 ? values[i] / limit : 0);
    }
  }

  /** The colour of a change between -1 and 1; beyond, the full colour. */
  public static int change(double share) {
    double size = Math.min(1, Math.abs(share));
    return Colours.mix(0xffffffff, share < 0 ? BELOW : ABOVE, size);
  }
}
