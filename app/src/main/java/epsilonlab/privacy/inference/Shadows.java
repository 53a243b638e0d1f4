package epsilonlab.privacy.inference;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * Models of the target's kind, each trained on a half of the same images, so that it is known whom
 * they learnt. They come in pairs that part the images between them: every image was learnt by
 * exactly half of the models.
 */
final class Shadows {
  // an attack that is learnt from their answers needs no more of them
  private static final int TEACHERS = 16;

  private final ImageSet universe;
  private final ImageSet candidates;
  private final boolean knowsCandidates;
  private final Set<Score> wanted;
  private final Seed seed;
  private final List<boolean[]> in = new ArrayList<>();
  private final List<Answers> answers = new ArrayList<>();
  private final Map<Score, List<double[]>> scores = new EnumMap<>(Score.class);

  /**
   * @param universe what halves are drawn from; for online attacks the candidates themselves
   * @param candidates whose scores are wanted
   * @param wanted these scores
   */
  Shadows(ImageSet universe, ImageSet candidates, Set<Score> wanted, Seed seed) {
    this.wanted = wanted;
    this.universe = universe;
    this.candidates = candidates;
    this.knowsCandidates = universe == candidates;
    this.seed = seed;
  }

  /** Trains the next model. */
  void train(ShadowTrainer trainer, DoubleConsumer progress) {
    int k = in.size();
    boolean[] half = half(k);
    int[] chosen = indices(half);
    Target model = trainer.train(universe.select(chosen), seed.split("model").split(k), progress);
    Answers ofCandidates = model.answers(candidates);
    in.add(half);
    if (k < TEACHERS) {
      answers.add(knowsCandidates ? ofCandidates : model.answers(universe));
    }
    for (Score score : wanted) {
      scores.computeIfAbsent(score, any -> new ArrayList<>()).add(ofCandidates.scores(score));
    }
  }

  private boolean[] half(int k) {
    int size = universe.size();
    boolean[] half = new boolean[size];
    long[] order = seed.split("half").split(k / 2).permutation(size);
    for (int i = 0; i < size; i++) {
      half[(int) order[i]] = (i < size / 2) == (k % 2 == 0);
    }
    return half;
  }

  private static int[] indices(boolean[] half) {
    int[] chosen = new int[half.length];
    int count = 0;
    for (int i = 0; i < half.length; i++) {
      if (half[i]) {
        chosen[count++] = i;
      }
    }
    return Arrays.copyOf(chosen, count);
  }

  /** A score of the candidates, for every model. */
  List<double[]> scores(Score score) {
    return scores.get(score);
  }

  /** Which candidates each model learnt. */
  List<boolean[]> learntCandidates() {
    if (knowsCandidates) {
      return in;
    }
    boolean[] none = new boolean[candidates.size()];
    return in.stream().map(any -> none).toList();
  }

  /** What the first models say of the universe. */
  List<Answers> answers() {
    return answers;
  }

  /** Which images of the universe these models learnt. */
  List<boolean[]> learnt() {
    return in.subList(0, answers.size());
  }
}
