package epsilonlab.evaluation.diagnosis;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.attack.Norm;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.evaluation.diagnosis.Trials.Variation;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why did an attack on a digit fail? Follows the attack step by step, looks at the loss around its
 * way, tries it and its rivals on digits around the chosen one, and comes to a verdict.
 */
public final class DiagnosisJob implements Job<Void, Diagnosis> {
  private static final int DIGITS = 50;
  private static final int LEAST_DIGITS = 10;
  // passes through the network that all digits together may take
  private static final double BUDGET = 25_000;
  private static final double[] RADII = {0.5, 1, 1.5, 2};

  private final Compute compute;
  private final Network network;
  private final ImageSet digit;
  private final int id;
  private final AttackPlan plan;
  private final double epsilon;
  private final double most;
  private final Sample sample;
  private final Seed seed;

  /**
   * @param test the test set, whose digits around the chosen one are attacked too
   * @param digit a set of one image
   * @param id its index in the test set, or below 0 if it is not one of them
   * @param epsilon the radius, in the attack's norm
   * @throws epsilonlab.engine.LabException if the attack cannot do what is asked of it
   */
  public DiagnosisJob(
      Compute compute,
      Network network,
      ImageSet test,
      ImageSet digit,
      int id,
      AttackPlan plan,
      double epsilon) {
    plan.check();
    Norm norm = plan.attack().norm();
    this.compute = compute;
    this.network = network;
    this.digit = digit;
    this.id = id;
    this.plan = plan;
    this.epsilon = Epsilon.check(epsilon, norm, ImageSet.PIXELS);
    this.most = norm.most(ImageSet.PIXELS);
    this.sample = Sample.around(test, digit, id, plan.target(), digits(plan));
    this.seed = Seed.of(plan.seed()).split("diagnosis");
  }

  /** Fewer digits for attacks that take long. */
  private static int digits(AttackPlan plan) {
    double passes = plan.attack().passes(plan.settings());
    return (int) Math.max(LEAST_DIGITS, Math.min(DIGITS, BUDGET / passes));
  }

  @Override
  public String name() {
    return "Why: " + plan.attack().title();
  }

  @Override
  public Diagnosis run(JobContext<Void> context) {
    Trace trace = new Tracer(compute, network, plan, epsilon).trace(digit, id);
    Goal goal = Goal.of(plan.target(), digit.label(0), network.classes());
    context.progress(0.05);
    context.check();
    LossSlice slice = LossSlice.of(compute, network, goal, trace, epsilon, seed);
    context.progress(0.1);
    context.check();
    boolean[] random =
        RandomSearch.fooled(
            compute, network, sample, plan.target(), plan.attack().norm(), epsilon, seed);
    context.progress(0.15);
    Trials trials = trials(context, trace, random);
    Optional<Variation> strongUnbounded = strongUnbounded(trace, trials);
    return new Diagnosis(
        new Judge(plan, trace, trials, strongUnbounded).verdict(),
        Checks.of(trace, trials),
        trace,
        slice);
  }

  private Trials trials(JobContext<Void> context, Trace trace, boolean[] random) {
    Map<Variant, AttackPlan> plans = new EnumMap<>(Variant.class);
    for (Variant variant : Variant.values()) {
      boolean wanted =
          switch (variant) {
            case BLACK_BOX -> trace.followsGradients();
            case WHITE_BOX -> !trace.followsGradients();
            default -> true;
          };
      if (wanted) {
        variant.of(plan).ifPresent(other -> plans.put(variant, other));
      }
    }
    double all = plans.size() + 1;
    int done = 0;
    SortedMap<Double, boolean[]> own = new TreeMap<>();
    boolean[] unbounded;
    try (PreparedAttack prepared = prepare(plan)) {
      for (double share : RADII) {
        context.check();
        double radius = share == 1 ? epsilon : Math.min(most, share * epsilon);
        own.computeIfAbsent(radius, at -> prepared.at(at).success());
      }
      unbounded = prepared.at(most).success();
    }
    own.get(epsilon)[0] = trace.last().fooled();
    context.progress(0.15 + 0.8 * ++done / all);
    Map<Variant, Variation> variants = new EnumMap<>(Variant.class);
    for (Map.Entry<Variant, AttackPlan> entry : plans.entrySet()) {
      context.check();
      variants.put(entry.getKey(), attack(entry.getValue(), epsilon));
      context.progress(0.15 + 0.8 * ++done / all);
    }
    return new Trials(epsilon, own, unbounded, variants, random);
  }

  /** More steps without a bound, where the attack itself needs them to tell about gradients. */
  private Optional<Variation> strongUnbounded(Trace trace, Trials trials) {
    boolean open = !trace.last().fooled() && Trials.count(trials.unbounded()) < sample.size();
    if (!open || !trace.followsGradients()) {
      return Optional.empty();
    }
    return trials
        .variant(Variant.MORE_DEFAULT_STEPS)
        .or(() -> trials.variant(Variant.MORE_STEPS))
        .map(more -> attack(more.plan(), most));
  }

  private Variation attack(AttackPlan other, double radius) {
    try (PreparedAttack prepared = prepare(other)) {
      return new Variation(other, prepared.at(radius).success());
    }
  }

  private PreparedAttack prepare(AttackPlan any) {
    return PreparedAttack.of(compute, network, sample.images(), i -> sample.ids()[i], any);
  }
}
