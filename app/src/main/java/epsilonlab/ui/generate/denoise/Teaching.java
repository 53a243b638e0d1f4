package epsilonlab.ui.generate.denoise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Which digits teach most: some that the restoring mends, one that it leaves right, and one that it
 * spoils; of different classes where that can be.
 */
final class Teaching {
  private final Read read;
  private final Set<Integer> used = new HashSet<>();
  private final Set<Integer> classes = new HashSet<>();

  private Teaching(Read read) {
    this.read = read;
  }

  /**
   * Positions in {@code read}, from left to right: mended, mended, right in both rows, mended,
   * spoiled. Where there is no such digit, the first that is not shown yet.
   */
  static List<Integer> of(Read read) {
    Teaching teaching = new Teaching(read);
    IntPredicate mended = i -> !read.isNoisyRight(i) && read.isRestoredRight(i);
    IntPredicate right = i -> read.isNoisyRight(i) && read.isRestoredRight(i);
    IntPredicate spoiled = i -> read.isNoisyRight(i) && !read.isRestoredRight(i);
    // the rarest first, so that it has the choice of the classes
    int last = teaching.first(spoiled);
    List<Integer> row = new ArrayList<>();
    for (IntPredicate wanted : List.of(mended, mended, right, mended)) {
      row.add(teaching.first(wanted));
    }
    row.add(last);
    return List.copyOf(row.subList(0, Math.min(row.size(), read.labels().length)));
  }

  private int first(IntPredicate wanted) {
    int found = find(i -> wanted.test(i) && !classes.contains(read.labels()[i]));
    if (found < 0) {
      found = find(wanted);
    }
    if (found < 0) {
      found = Math.max(0, find(i -> true));
    }
    used.add(found);
    classes.add(read.labels()[found]);
    return found;
  }

  private int find(IntPredicate wanted) {
    for (int i = 0; i < read.labels().length; i++) {
      if (!used.contains(i) && wanted.test(i)) {
        return i;
      }
    }
    return -1;
  }
}
