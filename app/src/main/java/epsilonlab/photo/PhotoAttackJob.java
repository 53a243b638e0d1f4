package epsilonlab.photo;

import epsilonlab.attack.Attack;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Priority;
import epsilonlab.engine.Seed;
import epsilonlab.evaluation.Norms;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.photo.PhotoSettings.Goal;
import epsilonlab.photo.WatchedNetwork.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Attacks a photo, then tries the controls. Reports every step. */
public final class PhotoAttackJob implements Job<PhotoStep, PhotoResult> {
  private final Compute compute;
  private final PhotoNetwork network;
  private final Photo photo;
  private final PhotoSettings settings;
  private final Priority priority;

  /**
   * @param photo the picture to attack
   * @param settings of the attack
   */
  public PhotoAttackJob(
      Compute compute, PhotoNetwork network, Photo photo, PhotoSettings settings) {
    this(compute, network, photo, settings, Priority.BACKGROUND);
  }

  /**
   * @param photo the picture to attack
   * @param settings of the attack
   * @param priority how much the user waits for it
   */
  public PhotoAttackJob(
      Compute compute,
      PhotoNetwork network,
      Photo photo,
      PhotoSettings settings,
      Priority priority) {
    this.priority = priority;
    this.compute = compute;
    this.network = network;
    this.photo = photo;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "Attack " + photo.name();
  }

  @Override
  public Priority priority() {
    return priority;
  }

  @Override
  public PhotoResult run(JobContext<PhotoStep> context) {
    float[] original = photo.values();
    Scores before = Scores.of(compute, network, original);
    Goal goal = settings.goal(before);
    Attack attack = settings.plan().attack();
    int steps = (int) Math.min(1e9, attack.passes(settings.plan().settings()));
    List<Scores> trace = new ArrayList<>();
    Sight end =
        PhotoWalk.run(
            compute,
            network,
            original,
            goal,
            settings,
            sight -> {
              context.check();
              trace.add(sight.scores());
              context.progress((double) trace.size() / (steps + 1));
              context.emit(new PhotoStep(trace.size() - 1, steps, sight.values(), sight.scores()));
            });
    // an attack that ended early ended at a step that the trace holds already
    if (trace.isEmpty() || trace.get(trace.size() - 1) != end.scores()) {
      trace.add(end.scores());
      context.emit(new PhotoStep(trace.size() - 1, steps, end.values(), end.scores()));
    }
    return result(original, before, goal, end, trace);
  }

  private PhotoResult result(
      float[] original, Scores before, Goal goal, Sight end, List<Scores> trace) {
    Norms norms = Norms.between(original, end.values());
    float[] random = randomSigns(original, norms.linf());
    byte[] png = PhotoPng.of(Photo.picture(end.values()));
    Photo again = Photo.of("saved", PictureFile.read(png, "The saved picture"));
    return new PhotoResult(
        settings,
        goal,
        original,
        end.values(),
        before,
        end.scores(),
        List.copyOf(trace),
        norms,
        Scores.of(compute, network, random),
        Scores.of(compute, network, again.values()),
        png);
  }

  /** Every colour value moved by {@code size} up or down at random, and kept in [0, 1]. */
  private float[] randomSigns(float[] original, double size) {
    SplittableRandom signs = Seed.of(settings.plan().seed()).split("random signs").generator();
    float[] moved = new float[original.length];
    for (int i = 0; i < moved.length; i++) {
      double value = original[i] + (signs.nextBoolean() ? size : -size);
      moved[i] = (float) Math.min(1, Math.max(0, value));
    }
    return moved;
  }
}
