package epsilonlab.report.capsule;

import java.util.List;

/**
 * Something that the window showed and that a command computes again.
 *
 * @param experiment the command with its options
 * @param data the images that it was computed from
 * @param numbers what was shown, named as in the command's results
 * @param compared the keys of the command's results that were shown, where these are not all of
 *     them; empty if everything was shown
 */
public record ShownResult(
    Experiment experiment, DataUsed data, List<RecordedNumber> numbers, List<String> compared) {
  /** Takes copies. */
  public ShownResult {
    numbers = List.copyOf(numbers);
    compared = List.copyOf(compared);
  }
}
