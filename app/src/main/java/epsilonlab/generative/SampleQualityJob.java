package epsilonlab.generative;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;
import java.util.Arrays;

/** Measures what samples are worth; a second or two for a thousand of them. */
public final class SampleQualityJob implements Job<Void, SampleQuality> {
  // enough to tell what is usual to about a percent
  private static final int REAL = 1000;

  private final Compute compute;
  private final DataSet data;
  private final Network classifier;
  private final Pictures samples;

  /**
   * @param data what the generative network was trained on
   * @param classifier of the same classes, trained without it
   * @throws LabException if there are no samples
   */
  public SampleQualityJob(Compute compute, DataSet data, Network classifier, Pictures samples) {
    if (samples.count() == 0) {
      throw new LabException("There are no samples to judge; ask for at least one.");
    }
    this.compute = compute;
    this.data = data;
    this.classifier = classifier;
    this.samples = samples;
  }

  @Override
  public String name() {
    return "Sample quality";
  }

  @Override
  public SampleQuality run(JobContext<Void> context) {
    SampleClasses classes = SampleClasses.of(compute, classifier, samples);
    context.check();
    int count = samples.count();
    int real = Math.min(REAL, data.test().size());
    // both in one pass over the training images
    float[] all =
        Arrays.copyOf(samples.values(), Math.multiplyExact(count + real, ImageSet.PIXELS));
    System.arraycopy(
        data.test().images(0, real), 0, all, count * ImageSet.PIXELS, real * ImageSet.PIXELS);
    NearestNeighbours nearest = NearestNeighbours.of(compute, all, data.train(), context::progress);
    double[] distances = nearest.some(count, count + real).distances();
    Arrays.sort(distances);
    return new SampleQuality(classes, nearest.some(0, count), distances);
  }
}
