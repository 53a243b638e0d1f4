package epsilonlab.report.capsule;

import java.util.List;

/**
 * Something that the window showed and that a command computes again.
 *
 * @param experiment the command with its options
 * @param data the images that it was computed from
 * @param numbers what was shown, named as in the command's results, of which they may be a part
 */
public record ShownResult(Experiment experiment, DataUsed data, List<RecordedNumber> numbers) {
  /** Takes a copy. */
  public ShownResult {
    numbers = List.copyOf(numbers);
  }
}
