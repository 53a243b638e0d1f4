package epsilonlab.report.capsule;

import java.util.List;

/**
 * Something that the window showed and that a command computes again.
 *
 * @param experiment the command with its options
 * @param numbers what was shown, named as in the command's results, of which they may be a part
 */
public record ShownResult(Experiment experiment, List<RecordedNumber> numbers) {
  /** Takes a copy. */
  public ShownResult {
    numbers = List.copyOf(numbers);
  }
}
