package epsilonlab.defence;

/**
 * What a smoothed classifier says of an image.
 *
 * @param answer the class, or {@link #ABSTAINED}
 * @param radius how far, in l2, the image may be changed without changing the answer, with the
 *     confidence of the settings; 0 where it abstained
 */
public record SmoothedAnswer(int answer, double radius) {
  /** No class was likely enough. */
  public static final int ABSTAINED = -1;

  /** Whether no class was likely enough. */
  public boolean abstained() {
    return answer == ABSTAINED;
  }
}
