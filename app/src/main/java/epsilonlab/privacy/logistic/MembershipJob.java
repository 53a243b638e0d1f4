package epsilonlab.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.privacy.Estimate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits logistic regressions to the first n training images and attacks them: members are these
 * images, non-members the first n test images.
 */
public final class MembershipJob implements Job<MembershipEvent, MembershipResult> {
  private final Compute compute;
  private final DataSet data;
  private final MembershipSettings settings;
  private final Map<Integer, Sample> samples = new HashMap<>();
  private final Map<List<Number>, FitPoint> fitted = new HashMap<>();
  private final Map<List<Number>, NoisyPoint> noisy = new HashMap<>();
  private double done;
  private double all;

  /** Members and non-members. */
  private record Sample(float[] members, int[] memberLabels, float[] others, int[] otherLabels) {}

  /**
   * Keeps what it needs.
   *
   * @throws epsilonlab.engine.LabException if the data set has too few images
   */
  public MembershipJob(Compute compute, DataSet data, MembershipSettings settings) {
    this(compute, data, settings, new MembershipResult(List.of(), List.of()));
  }

  /**
   * The same, going on with what an earlier one found before it was cancelled: none of that is
   * computed again or told again, but the result has it.
   *
   * @param known fits to the same data, and noise of the same n, repeats and seed
   * @throws epsilonlab.engine.LabException if the data set has too few images
   */
  public MembershipJob(
      Compute compute, DataSet data, MembershipSettings settings, MembershipResult known) {
    this.compute = compute;
    this.data = data;
    this.settings = settings;
    settings.check(data);
    known.fits().forEach(fit -> fitted.put(List.of(fit.regularisation(), fit.n()), fit));
    known
        .noise()
        .forEach(point -> noisy.put(List.of(point.regularisation(), point.variance()), point));
  }

  @Override
  public String name() {
    return "Membership inference";
  }

  @Override
  public MembershipResult run(JobContext<MembershipEvent> context) {
    List<FitPoint> fits = new ArrayList<>();
    List<NoisyPoint> noise = new ArrayList<>();
    // the work of a fit grows with its images
    int noiseSize = settings.variances().isEmpty() ? 0 : settings.noiseSize();
    all =
        settings.regularisations().size()
            * (settings.sizes().stream().mapToDouble(n -> n).sum() + 2.0 * noiseSize);
    for (double c : settings.regularisations()) {
      for (int n : settings.sizes()) {
        boolean isNew = !fitted.containsKey(List.of(c, n));
        FitPoint point = fit(context, c, n);
        fits.add(point);
        if (isNew) {
          context.emit(new MembershipEvent.Fitted(point));
        }
        advance(context, n);
      }
    }
    for (double c : settings.regularisations()) {
      for (double variance : settings.variances()) {
        NoisyPoint point = noisy.get(List.of(c, variance));
        if (point == null) {
          point = noisy(context, fit(context, c, settings.noiseSize()), variance);
          context.emit(new MembershipEvent.Noisy(point));
        }
        noise.add(point);
        advance(context, 2.0 * noiseSize / settings.variances().size());
      }
    }
    return new MembershipResult(fits, noise);
  }

  private void advance(JobContext<MembershipEvent> context, double work) {
    done += work;
    context.progress(done / all);
  }

  private FitPoint fit(JobContext<MembershipEvent> context, double c, int n) {
    FitPoint known = fitted.get(List.of(c, n));
    if (known != null) {
      return known;
    }
    Sample sample = sample(n);
    int[] iteration = new int[1];
    LogisticFit fit =
        LogisticFit.of(
            compute,
            sample.members(),
            LogisticModel.oneHot(sample.memberLabels()),
            n,
            c,
            Lbfgs.SCIKIT_LEARN,
            () -> {
              context.check();
              double part = ++iteration[0] / (double) Lbfgs.SCIKIT_LEARN.mostIterations();
              context.progress((done + n * part) / all);
            });
    FitPoint point =
        new FitPoint(
            c,
            n,
            fit.model().accuracy(compute, sample.members(), sample.memberLabels()),
            fit.model().accuracy(compute, sample.others(), sample.otherLabels()),
            fit.minimum().iterations(),
            fit);
    fitted.put(List.of(c, n), point);
    return point;
  }

  private NoisyPoint noisy(JobContext<MembershipEvent> context, FitPoint point, double variance) {
    Sample sample = sample(point.n());
    LogisticModel model = point.fit().model();
    Seed seed =
        Seed.of(settings.seed())
            .split("noise on parameters")
            .split(Double.doubleToLongBits(point.regularisation()))
            .split(Double.doubleToLongBits(variance));
    Estimate.Sum train = new Estimate.Sum(point.trainAccuracy());
    Estimate.Sum test = new Estimate.Sum(point.testAccuracy());
    Estimate.Sum attack = new Estimate.Sum(point.attackAccuracy());
    for (int r = 0; r < settings.repeats(); r++) {
      context.check();
      LogisticModel noisy = model.withNoise(variance, seed.split(r));
      double right = noisy.accuracy(compute, sample.members(), sample.memberLabels());
      double others = noisy.accuracy(compute, sample.others(), sample.otherLabels());
      train.add(right);
      test.add(others);
      attack.add((right + 1 - others) / 2);
    }
    return new NoisyPoint(
        point.regularisation(),
        variance,
        train.estimate(),
        test.estimate(),
        attack.estimate(),
        model.weightNorm());
  }

  private Sample sample(int n) {
    return samples.computeIfAbsent(
        n,
        any ->
            new Sample(
                data.train().images(0, n),
                labels(data.train(), n),
                data.test().images(0, n),
                labels(data.test(), n)));
  }

  private static int[] labels(ImageSet set, int n) {
    return set.slice(0, n).labels();
  }
}
