package epsilonlab.defence;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;
import java.util.ArrayList;
import java.util.List;

/** Certifies images by randomised smoothing. */
public final class SmoothingJob implements Job<Void, SmoothedAccuracy> {
  // for progress; an image's noise does not depend on it
  private static final int PART = 20;

  private final Compute compute;
  private final Network network;
  private final ImageSet images;
  private final SmoothingSettings settings;
  private final RandomizedSmoothing smoothed;

  /**
   * @param images the i-th has the random numbers of id i
   */
  public SmoothingJob(
      Compute compute, Network network, ImageSet images, SmoothingSettings settings, long seed) {
    this.compute = compute;
    this.network = network;
    this.images = images;
    this.settings = settings;
    this.smoothed = new RandomizedSmoothing(network, settings, seed);
  }

  @Override
  public String name() {
    return "Smoothing, " + network.name();
  }

  @Override
  public SmoothedAccuracy run(JobContext<Void> context) {
    List<SmoothedAnswer> answers = new ArrayList<>();
    for (int from = 0; from < images.size(); from += PART) {
      context.check();
      int first = from;
      answers.addAll(
          compute.map(
              Math.min(PART, images.size() - from),
              i -> smoothed.certify(compute, images.image(first + i), first + i)));
      context.progress((double) answers.size() / images.size());
    }
    return SmoothedAccuracy.of(answers, images.labels(), settings);
  }
}
