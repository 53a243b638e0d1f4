package epsilonlab.report.figure;

/**
 * Ten colours for ten classes: seven of Okabe and Ito's, and three of Tol's and of wood that keep
 * clear of them. Ten colours are too many to be told apart for sure, so a class always carries its
 * number as well.
 */
public final class ClassColours {
  private static final int[] LIGHT = {
    0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x332288, 0x882255, 0x777777,
    0x664229
  };

  // the dark ones would sink into a dark ground
  private static final int[] DARK = {
    0x1a86cc, 0xe56b10, 0x12b487, 0xd98ab6, 0xf0ad1c, 0x6cc3f2, 0x8577e0, 0xc2528c, 0x9a9a9a,
    0xb07f58
  };

  private ClassColours() {}

  /** The colour of a class, 0 to 9. */
  public static Hue of(int label) {
    int index = Math.floorMod(label, LIGHT.length);
    return theme -> Colours.rgb(theme.dark() ? DARK[index] : LIGHT[index]);
  }
}
