package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.privacy.BestThreshold;
import epsilonlab.privacy.Confusion;
import epsilonlab.privacy.Roc;
import epsilonlab.privacy.inference.Answers;
import epsilonlab.privacy.inference.MembershipAttack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Twenty images for a game, half of them members, and how a machine judges them: by the loss, from
 * the threshold on that is best on all other images.
 *
 * @param roc of the machine's score on all images
 * @param settings what it depends on, by the names on the command line
 */
record Deal(
    DataSet data, List<Round> rounds, double threshold, Roc roc, Map<String, Object> settings) {
  /** How many images are judged. */
  static final int ROUNDS = 20;

  private static final int HALF = ROUNDS / 2;

  /**
   * One image.
   *
   * @param member whether the model learned from it
   * @param image 784 values in [0, 1]
   * @param probabilities of the classes
   * @param machine whether the machine calls it a member
   */
  record Round(boolean member, float[] image, int label, double[] probabilities, boolean machine) {}

  /**
   * Deals.
   *
   * @param number of the game; each has its own images
   * @throws LabException if there are too few images
   */
  static Deal of(DataSet data, Asked asked, long seed, int number) {
    int n = asked.fit().n();
    if (n < ROUNDS) {
      throw new LabException(
          "The number of images n is %d, but a game needs at least %d.".formatted(n, ROUNDS));
    }
    Seed own = Seed.of(seed).split("play the attacker").split(number);
    int[] in = first(own.split("members").permutation(n));
    int[] out = first(own.split("others").permutation(n));
    double[] members = asked.members().scores(MembershipAttack.LOSS.score());
    double[] others = asked.others().scores(MembershipAttack.LOSS.score());
    double threshold = BestThreshold.of(without(members, in), without(others, out)).threshold();
    List<Round> rounds = new ArrayList<>();
    for (long place : own.split("order").permutation(ROUNDS)) {
      boolean member = place < HALF;
      int i = member ? in[(int) place] : out[(int) place - HALF];
      Answers answers = member ? asked.members() : asked.others();
      rounds.add(
          new Round(
              member,
              (member ? data.train() : data.test()).image(i),
              answers.labels()[i],
              probabilities(answers, i),
              (member ? members : others)[i] >= threshold));
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("dataset", data.id());
    settings.put("n", n);
    settings.put("c", asked.fit().regularisation());
    settings.put("variance", asked.variance());
    settings.put("seed", seed);
    settings.put("game", number);
    return new Deal(data, List.copyOf(rounds), threshold, Roc.of(members, others), settings);
  }

  private static int[] first(long[] permutation) {
    return Arrays.stream(permutation).limit(HALF).mapToInt(i -> (int) i).toArray();
  }

  private static double[] without(double[] scores, int[] indices) {
    return IntStream.range(0, scores.length)
        .filter(i -> Arrays.stream(indices).noneMatch(one -> one == i))
        .mapToDouble(i -> scores[i])
        .toArray();
  }

  /** The softmax of the logits. */
  static double[] probabilities(Answers answers, int i) {
    int classes = answers.classes();
    double[] p = Arrays.copyOfRange(answers.logits(), i * classes, (i + 1) * classes);
    double largest = Arrays.stream(p).max().orElse(0);
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      p[k] = Math.exp(p[k] - largest);
      sum += p[k];
    }
    for (int k = 0; k < classes; k++) {
      p[k] /= sum;
    }
    return p;
  }

  /**
   * What comes of judgements.
   *
   * @param saysMember of the image of that number
   */
  Confusion judged(IntPredicate saysMember) {
    int found = 0;
    int accused = 0;
    for (int i = 0; i < rounds.size(); i++) {
      if (saysMember.test(i)) {
        found += rounds.get(i).member() ? 1 : 0;
        accused += rounds.get(i).member() ? 0 : 1;
      }
    }
    return new Confusion(found, HALF, accused, HALF);
  }

  /** What comes of the machine's. */
  Confusion machine() {
    return judged(i -> rounds.get(i).machine());
  }

  /** How many are judged rightly. */
  static int right(Confusion confusion) {
    return confusion.found() + confusion.others() - confusion.accused();
  }
}
