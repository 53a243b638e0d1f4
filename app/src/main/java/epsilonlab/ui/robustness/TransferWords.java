package epsilonlab.ui.robustness;

import epsilonlab.report.figure.Numbers;
import java.util.List;

/** What the transfer matrix says, in plain words. */
final class TransferWords {
  private TransferWords() {}

  static String of(TransferViewModel.Found found) {
    if (found == null || found.matrix().size() < found.models().size()) {
      return "Each attack is made for one model, with its gradient, and then shown to all. Where a"
          + " row is **pale** everywhere, a stranger who owns such a model needs nothing of yours.";
    }
    List<double[]> matrix = found.matrix();
    double own = 0;
    double others = 0;
    int crafted = 0;
    int tried = 1;
    for (int row = 0; row < matrix.size(); row++) {
      own += matrix.get(row)[row];
      for (int column = 0; column < matrix.size(); column++) {
        if (row != column) {
          others += matrix.get(row)[column];
          if (matrix.get(row)[column] < matrix.get(crafted)[tried]) {
            crafted = row;
            tried = column;
          }
        }
      }
    }
    int n = matrix.size();
    return ("On the model it was made for, the attack leaves **%s** on average; on another one"
            + " **%s**. It carries over best from %s to %s: **%s** stay right.")
        .formatted(
            Numbers.percent(own / n),
            Numbers.percent(others / (n * (n - 1.0))),
            found.models().get(crafted).card().name(),
            found.models().get(tried).card().name(),
            Numbers.percent(matrix.get(crafted)[tried]));
  }
}
