package epsilonlab.theory;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A theorem: what it is called, and how it is checked. Immutable and thread-safe. */
public interface Theorem {
  /** The name that the command takes, for example "linear-adversary". */
  String id();

  /** Two or three words for a list, for example "Linear adversary". */
  String title();

  /** What it says, in one or two sentences. */
  String sentence();

  /** What {@link #check} looks at, in the order of the proof. */
  List<Claim> claims();

  /**
   * Draws one random instance and compares, for each claim, what the theorem says with what an
   * independent way finds. Calls {@link epsilonlab.engine.Cancellation#check()} in long loops.
   *
   * @param random where the instance comes from
   * @param findings takes the differences
   */
  void check(SplittableRandom random, Findings findings);

  /**
   * What the topic shows besides: simulations, and measurements on real data. Runs on a job's
   * thread and looks at the cancellation often.
   *
   * @return by key of the command's result
   */
  default Map<String, Object> show(Showing showing) {
    return Map.of();
  }
}
