package epsilonlab.theory.pca;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Finds the principal components of all training digits, and what they keep of test digits. */
public final class EigenDigitsJob implements Job<Void, EigenDigits> {
  private static final int PIXELS = ImageSet.PIXELS;
  private static final int MOST_TESTED = 1000;
  private static final int PART = 500;
  private static final double PRODUCTS_DONE = 0.5;
  private static final double COMPONENTS_DONE = 0.9;

  private final Compute compute;
  private final DataSet data;

  /** Keeps what it needs. */
  public EigenDigitsJob(Compute compute, DataSet data) {
    this.compute = compute;
    this.data = data;
  }

  @Override
  public String name() {
    return "Eigen-digits";
  }

  @Override
  public EigenDigits run(JobContext<Void> context) {
    return run(
        fraction -> {
          context.check();
          context.progress(fraction);
        });
  }

  /** The same inside another job. */
  EigenDigits run(DoubleConsumer progress) {
    ImageSet train = data.train();
    double[] sums = new double[PIXELS];
    double[][] products = new double[PIXELS][PIXELS];
    int parts = (train.size() + PART - 1) / PART;
    int atOnce = 2 * compute.threads();
    for (int first = 0; first < parts; first += atOnce) {
      progress.accept(PRODUCTS_DONE * first / parts);
      int from = first;
      List<Moments> some =
          compute.map(
              Math.min(atOnce, parts - first), part -> moments(train, (from + part) * PART));
      for (Moments moments : some) {
        moments.addTo(sums, products);
      }
    }
    double[] mean = Arrays.stream(sums).map(sum -> sum / train.size()).toArray();
    progress.accept(PRODUCTS_DONE);
    EigenDecomposition_F64<DMatrixRMaj> eigen = decompose(covariance(products, mean));
    progress.accept(COMPONENTS_DONE);
    return measured(eigen, mean, progress);
  }

  /** Sums of pixels and of products of two pixels, counted in 255ths, so that they are exact. */
  private record Moments(double[] sums, double[][] products) {
    void addTo(double[] all, double[][] allProducts) {
      for (int p = 0; p < PIXELS; p++) {
        all[p] += sums[p] / 255;
        for (int q = 0; q <= p; q++) {
          allProducts[p][q] += products[p][q] / (255 * 255);
        }
      }
    }
  }

  private static Moments moments(ImageSet images, int from) {
    Moments moments = new Moments(new double[PIXELS], new double[PIXELS][PIXELS]);
    for (int i = from; i < Math.min(images.size(), from + PART); i++) {
      Cancellation.check();
      float[] image = images.image(i);
      // most pixels are black
      int[] bright = IntStream.range(0, PIXELS).filter(p -> image[p] > 0).toArray();
      double[] value = new double[bright.length];
      Arrays.setAll(value, b -> Math.round(255 * image[bright[b]]));
      for (int b = 0; b < bright.length; b++) {
        moments.sums[bright[b]] += value[b];
        double[] row = moments.products[bright[b]];
        for (int c = 0; c <= b; c++) {
          row[bright[c]] += value[b] * value[c];
        }
      }
    }
    return moments;
  }

  private DMatrixRMaj covariance(double[][] products, double[] mean) {
    DMatrixRMaj covariance = new DMatrixRMaj(PIXELS, PIXELS);
    for (int p = 0; p < PIXELS; p++) {
      for (int q = 0; q <= p; q++) {
        double value = products[p][q] / data.train().size() - mean[p] * mean[q];
        covariance.set(p, q, value);
        covariance.set(q, p, value);
      }
    }
    return covariance;
  }

  private static EigenDecomposition_F64<DMatrixRMaj> decompose(DMatrixRMaj covariance) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(PIXELS, true, true);
    if (!eigen.decompose(covariance)) {
      throw new IllegalStateException("a covariance without eigenvectors");
    }
    return eigen;
  }

  private EigenDigits measured(
      EigenDecomposition_F64<DMatrixRMaj> eigen, double[] mean, DoubleConsumer progress) {
    int[] order =
        IntStream.range(0, PIXELS)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).real))
            .mapToInt(Integer::intValue)
            .toArray();
    // pixels that are always black have no variance, and rounding may say a little less
    double[] variances =
        Arrays.stream(order).mapToDouble(i -> Math.max(0, eigen.getEigenvalue(i).real)).toArray();
    float[][] components = new float[PIXELS][PIXELS];
    for (int k = 0; k < PIXELS; k++) {
      DMatrixRMaj vector = eigen.getEigenVector(order[k]);
      double sign = Math.signum(vector.get(largest(vector), 0));
      for (int p = 0; p < PIXELS; p++) {
        components[k][p] = (float) (sign * vector.get(p, 0));
      }
    }
    EigenDigits bare =
        new EigenDigits(mean, variances, components, errors(variances), new double[0], 0);
    int tested = Math.min(MOST_TESTED, data.test().size());
    double[] squares = squaresAlongComponents(bare, tested);
    progress.accept(1);
    return new EigenDigits(mean, variances, components, bare.trainError(), errors(squares), tested);
  }

  // a vector and its negative are the same component: the largest pixel is made bright
  private static int largest(DMatrixRMaj vector) {
    int largest = 0;
    for (int p = 1; p < PIXELS; p++) {
      if (Math.abs(vector.get(p, 0)) > Math.abs(vector.get(largest, 0))) {
        largest = p;
      }
    }
    return largest;
  }

  private double[] squaresAlongComponents(EigenDigits digits, int tested) {
    List<double[]> shards =
        compute.mapShards(
            tested,
            (from, to) -> {
              double[] sums = new double[PIXELS];
              for (int i = from; i < to; i++) {
                Cancellation.check();
                double[] code = digits.encode(data.test().image(i));
                for (int k = 0; k < PIXELS; k++) {
                  sums[k] += code[k] * code[k];
                }
              }
              return sums;
            });
    double[] means = new double[PIXELS];
    for (double[] shard : shards) {
      for (int k = 0; k < PIXELS; k++) {
        means[k] += shard[k] / tested;
      }
    }
    return means;
  }

  // what is left out by k components, for a pixel
  private static double[] errors(double[] squares) {
    double[] errors = new double[PIXELS + 1];
    for (int k = PIXELS - 1; k >= 0; k--) {
      errors[k] = errors[k + 1] + squares[k] / PIXELS;
    }
    return errors;
  }
}
