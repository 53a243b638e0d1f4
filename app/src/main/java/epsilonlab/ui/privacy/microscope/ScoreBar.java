package epsilonlab.ui.privacy.microscope;

import epsilonlab.report.figure.ScoreBins;
import java.util.stream.IntStream;

/**
 * One bar of the histogram and who is in it.
 *
 * @param bin its number from the left
 * @param from its lower end; the first bar holds all lower scores as well
 * @param to its upper end; the last bar holds all higher scores as well
 * @param members the indices of the members in it, in the order in which they were given
 * @param others the indices of the non-members in it, likewise
 */
public record ScoreBar(int bin, double from, double to, int[] members, int[] others) {
  static ScoreBar of(Scores scores, int bin) {
    ScoreBins bins = scores.bins();
    return new ScoreBar(
        bin,
        bins.edge(bin),
        bins.edge(bin + 1),
        indices(bins, scores.members(), bin),
        indices(bins, scores.others(), bin));
  }

  private static int[] indices(ScoreBins bins, double[] scores, int bin) {
    return IntStream.range(0, scores.length).filter(i -> bins.indexOf(scores[i]) == bin).toArray();
  }
}
