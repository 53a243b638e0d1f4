package epsilonlab.privacy.inference;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.LabException;

/**
 * Who is attacked: examples of which one half may have been learnt.
 *
 * @param members examples that the target learnt (or, for a given model, is said to have learnt)
 * @param others as many that it did not
 * @param pool images of the same kind that are neither, for shadow models
 */
public record Candidates(ImageSet members, ImageSet others, ImageSet pool) {
  /**
   * The first n training images as members, the first n test images as non-members, and the other
   * training images as pool.
   *
   * @throws LabException if there are not as many
   */
  public static Candidates of(DataSet data, int n) {
    int most = Math.min(data.train().size(), data.test().size());
    if (n < 2 || n > most) {
      throw new LabException(
          "The number of images n is "
              + n
              + ", but there must be from 2 to "
              + most
              + " members and as many non-members in "
              + data.title()
              + ".");
    }
    ImageSet train = data.train();
    return new Candidates(train.slice(0, n), data.test().slice(0, n), train.slice(n, train.size()));
  }

  /** Members first, then the others. */
  public ImageSet all() {
    return members.then(others);
  }
}
