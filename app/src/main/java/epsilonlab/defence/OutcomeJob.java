package epsilonlab.defence;

import epsilonlab.attack.Epsilon;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;

/** The second half of what {@link GalleryJob} does for one defence: the attack that knows it. */
public final class OutcomeJob implements Job<Void, Outcome> {
  private final Crafting crafting;
  private final Network bare;
  private final Looks looks;
  private final double epsilon;
  private final long seed;

  /**
   * @param looks what {@link LooksJob} found with the same other arguments
   * @param images the test images; the i-th has the random numbers of id i
   * @param epsilon the largest change of a pixel
   */
  public OutcomeJob(
      Compute compute, Network bare, Looks looks, ImageSet images, double epsilon, long seed) {
    this.crafting = new Crafting(compute, images, seed);
    this.bare = bare;
    this.looks = looks;
    this.epsilon = Epsilon.check(epsilon);
    this.seed = seed;
  }

  @Override
  public String name() {
    return "Adaptive attack, " + looks.defence().title();
  }

  @Override
  public Outcome run(JobContext<Void> context) {
    return new DefenceTrial(crafting, bare, looks.defence(), epsilon, seed)
        .outcome(looks, left -> context.progress(0.9));
  }
}
