package epsilonlab.defence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the defences do to images, against loops in Java and closed forms. */
class PreprocessingTest {
  private static final int SIDE = 28;
  private static final int PIXELS = SIDE * SIDE;
  private static final int COUNT = 3;
  private static Compute compute;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 1);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static float[] random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] pixels = new float[COUNT * PIXELS];
    for (int p = 0; p < pixels.length; p++) {
      pixels[p] = (float) random.nextDouble();
    }
    return pixels;
  }

  private static float[] on(float[] pixels, Function<NDArray, NDArray> body) {
    return compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            long count = pixels.length / PIXELS;
            return body.apply(Tensors.of(manager, pixels, count, 1, SIDE, SIDE)).toFloatArray();
          }
        });
  }

  private static float[] apply(Preprocessing preprocessing, float[] pixels) {
    return on(pixels, preprocessing::apply);
  }

  /** From the gradient behind the change to the one before it. */
  private static float[] backward(Preprocessing preprocessing, float[] pixels, float[] gradient) {
    return on(
        pixels,
        images ->
            preprocessing.backward(
                images, Tensors.of(images.getManager(), gradient, images.getShape().getShape())));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** The derivative along a random direction, by differences, is that of the backward pass. */
  private static void assertGradient(Preprocessing preprocessing, double step, double slack) {
    float[] pixels = random(1);
    float[] gradient = random(2);
    float[] direction = random(3);
    float[] ahead = new float[pixels.length];
    float[] behind = new float[pixels.length];
    for (int p = 0; p < pixels.length; p++) {
      ahead[p] = (float) (pixels[p] + step * direction[p]);
      behind[p] = (float) (pixels[p] - step * direction[p]);
    }
    double difference =
        dot(apply(preprocessing, ahead), gradient) - dot(apply(preprocessing, behind), gradient);
    double slope = dot(backward(preprocessing, pixels, gradient), direction);
    assertEquals(difference / (2 * step), slope, slack * Math.abs(slope));
  }

  @Test
  void bitDepthRoundsToTheNearestOfItsValues() {
    float[] pixels = random(0);
    for (int bits : new int[] {1, 2, 3, 8}) {
      float[] got = apply(new Quantisation(bits), pixels);
      int steps = (1 << bits) - 1;
      for (int p = 0; p < pixels.length; p++) {
        assertEquals(Math.round((double) pixels[p] * steps) / (double) steps, got[p], 1e-6);
      }
    }
    assertArrayEquals(
        new float[pixels.length], backward(new Quantisation(3), pixels, random(1)), "flat");
  }

  @Test
  void theMedianIsTheFifthOfNine() {
    float[] pixels = random(0);
    float[] median = apply(MedianSmoothing.MEDIAN, pixels);
    float[] mean = apply(MedianSmoothing.MEAN, pixels);
    for (int p = 0; p < pixels.length; p++) {
      float[] nine = new float[9];
      float sum = 0;
      for (int k = 0; k < 9; k++) {
        int row = Math.min(SIDE - 1, Math.max(0, p % PIXELS / SIDE + k / 3 - 1));
        int column = Math.min(SIDE - 1, Math.max(0, p % SIDE + k % 3 - 1));
        nine[k] = pixels[p / PIXELS * PIXELS + row * SIDE + column];
        sum += nine[k];
      }
      Arrays.sort(nine);
      assertEquals(nine[4], median[p]);
      assertEquals(sum / 9, mean[p], 1e-6);
    }
    // so near that no two neighbours change their order
    assertGradient(MedianSmoothing.MEDIAN, 1e-5, 0.01);
    assertGradient(MedianSmoothing.MEAN, 0.1, 1e-4);
  }

  @Test
  void twoPixelsComeNearerByTheWeightOfTheirVariation() {
    // minimise (u - 0.2)^2 / 2 + (v - 0.9)^2 / 2 + w |v - u|: u = 0.2 + w and v = 0.9 - w
    for (int height : new int[] {1, 2}) {
      float[] pixels = {9, 0.2f, 0.9f};
      new TotalVariationSolver(height, 3 - height, 0.1, 2000).solve(pixels, 1);
      assertArrayEquals(new float[] {9, 0.3f, 0.8f}, pixels, 1e-4f);
      float[] both = {0.2f, 0.9f};
      new TotalVariationSolver(height, 3 - height, 5, 5000).solve(both, 0);
      assertArrayEquals(new float[] {0.55f, 0.55f}, both, 1e-3f);
    }
  }

  private static double objective(float[] u, float[] image, double weight) {
    double sum = 0;
    for (int p = 0; p < PIXELS; p++) {
      sum += 0.5 * (u[p] - image[p]) * (u[p] - image[p]);
      double down = p / SIDE + 1 < SIDE ? u[p + SIDE] - u[p] : 0;
      double right = p % SIDE + 1 < SIDE ? u[p + 1] - u[p] : 0;
      sum += weight * Math.hypot(down, right);
    }
    return sum;
  }

  @Test
  void totalVariationIsMinimised() {
    float[] image = Arrays.copyOf(random(0), PIXELS);
    double weight = 0.1;
    double before = objective(image, image, weight);
    for (int iterations : new int[] {3, 30, 300}) {
      float[] solved = image.clone();
      new TotalVariationSolver(SIDE, SIDE, weight, iterations).solve(solved, 0);
      double after = objective(solved, image, weight);
      assertTrue(after < before, iterations + " iterations: " + before + " to " + after);
      before = after;
      if (iterations == 300) {
        for (long seed = 1; seed <= 20; seed++) {
          float[] other = solved.clone();
          float[] noise = random(seed);
          for (int p = 0; p < PIXELS; p++) {
            other[p] += 0.1f * (noise[p] - 0.5f);
          }
          assertTrue(after < objective(other, image, weight), "convex, so nothing is lower");
        }
      }
    }
  }

  @Test
  void totalVariationSmoothingSolvesEveryImageAndHasNoGradient() {
    float[] pixels = random(0);
    float[] last = Arrays.copyOfRange(pixels, 2 * PIXELS, 3 * PIXELS);
    float[] all = apply(TotalVariation.MINIMISER, pixels);
    assertArrayEquals(
        apply(TotalVariation.MINIMISER, last), Arrays.copyOfRange(all, 2 * PIXELS, 3 * PIXELS));
    assertFalse(Arrays.equals(all, pixels));
    assertArrayEquals(
        new float[pixels.length], backward(TotalVariation.MINIMISER, pixels, random(1)));
  }

  private static double[] resampled(double[] line, int size, int offset) {
    float[] matrix = new float[line.length * line.length];
    Resampling.matrix(line.length, size, offset, matrix, 0);
    double[] out = new double[line.length];
    for (int i = 0; i < out.length; i++) {
      for (int k = 0; k < out.length; k++) {
        out[i] += matrix[i * out.length + k] * line[k];
      }
    }
    return out;
  }

  @Test
  void resamplingIsBilinear() {
    double[] line = {1, 5, 2, 8};
    assertArrayEquals(line, resampled(line, 4, 0), 1e-6);
    assertArrayEquals(new double[] {3, 5, 0, 0}, resampled(line, 2, 0), 1e-6, "means of pairs");
    assertArrayEquals(new double[] {0, 0, 3, 5}, resampled(line, 2, 2), 1e-6, "put elsewhere");
    // the centres of three pixels over four lie at 1/6, 3/2 and 17/6
    assertArrayEquals(new double[] {0, 1 + 4 / 6.0, 3.5, 8 - 1.0}, resampled(line, 3, 1), 1e-6);
  }

  @Test
  void randomResizingShrinksAndMoves() {
    float[] white = new float[20 * PIXELS];
    for (int p = 0; p < white.length; p++) {
      white[p] = 1 + p / PIXELS * 1e-6f;
    }
    float[] got = apply(new RandomResizing.Resized(Seed.of(3)), white);
    java.util.Set<Integer> sizes = new java.util.HashSet<>();
    java.util.Set<Integer> places = new java.util.HashSet<>();
    for (int i = 0; i < 20; i++) {
      int first = -1;
      int lit = 0;
      for (int p = 0; p < PIXELS; p++) {
        float value = got[i * PIXELS + p];
        if (value != 0) {
          assertEquals(1, value, 1e-4);
          first = first < 0 ? p : first;
          lit++;
        }
      }
      int size = (int) Math.round(Math.sqrt(lit));
      assertEquals(size * size, lit, "a square");
      assertTrue(size >= 20 && size <= SIDE, "of " + size);
      for (int p = 0; p < PIXELS; p++) {
        int row = p / SIDE - first / SIDE;
        int column = p % SIDE - first % SIDE;
        boolean inside = row >= 0 && row < size && column >= 0 && column < size;
        assertEquals(inside, got[i * PIXELS + p] != 0);
      }
      sizes.add(size);
      places.add(first);
    }
    assertTrue(sizes.size() >= 5 && places.size() >= 10, sizes + " at " + places);

    // linear for one draw, so <A x, g> is <x, A' g>
    RandomResizing.Resized draw = new RandomResizing.Resized(Seed.of(4));
    float[] pixels = random(0);
    float[] gradient = random(1);
    assertEquals(
        dot(apply(draw, pixels), gradient), dot(pixels, backward(draw, pixels, gradient)), 0.01);
  }

  @Test
  void noiseIsGaussianAndDrawnAnewForOtherPixels() {
    float[] pixels = random(0);
    GaussianNoise.Noisy noisy = new GaussianNoise.Noisy(Seed.of(1), 0.3);
    float[] first = apply(noisy, pixels);
    double sum = 0;
    double squares = 0;
    int within = 0;
    for (int p = 0; p < pixels.length; p++) {
      double noise = first[p] - pixels[p];
      sum += noise;
      squares += noise * noise;
      within += Math.abs(noise) < 0.3 ? 1 : 0;
    }
    assertEquals(0, sum / pixels.length, 4 * 0.3 / Math.sqrt(pixels.length));
    assertEquals(0.3, Math.sqrt(squares / pixels.length), 0.02);
    assertEquals(0.683, (double) within / pixels.length, 0.04, "one deviation");

    assertArrayEquals(first, apply(noisy, pixels), "the same question, the same answer");
    float[] alone = apply(noisy, Arrays.copyOfRange(pixels, PIXELS, 2 * PIXELS));
    assertArrayEquals(
        Arrays.copyOfRange(first, PIXELS, 2 * PIXELS), alone, "whatever else is asked");
    float[] moved = pixels.clone();
    moved[5] += 0.001f;
    float[] second = apply(noisy, moved);
    assertTrue(Math.abs(second[100] - first[100]) > 1e-4, "fresh noise in every pixel");
    assertEquals(first[PIXELS + 100], second[PIXELS + 100], "but not for another image");
    float[] others = apply(new GaussianNoise.Noisy(Seed.of(2), 0.3), pixels);
    assertTrue(Math.abs(others[100] - first[100]) > 1e-4, "another seed");
  }

  @Test
  void theStaircaseStaysNearAndIsNearlyFlat() {
    float[] pixels = random(0);
    float[] gradient = new float[pixels.length];
    Arrays.fill(gradient, 1);
    MaskedGradients.Staircase staircase = new MaskedGradients.Staircase(15, 5000);
    float[] got = apply(staircase, pixels);
    float[] slopes = backward(staircase, pixels, gradient);
    int flat = 0;
    for (int p = 0; p < pixels.length; p++) {
      double place = 15.0 * pixels[p];
      double edge = 5000 * (place - Math.floor(place) - 0.5);
      double smooth = 1 / (1 + Math.exp(-edge));
      if (Math.abs(edge) > 20) {
        assertEquals((Math.floor(place) + smooth) / 15, got[p], 1e-5);
      }
      assertTrue(Math.abs(got[p] - pixels[p]) <= 0.5 / 15 + 1e-5);
      assertTrue(slopes[p] >= 0);
      flat += slopes[p] == 0 ? 1 : 0;
    }
    assertTrue(flat > 0.9 * pixels.length && flat < pixels.length, flat + " flat");
    assertGradient(new MaskedGradients.Staircase(5, 40), 1e-5, 0.01);
  }

  @Test
  void theRippleIsSmallAndItsSlopeIsNot() {
    float[] pixels = random(0);
    float[] gradient = new float[pixels.length];
    Arrays.fill(gradient, 1);
    ShatteredGradients.Ripple ripple = new ShatteredGradients.Ripple(601.3, 30);
    float[] got = apply(ripple, pixels);
    float[] slopes = backward(ripple, pixels, gradient);
    int wrong = 0;
    for (int p = 0; p < pixels.length; p++) {
      double angle = 2 * Math.PI * 601.3 * pixels[p];
      assertEquals(pixels[p] - 30 * Math.sin(angle) / (2 * Math.PI * 601.3), got[p], 1e-5);
      assertTrue(Math.abs(got[p] - pixels[p]) <= 0.00795);
      assertEquals(1 - 30 * Math.cos(angle), slopes[p], 0.05);
      wrong += slopes[p] < 0 ? 1 : 0;
    }
    assertEquals(0.5, (double) wrong / pixels.length, 0.05, "a coin's toss");
  }
}
