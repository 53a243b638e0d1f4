package epsilonlab.evaluation;

import ai.djl.ndarray.NDArray;
import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Examples;
import epsilonlab.data.DeviceImages;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntToLongFunction;

/**
 * An attack on many images that is ready for one epsilon after the other, in shards. Holds the
 * images on the device until it is closed.
 */
public final class PreparedAttack implements AutoCloseable {
  private final Compute compute;
  private final Network network;
  private final int count;
  private final List<Part> parts;

  private record Part(DeviceImages images, Examples examples, Attack.Prepared prepared) {}

  private PreparedAttack(Compute compute, Network network, int count, List<Part> parts) {
    this.compute = compute;
    this.network = network;
    this.count = count;
    this.parts = parts;
  }

  /**
   * Uploads the images and does what does not depend on epsilon.
   *
   * @param images the images to attack; the i-th has the random numbers of the id that {@code ids}
   *     gives it
   */
  public static PreparedAttack of(
      Compute compute, Network network, ImageSet images, IntToLongFunction ids, AttackPlan plan) {
    return of(
        compute,
        network,
        images.size(),
        plan,
        (from, to) -> DeviceImages.upload(compute, images, from, to),
        ids);
  }

  /** The same for one image many times over, as {@link SmallestEpsilon} needs it. */
  static PreparedAttack repeated(
      Compute compute,
      Network network,
      float[] image,
      int label,
      long id,
      int copies,
      AttackPlan plan) {
    return of(
        compute,
        network,
        copies,
        plan,
        (from, to) -> DeviceImages.repeat(compute, image, label, to - from),
        i -> id);
  }

  private interface Upload {
    DeviceImages range(int from, int to);
  }

  private static PreparedAttack of(
      Compute compute,
      Network network,
      int count,
      AttackPlan plan,
      Upload upload,
      IntToLongFunction ids) {
    plan.check();
    List<DeviceImages> opened = Collections.synchronizedList(new ArrayList<>());
    try {
      List<Part> parts =
          compute.mapShards(
              count,
              (from, to) -> {
                DeviceImages images = upload.range(from, to);
                opened.add(images);
                long[] own = new long[to - from];
                for (int i = from; i < to; i++) {
                  own[i - from] = ids.applyAsLong(i);
                }
                Examples examples =
                    new Examples(
                        images.images(),
                        images.labels(),
                        targets(images, plan, network.classes()),
                        own,
                        Seed.of(plan.seed()).split("attack"));
                return new Part(
                    images, examples, plan.attack().prepare(network, examples, plan.settings()));
              });
      return new PreparedAttack(compute, network, count, parts);
    } catch (RuntimeException | Error failure) {
      opened.forEach(DeviceImages::close);
      throw failure;
    }
  }

  private static NDArray targets(DeviceImages images, AttackPlan plan, int classes) {
    long[] wanted = images.labels().toLongArray();
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = plan.target().wanted((int) wanted[i], classes);
      if (wanted[i] < 0) {
        return null;
      }
    }
    return Tensors.keep(Tensors.of(images.manager(), wanted), images.manager());
  }

  /** How many images there are. */
  public int size() {
    return count;
  }

  /**
   * The fraction of images that still get their true class at this epsilon, in [0, 1]; see {@link
   * Attack.Prepared#stillRight}.
   */
  public double accuracy(double epsilon) {
    List<Long> right =
        compute.map(
            parts.size(),
            p -> {
              Part part = parts.get(p);
              return part.prepared.stillRight(network, part.examples, scalar(part, epsilon));
            });
    return right.stream().mapToLong(Long::longValue).sum() / (double) count;
  }

  /**
   * The fractions of the adversarial images that other networks get right, in [0, 1].
   *
   * @param epsilon the radius at which the images are crafted on this attack's network
   * @param victims the networks that they are tried on
   */
  public double[] accuraciesOf(List<? extends Network> victims, double epsilon) {
    List<long[]> right =
        compute.map(
            parts.size(),
            p -> {
              Part part = parts.get(p);
              NDArray images = part.prepared.at(scalar(part, epsilon));
              NDArray labels = part.examples.labels();
              return victims.stream()
                  .mapToLong(victim -> victim.logits(images).argMax(1).eq(labels).sum().getLong())
                  .toArray();
            });
    double[] accuracies = new double[victims.size()];
    for (int v = 0; v < accuracies.length; v++) {
      int victim = v;
      accuracies[v] = right.stream().mapToLong(some -> some[victim]).sum() / (double) count;
    }
    return accuracies;
  }

  /** The adversarial images alone, at this epsilon; one row of pixels an image. */
  public float[][] images(double epsilon) {
    List<float[][]> rows =
        compute.map(
            parts.size(),
            p -> {
              Part part = parts.get(p);
              float[] flat = part.prepared.at(scalar(part, epsilon)).toFloatArray();
              return Adversarial.rows(flat, part.examples.size());
            });
    return rows.stream().flatMap(Arrays::stream).toArray(float[][]::new);
  }

  /** The adversarial images at this epsilon and what the network says of them. */
  public Adversarial at(double epsilon) {
    return at((part, first) -> scalar(part, epsilon));
  }

  /** The same with one epsilon for each image. */
  Adversarial at(double[] epsilons) {
    return at(
        (part, first) -> {
          float[] own = new float[part.examples.size()];
          for (int i = 0; i < own.length; i++) {
            own[i] = (float) epsilons[first + i];
          }
          return Tensors.of(part.images.manager(), own, own.length, 1, 1, 1);
        });
  }

  private Adversarial at(BiFunction<Part, Integer, NDArray> epsilonOf) {
    Adversarial all = Adversarial.empty(count, network.classes());
    compute.map(
        parts.size(),
        p -> {
          Part part = parts.get(p);
          int first = p * compute.shardSize(count);
          NDArray images = part.prepared.at(epsilonOf.apply(part, first));
          all.store(first, images, network.logits(images), part.examples);
          return null;
        });
    return all;
  }

  private static NDArray scalar(Part part, double epsilon) {
    return Tensors.scalar(part.images.manager(), epsilon);
  }

  @Override
  public void close() {
    parts.forEach(part -> part.images.close());
  }
}
