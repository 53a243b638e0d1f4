package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;

/**
 * One run of {@link HopSkipJump}, all images in step: find something that fools, go to the boundary
 * by bisection, then again and again estimate from answers which way is out of the true class, jump
 * there, and bisect back.
 */
final class BoundaryWalk {
  private static final int STARTS = 50;
  private static final int FIRST_PROBES = 100;
  private static final int JUMPS = 12;
  private static final float FIRST_RADIUS = 0.1f;

  private final Network network;
  private final int queries;
  private final long pixels;
  private final int bisections;
  private final ActiveSet active;
  private final Gathered gathered;
  private final ActiveSet.Row at;
  private final ActiveSet.Row distance;
  private final ActiveSet.Row best;
  private final ActiveSet.Row bestDistance;
  private final ActiveSet.Row done;
  private final ActiveSet.Row less;
  private final ActiveSet.Row more;
  private final ActiveSet.Row weighted;
  private final ActiveSet.Row plain;
  private final ActiveSet.Row votes;
  private final ActiveSet.Row landed;
  private int spent;

  /**
   * @param queries how often the network may be asked about an image
   */
  BoundaryWalk(Network network, Examples examples, int queries) {
    this.network = network;
    this.queries = queries;
    NDArray images = examples.images();
    int n = examples.size();
    pixels = images.size() / n;
    // to 1 / pixels squared, as the paper has it: finer than the probes that begin there
    bisections = (int) Math.ceil(2 * Math.log(pixels) / Math.log(2));
    active = new ActiveSet(examples, Tensors.scalar(images.getManager(), 1), Geometry.LINF);
    gathered = new Gathered(images);
    at = active.row(images);
    best = active.row(images);
    NDArray zeros = PerImage.overPixels(PerImage.full(images.getManager(), n, 0));
    distance = active.row(zeros);
    bestDistance = active.row(zeros.add(Float.MAX_VALUE));
    less = active.row(zeros);
    more = active.row(zeros);
    votes = active.row(zeros);
    done = active.row(zeros.neq(0));
    weighted = active.row(images.zerosLike());
    plain = active.row(images.zerosLike());
    landed = active.row(images);
  }

  /** The nearest images found that fool the network; originals where it is wrong or none is. */
  NDArray run() {
    active.step(() -> active.dropFooled(network.logits(active.examples().images())));
    begin();
    for (int round = 1; hasLeft(bisections + JUMPS + 1); round++) {
      int probes =
          Math.min((int) (FIRST_PROBES * Math.sqrt(round)), queries - spent - bisections - JUMPS);
      probe(round, probes);
      jump(round, probes);
      bisect();
    }
    if (!active.isEmpty()) {
      gathered.put(active.places(), best.get());
    }
    return gathered.inOrder();
  }

  private boolean hasLeft(int wanted) {
    return spent + wanted <= queries && !active.isEmpty();
  }

  /** Whether images fool the network; N x 1 x 1 x 1, boolean. */
  private NDArray fooled(NDArray images) {
    spent++;
    return PerImage.overPixels(active.examples().fooled(network.logits(images)));
  }

  private NDArray originals() {
    return active.examples().images();
  }

  private void begin() {
    for (int number = 0; number < STARTS && hasLeft(1); number++) {
      int which = number;
      active.step(
          () -> {
            NDArray far = far(which);
            NDArray now = fooled(far).logicalAnd(done.get().logicalNot());
            at.set(far, now);
            done.set(done.get().logicalOr(now));
          });
      if (done.get().all().getBoolean()) {
        break;
      }
    }
    if (!active.isEmpty()) {
      // those that nothing fools stay as they are
      active.step(() -> active.drop(done.get().logicalNot().toBooleanArray()));
    }
    bisect();
  }

  /** Something far away: noise, the negative, then noise around other greys. */
  private NDArray far(int number) {
    NDArray noise = active.examples().uniformNoise("hopskipjump start " + number);
    if (number == 1) {
      return originals().neg().add(1);
    }
    return noise.mul(0.5).add(number % 5 * 0.25 + (number == 0 ? 0.5 : 0)).clip(0, 1);
  }

  /** Draws each image towards its original as far as it still fools. */
  private void bisect() {
    if (active.isEmpty()) {
      return;
    }
    active.step(
        () -> {
          distance.set(Geometry.LINF.length(at.get().sub(originals())));
          less.set(distance.get().zerosLike());
          more.set(distance.get());
        });
    for (int i = 0; i < bisections && hasLeft(1); i++) {
      active.step(
          () -> {
            NDArray middle = less.get().add(more.get()).mul(0.5);
            NDArray fools = fooled(within(middle));
            more.set(middle, fools);
            less.set(middle, fools.logicalNot());
          });
    }
    active.step(
        () -> {
          at.set(within(more.get()));
          distance.set(more.get());
          NDArray nearer = distance.get().lt(bestDistance.get());
          best.set(at.get(), nearer);
          bestDistance.set(distance.get(), nearer);
        });
  }

  /** Where the images stand, pulled to within a distance of the originals. */
  private NDArray within(NDArray radius) {
    return at.get().maximum(originals().sub(radius)).minimum(originals().add(radius)).clip(0, 1);
  }

  /** Asks around each image: sums of directions, once signed by the answers and once not. */
  private void probe(int round, int probes) {
    active.step(
        () -> {
          weighted.set(weighted.get().zerosLike());
          plain.set(plain.get().zerosLike());
          votes.set(votes.get().zerosLike());
        });
    for (int i = 0; i < probes; i++) {
      String purpose = "hopskipjump " + round + " " + i;
      active.step(
          () -> {
            NDArray noise = active.examples().uniformNoise(purpose);
            NDArray radius =
                round == 1
                    ? distance.get().zerosLike().add(FIRST_RADIUS)
                    : distance.get().div(pixels);
            NDArray ray = noise.div(Geometry.L2.length(noise)).mul(radius);
            NDArray probe = at.get().add(ray).clip(0, 1);
            NDArray sign = fooled(probe).toType(DataType.FLOAT32, true).mul(2).sub(1);
            NDArray way = probe.sub(at.get()).div(radius.maximum(Float.MIN_NORMAL));
            weighted.set(weighted.get().add(way.mul(sign)));
            plain.set(plain.get().add(way));
            votes.set(votes.get().add(sign));
          });
    }
  }

  /** Jumps out of the true class, half as far until it fools. */
  private void jump(int round, int probes) {
    active.step(
        () -> {
          // where all answers are the same, their mean says nothing about the others
          NDArray mean = votes.get().div(probes);
          NDArray same = mean.abs().eq(1).broadcast(plain.get().getShape());
          NDArray balanced = weighted.get().sub(plain.get().mul(mean));
          weighted.set(NDArrays.where(same, weighted.get(), balanced).sign());
          more.set(distance.get().div(Math.sqrt(round)));
          done.set(distance.get().lt(0));
        });
    for (int i = 0; i < JUMPS && hasLeft(1); i++) {
      active.step(
          () -> {
            NDArray next = at.get().add(weighted.get().mul(more.get())).clip(0, 1);
            NDArray fools = fooled(next).logicalAnd(done.get().logicalNot());
            landed.set(next, fools);
            done.set(done.get().logicalOr(fools));
            more.set(more.get().mul(0.5));
          });
      if (done.get().all().getBoolean()) {
        break;
      }
    }
    active.step(() -> at.set(landed.get(), done.get()));
  }
}
