package epsilonlab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The optimisers against their papers, written out in double precision. The weights are small and
 * the steps few, so that the missing bias correction of DJL's Adam (notes-djl E) would show.
 */
class OptimizerTest {
  private static final int STEPS = 20;
  private static final double RATE = 0.01;
  private static final double DECAY = 0.1;

  private static Compute compute;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 1);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  /** Minimises sum((w - 2)^4) + 1e-9 sum(w), whose gradients range over many magnitudes. */
  private static double slope(double w) {
    return 4 * Math.pow(w - 2, 3) + 1e-9;
  }

  private static float[] run(BiFunction<Compute, List<NDArray>, Optimizer> create, float[] start) {
    return compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            NDArray w = Tensors.of(manager, start, start.length);
            try (Optimizer optimizer = create.apply(compute, List.of(w))) {
              for (int step = 0; step < STEPS; step++) {
                float[] now = w.toFloatArray();
                float[] gradient = new float[now.length];
                for (int i = 0; i < now.length; i++) {
                  gradient[i] = (float) slope(now[i]);
                }
                optimizer.step(
                    List.of(List.of(Tensors.of(manager, gradient, gradient.length))), 0, RATE);
              }
            }
            return w.toFloatArray();
          }
        });
  }

  @Test
  void adamIsThatOfThePaper() {
    float[] start = {0.5f, 2.0f, 2.001f, -3};
    float[] got = run((c, w) -> new Adam(c, w, DECAY), start);
    for (int i = 0; i < start.length; i++) {
      double w = start[i];
      double m = 0;
      double v = 0;
      for (int t = 1; t <= STEPS; t++) {
        double g = slope((float) w) + DECAY * w;
        m = 0.9 * m + 0.1 * g;
        v = 0.999 * v + 0.001 * g * g;
        w -= RATE * (m / (1 - Math.pow(0.9, t))) / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
      }
      assertEquals(w, got[i], 2e-6);
    }
  }

  @Test
  void adamScalesItsEpsilonAsPyTorchDoes() {
    // with gradients of 1e-9 the epsilon of 1e-8 decides the step: 0.01 * 1e-9 / (1e-9 + 1e-8)
    float[] got =
        compute.call(
            () -> {
              try (NDManager manager = compute.newManager()) {
                NDArray w = Tensors.of(manager, new float[] {0}, 1);
                try (Optimizer adam = new Adam(compute, List.of(w), 0)) {
                  adam.step(List.of(List.of(Tensors.of(manager, new float[] {1e-9f}, 1))), 0, RATE);
                }
                return w.toFloatArray();
              }
            });
    assertEquals(-RATE / 11, got[0], 1e-8);
  }

  @Test
  void momentumIsThatOfPyTorch() {
    float[] start = {0.5f, 3.0f};
    float[] got = run((c, w) -> new Sgd(c, w, 0.9, DECAY), start);
    for (int i = 0; i < start.length; i++) {
      double w = start[i];
      double v = 0;
      for (int t = 1; t <= STEPS; t++) {
        v = 0.9 * v + slope(w) + DECAY * w;
        w -= RATE * v;
      }
      assertEquals(w, got[i], 2e-6);
    }
  }

  @Test
  void stateIsFreed() {
    // trap F: DJL's optimisers never free theirs
    int before = compute.longLivedArrays();
    for (int i = 0; i < 50; i++) {
      run((c, w) -> new Adam(c, w, 0), new float[] {1, 2});
    }
    assertEquals(before, compute.longLivedArrays());
  }

  /** Two slices of each weight, two parts of each gradient, and a kernel with the channels last. */
  @Test
  void adamInSlicesIsThatOfThePaper() {
    long[] kernel = {5, 3, 2, 2};
    int many = 301 * 200;
    float[][] start = {new float[60], new float[many], {0.5f}};
    for (int w = 0; w < 2; w++) {
      for (int i = 0; i < start[w].length; i++) {
        start[w][i] = (float) Math.sin(i + w);
      }
    }
    List<float[]> got =
        compute.call(
            () -> {
              try (NDManager manager = compute.newManager()) {
                List<NDArray> weights =
                    List.of(
                        Tensors.channelsLast(manager, new HostTensor(start[0], kernel)),
                        Tensors.of(manager, start[1], 301, 200),
                        Tensors.of(manager, start[2], 1));
                try (Adam adam = new Adam(compute, weights, DECAY)) {
                  assertEquals(2, adam.slices());
                  for (int step = 0; step < STEPS; step++) {
                    for (int slice = 0; slice < 2; slice++) {
                      adam.step(parts(manager, weights), slice, RATE);
                    }
                  }
                }
                return weights.stream().map(weight -> Tensors.toHost(weight).values()).toList();
              }
            });
    for (int w = 0; w < start.length; w++) {
      for (int i = 0; i < start[w].length; i += Math.max(1, start[w].length / 500)) {
        assertEquals(paper(start[w][i]), got.get(w)[i], 2e-5, "weight " + w + ", value " + i);
      }
    }
  }

  /** The slope of (w - 2)^4 in two unequal parts, in PyTorch's own order of memory. */
  private static List<List<NDArray>> parts(NDManager manager, List<NDArray> weights) {
    List<NDArray> first = new java.util.ArrayList<>();
    List<NDArray> second = new java.util.ArrayList<>();
    for (NDArray weight : weights) {
      float[] now = Tensors.toHost(weight).values();
      float[] some = new float[now.length];
      float[] rest = new float[now.length];
      for (int i = 0; i < now.length; i++) {
        some[i] = (float) (0.3 * slope(now[i]));
        rest[i] = (float) (0.7 * slope(now[i]));
      }
      first.add(Tensors.of(manager, some, weight.getShape().getShape()));
      second.add(Tensors.of(manager, rest, weight.getShape().getShape()));
    }
    return List.of(first, second);
  }

  private static double paper(double w) {
    double mean = 0;
    double square = 0;
    for (int t = 1; t <= STEPS; t++) {
      double gradient = slope(w) + DECAY * w;
      mean = 0.9 * mean + 0.1 * gradient;
      square = 0.999 * square + 0.001 * gradient * gradient;
      double unbiased = mean / (1 - Math.pow(0.9, t));
      w -= RATE * unbiased / (Math.sqrt(square / (1 - Math.pow(0.999, t))) + 1e-8);
    }
    return w;
  }
}
