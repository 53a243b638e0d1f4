package epsilonlab.theory.uniform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.JobContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniformLikelihoodTest {
  private static final UniformLikelihood THREE = new UniformLikelihood(new double[] {2, 5, 3});

  @Test
  void anExampleByHand() {
    assertEquals(2, THREE.smallest());
    assertEquals(5, THREE.largest());
    assertEquals(-3 * Math.log(3), THREE.logLikelihood(2, 5), 1e-15);
    assertEquals(-3 * Math.log(4), THREE.logLikelihood(1.5, 5.5), 1e-15);
    assertEquals(Double.NEGATIVE_INFINITY, THREE.logLikelihood(2.01, 5));
    assertEquals(Double.NEGATIVE_INFINITY, THREE.logLikelihood(2, 4.99));
    assertEquals(27 / 64.0, THREE.relativeLikelihood(1.5, 5.5), 1e-15);
    assertEquals(0.5, THREE.correctedSmallest(), 1e-15);
    assertEquals(6.5, THREE.correctedLargest(), 1e-15);
  }

  @Test
  void noPlaceOfAGridIsMoreLikely() {
    double most = 0;
    double atA = 0;
    double atB = 0;
    for (int i = 0; i <= 600; i++) {
      for (int j = 0; j <= 600; j++) {
        double a = i / 100.0;
        double b = 1 + j / 100.0;
        double here = a < b ? Math.exp(THREE.logLikelihood(a, b)) : 0;
        if (here > most) {
          most = here;
          atA = a;
          atB = b;
        }
      }
    }
    assertEquals(2, atA);
    assertEquals(5, atB);
  }

  /** For n = 2 on [0, 1]: E[min] = 1/3 and E[min^2] = 1/6, by hand. */
  @Test
  void biasAndVarianceOfTwoDraws() {
    assertEquals(1 / 3.0, UniformLikelihood.bias(0, 1, 2), 1e-15);
    assertEquals(1 / 6.0 - 1 / 9.0, UniformLikelihood.variance(0, 1, 2), 1e-15);
  }

  @Test
  void simulationsAgreeWithTheFormulas() {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 2)) {
      List<BiasSimulation> events = new ArrayList<>();
      BiasJob job = new BiasJob(compute, -1, 2, List.of(2, 9), 20_500, Seed.of(7));
      List<BiasSimulation> found = job.run(JobContext.of(events::add));
      assertEquals(found, events);
      for (BiasSimulation one : found) {
        assertEquals(20_500, one.samples());
        double bias = UniformLikelihood.bias(-1, 2, one.n());
        double error = one.smallest().standardError();
        assertEquals(bias, one.smallest().mean(), 5 * error);
        assertEquals(bias, one.largest().mean(), 5 * error);
        double deviation = Math.sqrt(UniformLikelihood.variance(-1, 2, one.n()));
        assertEquals(deviation, one.smallest().deviation(), 0.03 * deviation);
        assertEquals(
            0, one.correctedSmallest().mean(), 5 * one.correctedSmallest().standardError());
        // the bias itself would be seen in so many samples
        assertTrue(bias > 20 * error);
      }
      try (Compute one = Compute.start(DeviceChoice.CPU, 1)) {
        assertEquals(
            found,
            new BiasJob(one, -1, 2, List.of(2, 9), 20_500, Seed.of(7)).run(JobContext.of(e -> {})));
      }
      assertThrows(LabException.class, () -> new BiasJob(compute, 2, 1, List.of(2), 1, Seed.of(0)));
      assertThrows(LabException.class, () -> new BiasJob(compute, 1, 2, List.of(1), 1, Seed.of(0)));
    }
  }

  @Test
  void drawsThatFixNoIntervalAreRefused() {
    assertThrows(LabException.class, () -> new UniformLikelihood(new double[] {1}));
    assertThrows(LabException.class, () -> new UniformLikelihood(new double[] {1, 1}));
  }
}
