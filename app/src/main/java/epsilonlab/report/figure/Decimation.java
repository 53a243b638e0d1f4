package epsilonlab.report.figure;

/** Thins a line to what its pixels can show. */
final class Decimation {
  private Decimation() {}

  /**
   * Keeps the first, lowest, highest and last point of every pixel column of ascending {@code xs}.
   *
   * @param outX room for {@code n} values, as {@code outY}; may be the input arrays
   * @return how many points were kept
   */
  static int byColumn(double[] xs, double[] ys, int n, double[] outX, double[] outY) {
    int kept = 0;
    int start = 0;
    while (start < n) {
      double column = Math.floor(xs[start]);
      int low = start;
      int high = start;
      int end = start;
      while (end + 1 < n && Math.floor(xs[end + 1]) == column) {
        end++;
        low = ys[end] < ys[low] ? end : low;
        high = ys[end] > ys[high] ? end : high;
      }
      int[] order = {start, Math.min(low, high), Math.max(low, high), end};
      int before = -1;
      for (int i : order) {
        if (i != before) {
          // reading stays ahead of writing, so input and output may be one array
          outX[kept] = xs[i];
          outY[kept++] = ys[i];
        }
        before = i;
      }
      start = end + 1;
    }
    return kept;
  }
}
