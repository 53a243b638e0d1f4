package epsilonlab.theory.pca;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.DataSets;
import epsilonlab.data.ImageSet;
import epsilonlab.data.RealData;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.job.JobContext;
import epsilonlab.theory.Vectors;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
  private static final Compute COMPUTE = Compute.start(DeviceChoice.CPU, 2);

  @AfterAll
  static void close() {
    COMPUTE.close();
  }

  /** Values of NumPy: numpy.linalg.svd. */
  @Test
  void singularValuesAndVectorsAreThoseOfNumpy() {
    PrincipalComponents found =
        PrincipalComponents.of(new double[][] {{2, 0, 1}, {1, 3, -1}, {0, 1, 4}, {-2, 1, 0.5}});
    assertArrayEquals(
        new double[] {4.307216930853473, 3.3389496053865866, 2.923918234708001},
        found.values(),
        1e-13);
    double[][] expected = {
      {-0.020666051467659794, -0.19740455579492064, -0.9801042575502598},
      {0.4144285308297414, 0.8904347041514007, -0.18808250975864158},
      {-0.9098471889009925, 0.41007009034336733, -0.0634083106126034}
    };
    for (int k = 0; k < 3; k++) {
      double sign = Math.signum(Vectors.dot(expected[k], found.directions()[k]));
      assertArrayEquals(expected[k], Vectors.times(sign, found.directions()[k]), 1e-12);
    }
  }

  @Test
  void noAngleOfThePlaneHasMore() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] x = new double[30][];
    for (int i = 0; i < x.length; i++) {
      double along = 2 * random.nextGaussian();
      x[i] = new double[] {along + 0.3 * random.nextGaussian(), along / 2 + random.nextDouble()};
    }
    x = PrincipalComponents.centred(x);
    PrincipalComponents found = PrincipalComponents.of(x);
    double most = 0;
    double at = 0;
    for (int i = 0; i < 100_000; i++) {
      double angle = Math.PI * i / 100_000;
      double spread = PrincipalComponents.spread(x, new double[][] {Orthonormal.at(angle)});
      if (spread > most) {
        most = spread;
        at = angle;
      }
    }
    assertEquals(most, found.largestSpread(1), 1e-7);
    assertTrue(found.largestSpread(1) >= most - 1e-12);
    double cosine = Vectors.dot(Orthonormal.at(at), found.directions()[0]);
    assertEquals(1, Math.abs(cosine), 1e-8);
    for (int j = 0; j < 2; j++) {
      int column = j;
      double sum = java.util.Arrays.stream(x).mapToDouble(row -> row[column]).sum();
      assertEquals(0, sum, 1e-12);
    }
  }

  @Test
  void randomColumnsAreOrthonormal() {
    double[][] columns = Orthonormal.random(9, 5, new SplittableRandom(2));
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        assertEquals(i == j ? 1 : 0, Vectors.dot(columns[i], columns[j]), 1e-14);
      }
    }
  }

  private static EigenDigits digits(DataSet data, Compute compute) {
    return new EigenDigitsJob(compute, data).run(JobContext.of(e -> {}));
  }

  @Test
  void eigenDigitsReconstructAsTheirVariancesSay() {
    DataSet data = SyntheticDigits.generate(5, 700, 60);
    EigenDigits found = digits(data, COMPUTE);
    assertEquals(60, found.tested());
    // the errors that the job adds up from coordinates, by reconstructing every digit
    for (int k : new int[] {0, 3, 40, 784}) {
      double train = 0;
      double test = 0;
      for (int i = 0; i < 60; i++) {
        test += squaredError(data.test().image(i), found, k) / 60 / ImageSet.PIXELS;
      }
      for (int i = 0; i < 700; i += k == 3 ? 1 : 700) {
        train += squaredError(data.train().image(i), found, k) / 700 / ImageSet.PIXELS;
      }
      assertEquals(test, found.testError()[k], 1e-6);
      if (k == 3) {
        assertEquals(train, found.trainError()[k], 1e-6);
      }
    }
    float[] image = data.test().image(0);
    assertArrayEquals(image, found.reconstruct(image, 784), 1e-4f);
    double total = found.trainError()[0] * ImageSet.PIXELS;
    assertEquals(total, java.util.Arrays.stream(found.variances()).sum(), 1e-9);
    assertEquals(1, found.share(784), 1e-12);
    int k = found.componentsFor(0.9);
    assertTrue(found.share(k) >= 0.9 && found.share(k - 1) < 0.9);
    // the same bits for any number of threads
    try (Compute one = Compute.start(DeviceChoice.CPU, 1)) {
      EigenDigits again = digits(data, one);
      assertArrayEquals(found.variances(), again.variances());
      assertArrayEquals(found.testError(), again.testError());
      assertArrayEquals(found.components()[5], again.components()[5]);
    }
  }

  private static double squaredError(float[] image, EigenDigits digits, int k) {
    float[] again = digits.reconstruct(image, k);
    double sum = 0;
    for (int p = 0; p < image.length; p++) {
      sum += (image[p] - again[p]) * (double) (image[p] - again[p]);
    }
    return sum;
  }

  /** Values of NumPy: numpy.linalg.eigh of the covariance of the 60,000 training digits. */
  @Test
  @Tag("full")
  void theEigenDigitsOfMnistAreThoseOfNumpy() {
    EigenDigits found = digits(DataSets.fromFolder(RealData.folder(), "mnist"), COMPUTE);
    assertEquals(5.11678773, found.variances()[0], 1e-7);
    assertEquals(3.74132848, found.variances()[1], 1e-7);
    assertEquals(0.4881498, found.share(10), 1e-6);
    assertEquals(0.82464686, found.share(50), 1e-6);
    assertEquals(87, found.componentsFor(0.9));
    assertEquals(154, found.componentsFor(0.95));
    assertEquals(0.03407134259737093, found.testError()[10], 1e-7);
    assertEquals(0.03442260175516499, found.trainError()[10], 1e-8);
    assertEquals(0.011789172190642157, found.testError()[50], 1e-7);
  }
}
