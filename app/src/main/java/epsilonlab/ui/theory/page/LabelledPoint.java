package epsilonlab.ui.theory.page;

/**
 * A point of one of two classes.
 *
 * @param label -1 or +1
 */
public record LabelledPoint(double x, double y, int label) {
  /** As many as a drawing takes. */
  public static final int MOST = 60;

  private static final double FAR = 1e3;

  /** The same point elsewhere. */
  public LabelledPoint at(double newX, double newY) {
    return new LabelledPoint(newX, newY, label);
  }

  boolean isSound() {
    return Math.abs(x) < FAR && Math.abs(y) < FAR && Math.abs(label) == 1;
  }
}
