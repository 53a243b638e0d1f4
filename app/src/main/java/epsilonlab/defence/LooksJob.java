package epsilonlab.defence;

import epsilonlab.attack.Epsilon;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;

/** The first half of what {@link GalleryJob} does for one defence: how strong it looks. */
public final class LooksJob implements Job<Void, Looks> {
  private final Crafting crafting;
  private final Network bare;
  private final Defence defence;
  private final double epsilon;
  private final long seed;

  /**
   * @param images the test images; the i-th has the random numbers of id i
   * @param epsilon the largest change of a pixel
   */
  public LooksJob(
      Compute compute, Network bare, Defence defence, ImageSet images, double epsilon, long seed) {
    this.crafting = new Crafting(compute, images, seed);
    this.bare = bare;
    this.defence = defence;
    this.epsilon = Epsilon.check(epsilon);
    this.seed = seed;
  }

  @Override
  public String name() {
    return "Plain PGD, " + defence.title();
  }

  @Override
  public Looks run(JobContext<Void> context) {
    Attacked onBare = DefenceTrial.undefended(crafting, bare, epsilon);
    context.progress(1.0 / 3);
    return new DefenceTrial(crafting, bare, defence, epsilon, seed)
        .looks(onBare, clean -> context.progress(0.5));
  }
}
