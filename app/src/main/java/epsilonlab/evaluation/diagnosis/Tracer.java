package epsilonlab.evaluation.diagnosis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.attack.AttackLoss;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Examples;
import epsilonlab.attack.Parameter;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.evaluation.Norms;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.model.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs an attack on one image and tells its way step by step. */
final class Tracer {
  private static final double ROUNDING = 1e-6;

  private final Compute compute;
  private final Network network;
  private final AttackPlan plan;
  private final double epsilon;

  Tracer(Compute compute, Network network, AttackPlan plan, double epsilon) {
    this.compute = compute;
    this.network = network;
    this.plan = plan;
    this.epsilon = epsilon;
  }

  /**
   * The way of the attack.
   *
   * @param one a set of one image
   * @param id what its random numbers depend on
   */
  Trace trace(ImageSet one, long id) {
    Goal goal = Goal.of(plan.target(), one.label(0), network.classes());
    ObservedNetwork victim = new ObservedNetwork(network, goal);
    AttackPlan observed = plan;
    ObservedNetwork source = null;
    if (plan.settings().source().isPresent()) {
      source = new ObservedNetwork(plan.settings().source().get(), goal);
      observed = plan.withSource(source);
    }
    float[] result;
    try (PreparedAttack prepared = PreparedAttack.of(compute, victim, one, i -> id, observed)) {
      result = prepared.images(epsilon)[0];
    }
    boolean follows = !victim.slopes().list().isEmpty();
    return describe(path(one.image(0), way(victim, source), result, follows), goal, follows);
  }

  private static List<Sighting> way(ObservedNetwork victim, ObservedNetwork source) {
    List<Sighting> own = victim.slopes().list();
    if (own.isEmpty() && source != null) {
      own = source.slopes().list();
    }
    return own.isEmpty() ? victim.queries().list() : own;
  }

  /** From the original to the result. */
  private static List<Sighting> path(
      float[] original, List<Sighting> way, float[] result, boolean follows) {
    List<Sighting> path = new ArrayList<>(way);
    if (path.isEmpty() || !Arrays.equals(path.get(0).image(), original)) {
      path.add(0, new Sighting(original, null));
    }
    Sighting last = path.get(path.size() - 1);
    // a step that changes nothing is a step, but a query that is the result is the result
    if (follows || path.size() == 1 || !Arrays.equals(last.image(), result)) {
      path.add(new Sighting(result, null));
    }
    return path;
  }

  private Trace describe(List<Sighting> path, Goal goal, boolean follows) {
    float[][] images = path.stream().map(Sighting::image).toArray(float[][]::new);
    float[][] logits = Scores.of(compute, network, images);
    float[][] gradients = gradients(images, goal);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < images.length; i++) {
      Slope asked = path.get(i).gradient();
      Slope slope = asked == null ? Slope.of(gradients[i]) : asked;
      Norms size = Norms.between(images[0], images[i]);
      steps.add(
          new Step(
              i,
              goal.loss(logits[i]),
              goal.margin(logits[i]),
              slope.norm(),
              slope.zero(),
              atBall(images[0], images[i], size),
              atRange(images[i], gradients[i]),
              inNorm(size),
              Goal.answer(logits[i]),
              goal.fooled(logits[i])));
    }
    List<Slope> asked =
        path.stream().map(Sighting::gradient).filter(slope -> slope != null).toList();
    double vanishing =
        asked.isEmpty()
            ? 0
            : (double) asked.stream().filter(Slope::isVanishing).count() / asked.size();
    return new Trace(
        steps,
        images,
        Arrays.stream(logits).map(Goal::probabilities).toArray(float[][]::new),
        follows,
        vanishing);
  }

  /** The gradient of what the attack makes grow, at every image. */
  private float[][] gradients(float[][] images, Goal goal) {
    AttackLoss loss = loss();
    float[][] rows = new float[images.length][];
    compute.mapShards(
        images.length,
        (from, to) -> {
          try (NDManager manager = compute.newManager()) {
            NDArray some = Scores.upload(manager, images, from, to);
            Examples examples =
                new Examples(
                    some,
                    repeated(manager, goal.label(), to - from),
                    goal.wanted() < 0 ? null : repeated(manager, goal.wanted(), to - from),
                    new long[to - from],
                    Seed.of(0));
            NDArray gradient = network.inputGradient(some, loss.sum(examples)).gradient();
            Scores.store(gradient.toFloatArray(), rows, from, to);
          }
          return null;
        });
    return rows;
  }

  private static NDArray repeated(NDManager manager, int number, int count) {
    long[] all = new long[count];
    Arrays.fill(all, number);
    return Tensors.of(manager, all);
  }

  /** The loss that the settings name, or else the cross-entropy. */
  private AttackLoss loss() {
    for (Parameter parameter : plan.attack().parameters()) {
      if (parameter.kind() == Parameter.Kind.CHOICE && parameter.name().equals("loss")) {
        String word = parameter.text(plan.settings().values().get("loss"));
        for (AttackLoss loss : AttackLoss.values()) {
          if (loss.name().equalsIgnoreCase(word.replace('-', '_'))) {
            return loss;
          }
        }
      }
    }
    return AttackLoss.CROSS_ENTROPY;
  }

  private double inNorm(Norms size) {
    return switch (plan.attack().norm()) {
      case LINF -> size.linf();
      case L2 -> size.l2();
      case L0 -> size.l0();
    };
  }

  private double atBall(float[] original, float[] image, Norms size) {
    switch (plan.attack().norm()) {
      case L2:
        return size.l2() >= epsilon * (1 - 1e-4) ? 1 : 0;
      case L0:
        return size.l0() >= Math.floor(epsilon) ? 1 : 0;
      default:
    }
    int full = 0;
    for (int p = 0; p < image.length; p++) {
      full += Math.abs((double) image[p] - original[p]) >= epsilon - ROUNDING ? 1 : 0;
    }
    return (double) full / image.length;
  }

  private static double atRange(float[] image, float[] gradient) {
    int held = 0;
    for (int p = 0; p < image.length; p++) {
      held += image[p] <= 0 && gradient[p] < 0 || image[p] >= 1 && gradient[p] > 0 ? 1 : 0;
    }
    return (double) held / image.length;
  }
}
