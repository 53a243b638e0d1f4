package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.Arrays;
import java.util.SplittableRandom;

/** One run of {@link Square} on all images; each has its own random numbers. */
final class SquareSearch {
  private static final double FIRST_SHARE = 0.8;
  private static final int FULL_SCHEDULE = 10_000;

  // after so many queries of the full schedule the share of changed pixels is halved
  private static final int[] HALVINGS = {10, 50, 200, 500, 1000, 2000, 4000, 6000, 8000};

  private final Network network;
  private final int queries;
  private final int channels;
  private final int height;
  private final int width;
  private final SplittableRandom[] random;
  private final ActiveSet active;
  private final ActiveSet.Row best;
  private final ActiveSet.Row bestLoss;
  private final Gathered gathered;

  /**
   * @param epsilon a scalar, or N x 1 x 1 x 1
   * @param queries how often the network may be asked about an image that is right at first
   */
  SquareSearch(Network network, Examples examples, NDArray epsilon, int queries) {
    this.network = network;
    this.queries = queries;
    long[] shape = examples.images().getShape().getShape();
    channels = (int) shape[1];
    height = (int) shape[2];
    width = (int) shape[3];
    random = new SplittableRandom[examples.size()];
    for (int i = 0; i < random.length; i++) {
      random[i] = examples.seed().split("square").split(examples.ids()[i]).generator();
    }
    active = new ActiveSet(examples, epsilon, Geometry.LINF);
    gathered = new Gathered(examples.images());
    best = active.row(examples.images());
    bestLoss =
        active.row(PerImage.full(examples.images().getManager(), random.length, -Float.MAX_VALUE));
  }

  void run() {
    active.step(() -> drop(network.logits(best.get())));
    for (int query = 0; query < queries && !active.isEmpty(); query++) {
      int number = query;
      active.step(() -> ask(number == 0 ? stripes() : squares(number)));
    }
    if (!active.isEmpty()) {
      gathered.put(active.places(), best.get());
    }
  }

  /** The images found, in the order of the examples. */
  NDArray images() {
    return gathered.inOrder();
  }

  Examples survivors() {
    return active.examples();
  }

  private void ask(NDArray candidates) {
    Examples examples = active.examples();
    NDArray logits = network.logits(candidates);
    NDArray loss = AttackLoss.MARGIN.of(logits, examples);
    NDArray better = loss.gt(bestLoss.get()).logicalOr(examples.fooled(logits));
    best.set(candidates, better);
    bestLoss.set(loss, better);
    drop(logits);
  }

  private void drop(NDArray logits) {
    boolean[] fooled = active.examples().fooled(logits).toBooleanArray();
    gathered.put(active.places(), best.get(), fooled);
    active.drop(fooled);
  }

  /** Vertical stripes one pixel wide, up or down by epsilon. */
  private NDArray stripes() {
    int n = active.size();
    float[] signs = new float[n * channels * width];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = sign(random[active.places()[i / (channels * width)]]);
    }
    NDArray step = array(signs, n, channels, 1, width).mul(active.epsilon());
    return active.ball().project(best.get().add(step));
  }

  /** The best so far, each with one square moved to the other side of the ball. */
  private NDArray squares(int query) {
    int n = active.size();
    int side = side(query);
    float[] down = new float[n * channels * height];
    float[] across = new float[n * width];
    for (int i = 0; i < n; i++) {
      SplittableRandom own = random[active.places()[i]];
      int top = own.nextInt(height - side + 1);
      int left = own.nextInt(width - side + 1);
      Arrays.fill(across, i * width + left, i * width + left + side, 1);
      for (int c = 0; c < channels; c++) {
        int from = (i * channels + c) * height + top;
        Arrays.fill(down, from, from + side, 2 * sign(own));
      }
    }
    NDArray step =
        array(down, n, channels, height, 1)
            .mul(active.epsilon())
            .mul(array(across, n, 1, 1, width));
    return active.ball().project(best.get().add(step));
  }

  private NDArray array(float[] values, long... shape) {
    return Tensors.of(active.examples().images().getManager(), values, shape);
  }

  private static float sign(SplittableRandom random) {
    return random.nextBoolean() ? 1 : -1;
  }

  private int side(int query) {
    double share = share(query, queries);
    int side = (int) Math.round(Math.sqrt(share * height * width));
    return Math.max(1, Math.min(side, Math.min(height, width)));
  }

  /**
   * The share of pixels in a square.
   *
   * @param query from 0
   * @param queries how many there are; the schedule is as long as they are
   */
  static double share(int query, int queries) {
    long scaled = (long) query * FULL_SCHEDULE / queries;
    double share = FIRST_SHARE;
    for (int halving : HALVINGS) {
      share = scaled > halving ? share / 2 : share;
    }
    return share;
  }
}
