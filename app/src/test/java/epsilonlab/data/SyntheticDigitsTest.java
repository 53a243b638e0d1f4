package epsilonlab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class SyntheticDigitsTest {
  @Test
  void theSameSeedDrawsTheSameBytesOnEveryMachine() {
    DataSet digits = SyntheticDigits.generate(0, 200, 100);
    assertEquals(
        "a948b98f5b0ef8f00c1dc91e321f6678f56bb06d8f0c185794c803bf0fb39cfe", digits.sha256());
    assertNotEquals(digits.sha256(), SyntheticDigits.generate(1, 200, 100).sha256());
    assertEquals("synthetic", digits.id());
    assertEquals("Synthetic digits", digits.title());
  }

  @Test
  void anyNumberOfThreadsDrawsTheSameBytes() throws Exception {
    assertEquals(drawnWith(1), drawnWith(7));
  }

  private static String drawnWith(int threads) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      // a parallel stream runs on the pool that starts it
      return pool.submit(() -> SyntheticDigits.generate(5, 1300, 600).sha256()).get();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aSmallerSetIsTheBeginningOfALargerOne() {
    DataSet small = SyntheticDigits.generate(3, 40, 10);
    DataSet large = SyntheticDigits.generate(3, 700, 60);
    assertArrayEquals(small.train().images(0, 40), large.train().images(0, 40));
    assertArrayEquals(small.train().labels(), large.train().slice(0, 40).labels());
    assertArrayEquals(small.test().images(0, 10), large.test().images(0, 10));
    assertNotEquals(
        sum(large.train().images(0, 10)), sum(large.test().images(0, 10)), "parts differ");
  }

  @Test
  void imagesLookLikeMnist() {
    ImageSet images = SyntheticDigits.generate(11, 2000, 1).train();
    double mass = 0;
    for (int i = 0; i < images.size(); i++) {
      float[] image = images.image(i);
      double massX = 0;
      double massY = 0;
      double own = 0;
      for (int p = 0; p < image.length; p++) {
        int row = p / 28;
        int column = p % 28;
        assertTrue(image[p] >= 0 && image[p] <= 1);
        own += image[p];
        massX += image[p] * column;
        massY += image[p] * row;
        if (row == 0 || column == 0 || row == 27 || column == 27) {
          assertEquals(0f, image[p], "the border is black");
        }
      }
      mass += own / image.length;
      assertEquals(13.5, massX / own, 4, "centred");
      assertEquals(13.5, massY / own, 4, "centred");
    }
    // MNIST's training images have a mean of 0.1307
    assertEquals(0.13, mass / images.size(), 0.02);
  }

  @Test
  void labelsTellTheShapes() {
    DataSet digits = SyntheticDigits.generate(2, 4000, 1000);
    int[] count = new int[10];
    double[][] centre = new double[10][784];
    for (int i = 0; i < digits.train().size(); i++) {
      int label = digits.train().label(i);
      count[label]++;
      float[] image = digits.train().image(i);
      for (int p = 0; p < 784; p++) {
        centre[label][p] += image[p];
      }
    }
    for (int label = 0; label < 10; label++) {
      assertEquals(400, count[label], 80, "as many of each class");
      for (int p = 0; p < 784; p++) {
        centre[label][p] /= count[label];
      }
    }
    int right = 0;
    for (int i = 0; i < digits.test().size(); i++) {
      right += nearest(centre, digits.test().image(i)) == digits.test().label(i) ? 1 : 0;
    }
    // the nearest class mean gets 82 % of MNIST right; chance would be 10 %
    assertEquals(0.8, right / 1000.0, 0.12);
  }

  private static int nearest(double[][] centre, float[] image) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int label = 0; label < 10; label++) {
      double distance = 0;
      for (int p = 0; p < 784; p++) {
        distance += (image[p] - centre[label][p]) * (image[p] - centre[label][p]);
      }
      if (distance < least) {
        least = distance;
        best = label;
      }
    }
    return best;
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * (i + 1);
    }
    return sum;
  }
}
