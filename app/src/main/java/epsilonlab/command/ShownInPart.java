package epsilonlab.command;

import epsilonlab.report.ResultDocument;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.NumberCheck;
import epsilonlab.report.capsule.ResultJson;
import epsilonlab.report.capsule.ShownResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of the results of a capsule of the window nobody compared, because the window showed a part.
 *
 * @param left how many numbers were computed and are not compared
 * @param parts what was shown of which result
 * @param isEmpty whether of a result nothing at all is compared
 */
record ShownInPart(int left, List<String> parts, boolean isEmpty) {
  /**
   * Counts them.
   *
   * @param again what was computed, the results that were shown last
   */
  static ShownInPart of(Capsule capsule, List<ResultDocument> again) {
    int left = 0;
    boolean empty = false;
    List<String> parts = new ArrayList<>();
    int first = again.size() - capsule.shown().size();
    for (int i = 0; i < capsule.shown().size(); i++) {
      ShownResult shown = capsule.shown().get(i);
      var computed = ResultJson.numbers(again.get(first + i));
      List<NumberCheck> checks = NumberCheck.shown("", shown, computed, true);
      long compared = checks.stream().filter(check -> check.again() != null).count();
      empty |= checks.isEmpty();
      if (compared < computed.size()) {
        left += computed.size() - (int) compared;
        parts.add(
            String.join(", ", shown.compared())
                + " of "
                + shown.experiment().command()
                + (again.size() > 1 ? " " + (first + i + 1) : ""));
      }
    }
    return new ShownInPart(left, parts, empty);
  }

  /** For people; empty if everything was compared. */
  Optional<String> sentence() {
    if (isEmpty) {
      return Optional.of("The capsule has a result without numbers, so nothing vouches for it.");
    }
    return left == 0
        ? Optional.empty()
        : Optional.of(
            "%d numbers were not compared, for the capsule holds only %s."
                .formatted(left, String.join("; ", parts)));
  }
}
