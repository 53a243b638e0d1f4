package epsilonlab.privacy.inference;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks who was in the training set of a model, in several ways. The plain attacks answer as soon as
 * the target is there, the others when the shadow models are.
 */
public final class InferenceJob implements Job<InferenceEvent, InferenceResult> {
  private final Compute compute;
  private final Candidates candidates;
  private final Optional<Target> given;
  private final ShadowTrainer trainer;
  private final InferenceSettings settings;

  /**
   * Keeps what it needs.
   *
   * @param given the target; empty to have one trained on the members
   * @param trainer of the target and of the shadow models
   * @throws LabException if an offline attack finds too few images that are not attacked
   */
  public InferenceJob(
      Compute compute,
      Candidates candidates,
      Optional<Target> given,
      ShadowTrainer trainer,
      InferenceSettings settings) {
    this.compute = compute;
    this.candidates = candidates;
    this.given = given;
    this.trainer = trainer;
    this.settings = settings;
    int wanted = 2 * candidates.members().size();
    int left = candidates.pool().size();
    if (settings.needsShadows() && settings.offline() && left < wanted) {
      throw new LabException(
          "An offline attack needs "
              + wanted
              + " images that are not attacked, but there are "
              + left
              + "; choose a smaller n, or attack online.");
    }
  }

  @Override
  public String name() {
    return "Membership attacks";
  }

  @Override
  public InferenceResult run(JobContext<InferenceEvent> context) {
    Seed seed = Seed.of(settings.seed()).split("membership attack");
    int trainings = (given.isEmpty() ? 1 : 0) + (settings.needsShadows() ? settings.shadows() : 0);
    Steps steps = new Steps(context, Math.max(1, trainings));
    Target target = given.orElseGet(() -> ownTarget(seed, steps));
    ImageSet all = candidates.all();
    Answers answers = target.answers(all);
    refuseNonsense(answers);
    int members = candidates.members().size();
    double memberAccuracy = accuracy(answers, 0, members);
    double otherAccuracy = accuracy(answers, members, answers.size());
    context.emit(new InferenceEvent.Asked(memberAccuracy, otherAccuracy));
    AttackOutcome[] outcomes = new AttackOutcome[settings.attacks().size()];
    find(outcomes, false, answers, null, context);
    if (settings.needsShadows()) {
      find(outcomes, true, answers, shadows(all, seed, steps), context);
    }
    return new InferenceResult(memberAccuracy, otherAccuracy, List.of(outcomes), answers);
  }

  private Target ownTarget(Seed seed, Steps steps) {
    Target target = trainer.train(candidates.members(), seed.split("target"), steps::within);
    steps.done++;
    return target;
  }

  private static void refuseNonsense(Answers answers) {
    for (double logit : answers.logits()) {
      if (!Double.isFinite(logit)) {
        throw new LabException(
            "The model gives answers that are not numbers; train the model again.");
      }
    }
  }

  private static double accuracy(Answers answers, int from, int to) {
    int right = 0;
    for (int i = from; i < to; i++) {
      right += answers.isRight(i) ? 1 : 0;
    }
    return (double) right / (to - from);
  }

  private Shadows shadows(ImageSet all, Seed seed, Steps steps) {
    ImageSet universe =
        settings.offline() ? candidates.pool().slice(0, 2 * candidates.members().size()) : all;
    Set<Score> wanted = EnumSet.noneOf(Score.class);
    settings.attacks().forEach(attack -> wanted.add(attack.score()));
    Shadows shadows = new Shadows(universe, all, wanted, seed.split("shadows"));
    for (int k = 1; k <= settings.shadows(); k++) {
      steps.within(0);
      shadows.train(trainer, steps::within);
      steps.done++;
      steps.context.emit(new InferenceEvent.Trained(k, settings.shadows()));
    }
    return shadows;
  }

  private void find(
      AttackOutcome[] outcomes,
      boolean withShadows,
      Answers answers,
      Shadows shadows,
      JobContext<InferenceEvent> context) {
    for (int i = 0; i < outcomes.length; i++) {
      MembershipAttack attack = settings.attacks().get(i);
      if (attack.needsShadows() == withShadows) {
        context.check();
        outcomes[i] =
            AttackOutcome.of(attack, scores(attack, answers, shadows), candidates.members().size());
        context.emit(new InferenceEvent.Found(outcomes[i]));
      }
    }
  }

  private double[] scores(MembershipAttack attack, Answers answers, Shadows shadows) {
    double[] own = answers.scores(attack.score());
    return switch (attack.way()) {
      case PLAIN -> own;
      case CALIBRATED ->
          Calibration.of(own, shadows.scores(attack.score()), shadows.learntCandidates());
      case LEARNT ->
          LearntAttack.from(compute, shadows.answers(), shadows.learnt()).scores(answers);
      case RATIO -> {
        List<double[]> theirs = shadows.scores(attack.score());
        List<boolean[]> in = shadows.learntCandidates();
        yield settings.offline()
            ? Lira.offline(own, theirs, in, settings.spread())
            : Lira.online(own, theirs, in, settings.spread());
      }
    };
  }

  /** How many of the trainings are done. */
  private static final class Steps {
    final JobContext<InferenceEvent> context;
    final int all;
    int done;

    Steps(JobContext<InferenceEvent> context, int all) {
      this.context = context;
      this.all = all;
    }

    void within(double part) {
      context.check();
      context.progress((done + part) / all);
    }
  }
}
