package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import epsilonlab.model.Network;

/**
 * One walk of {@link Apgd}. Steps are two epsilons long at first. At checkpoints that come closer
 * and closer, an image whose loss rose too seldom, or whose best loss has not moved although its
 * step was not halved last time, halves its step and goes on from its best point.
 */
final class ApgdWalk {
  // as a double it would make every later step one
  private static final float FIRST_STEP = 2;
  private static final double MOMENTUM = 0.75;
  private static final double LEAST_RISES = 0.75;

  private final Network network;
  private final AttackLoss loss;
  private final ActiveSet active;
  private final ActiveSet.Row at;
  private final ActiveSet.Row before;
  private final ActiveSet.Row gradient;
  private final ActiveSet.Row lossNow;
  private final ActiveSet.Row best;
  private final ActiveSet.Row bestGradient;
  private final ActiveSet.Row bestLoss;
  private final ActiveSet.Row checkedLoss;
  private final ActiveSet.Row halved;
  private final ActiveSet.Row rises;
  private final ActiveSet.Row size;
  private final ActiveSet.Row fooled;
  private final ActiveSet.Row shown;
  private final ActiveSet.Row shownLoss;

  /**
   * @param start where it begins; it is pulled into the ball
   */
  ApgdWalk(Network network, Examples examples, AttackLoss loss, NDArray start, NDArray epsilon) {
    this.network = network;
    this.loss = loss;
    active = new ActiveSet(examples, epsilon, Geometry.LINF);
    NDArray inside = active.ball().project(start);
    long n = examples.size();
    at = active.row(inside);
    before = active.row(inside);
    best = active.row(inside);
    shown = active.row(inside);
    size = active.row(PerImage.spread(epsilon.mul(FIRST_STEP), n));
    halved = active.row(PerImage.full(start.getManager(), n, 0).eq(0));
    rises = active.row(PerImage.full(start.getManager(), n, 0));
    Network.InputGradient seen = network.inputGradient(inside, loss.sum(examples));
    NDArray first = loss.of(seen.logits(), examples);
    gradient = active.row(seen.gradient());
    bestGradient = active.row(seen.gradient());
    lossNow = active.row(first);
    bestLoss = active.row(first);
    checkedLoss = active.row(first);
    shownLoss = active.row(first);
    fooled = active.row(examples.fooled(seen.logits()));
  }

  /**
   * Does the steps.
   *
   * @param dropping whether images that fool the network are left alone from then on
   */
  ApgdWalk run(int steps, boolean dropping) {
    int period = Math.max(1, (int) (0.22 * steps));
    int shorter = Math.max(1, (int) (0.03 * steps));
    int shortest = Math.max(1, (int) (0.06 * steps));
    int since = 0;
    if (dropping) {
      active.step(this::dropFooled);
    }
    for (int step = 0; step < steps && !active.isEmpty(); step++) {
      boolean first = step == 0;
      boolean checks = ++since == period;
      int rounds = period;
      active.step(
          () -> {
            move(first ? 1 : MOMENTUM);
            look();
            if (checks) {
              check(rounds);
            }
            if (dropping) {
              dropFooled();
            }
          });
      if (checks) {
        period = Math.max(shortest, period - shorter);
        since = 0;
      }
    }
    return this;
  }

  /** For each image the point that fools the network, or else the one, with the largest loss. */
  NDArray best() {
    return shown.get();
  }

  /** The examples that are left. */
  Examples examples() {
    return active.examples();
  }

  private void dropFooled() {
    active.drop(fooled.get().toBooleanArray());
  }

  private void move(double share) {
    NDArray x = at.get();
    Ball ball = active.ball();
    NDArray stepped = ball.project(x.add(gradient.get().sign().mul(size.get())));
    NDArray next = x.add(stepped.sub(x).mul(share)).add(x.sub(before.get()).mul(1 - share));
    before.set(x);
    at.set(ball.project(next));
  }

  private void look() {
    Examples examples = active.examples();
    Network.InputGradient seen = network.inputGradient(at.get(), loss.sum(examples));
    NDArray now = loss.of(seen.logits(), examples);
    rises.set(rises.get().add(number(now.gt(lossNow.get()))));
    lossNow.set(now);
    gradient.set(seen.gradient());
    NDArray higher = now.gt(bestLoss.get());
    best.set(at.get(), higher);
    bestGradient.set(seen.gradient(), higher);
    bestLoss.set(now, higher);
    show(examples.fooled(seen.logits()), now);
  }

  private void show(NDArray fools, NDArray now) {
    NDArray first = fools.logicalAnd(fooled.get().logicalNot());
    NDArray larger = fools.eq(fooled.get()).logicalAnd(now.gt(shownLoss.get()));
    NDArray better = first.logicalOr(larger);
    shown.set(at.get(), better);
    shownLoss.set(now, better);
    fooled.set(fooled.get().logicalOr(fools));
  }

  private void check(int rounds) {
    NDArray seldom = rises.get().lte(LEAST_RISES * rounds);
    NDArray stuck = checkedLoss.get().gte(bestLoss.get()).logicalAnd(halved.get().logicalNot());
    NDArray halve = seldom.logicalOr(stuck);
    halved.set(halve);
    checkedLoss.set(bestLoss.get());
    rises.set(rises.get().zerosLike());
    size.set(size.get().mul(0.5), halve);
    at.set(best.get(), halve);
    gradient.set(bestGradient.get(), halve);
  }

  private static NDArray number(NDArray truths) {
    return truths.toType(DataType.FLOAT32, true);
  }
}
