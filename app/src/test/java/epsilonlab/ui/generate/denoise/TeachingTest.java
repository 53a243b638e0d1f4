package epsilonlab.ui.generate.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeachingTest {
  private static Read read(int[] labels, int[] noisy, int[] restored) {
    return new Read(labels, null, null, noisy, restored);
  }

  @Test
  void threeThatAreMendedOneThatStaysAndOneThatIsSpoiled() {
    int[] labels = {1, 2, 3, 4, 5, 6, 7};
    int[] noisy = {1, 8, 8, 4, 8, 6, 8};
    int[] restored = {1, 2, 3, 9, 5, 6, 7};
    List<Integer> row = Teaching.of(read(labels, noisy, restored));
    assertEquals(List.of(1, 2, 0, 4, 3), row);
  }

  @Test
  void classesDifferWhereTheyCan() {
    int[] labels = {1, 1, 1, 2, 3, 4, 5};
    int[] noisy = {8, 8, 8, 8, 8, 4, 5};
    int[] restored = {1, 1, 1, 2, 3, 4, 9};
    List<Integer> row = Teaching.of(read(labels, noisy, restored));
    assertEquals(List.of(0, 3, 5, 4, 6), row);
  }

  @Test
  void fewDigitsOfNoInterestStillFillTheRowOnce() {
    int[] same = {1, 1, 1, 1, 1, 1};
    List<Integer> row = Teaching.of(read(same, same, same));
    assertEquals(5, new HashSet<>(row).size());
    assertTrue(row.stream().allMatch(i -> i < 6));
    assertEquals(2, Teaching.of(read(new int[2], new int[2], new int[2])).size());
  }
}
