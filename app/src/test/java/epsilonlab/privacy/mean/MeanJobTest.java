package epsilonlab.privacy.mean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.job.JobContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanJobTest {
  private static MeanSettings settings(Simulation simulation, int repeats) {
    return new MeanSettings(10, List.of(1, 7), List.of(0.0, 0.5), 3, repeats, simulation, 4);
  }

  private static MeanResult run(int threads, MeanSettings settings, List<MeanEvent> events) {
    try (Compute compute = Compute.start(DeviceChoice.CPU, threads)) {
      return new MeanJob(compute, settings).run(JobContext.of(events::add));
    }
  }

  @Test
  void theSameBitsForAnyNumberOfThreads() {
    for (Simulation simulation : Simulation.values()) {
      MeanSettings settings = settings(simulation, 777);
      List<MeanEvent> events = new ArrayList<>();
      MeanResult one = run(1, settings, events);
      assertEquals(one, run(2, settings, new ArrayList<>()));
      assertEquals(one, run(3, settings, new ArrayList<>()));
      assertEquals(
          List.of(
              new MeanEvent.Dimension(one.dimensions().get(0)),
              new MeanEvent.Dimension(one.dimensions().get(1)),
              new MeanEvent.Noise(one.noise().get(0)),
              new MeanEvent.Noise(one.noise().get(1))),
          events);
      assertEquals(777, one.dimensions().get(0).freshData().count());
    }
  }

  @Test
  void whatIsAskedBesidesDoesNotChangeAPoint() {
    MeanSettings more =
        new MeanSettings(10, List.of(2, 7, 1), List.of(0.5), 3, 60, Simulation.REDUCED, 4);
    MeanResult alone = run(1, settings(Simulation.REDUCED, 60), new ArrayList<>());
    MeanResult among = run(1, more, new ArrayList<>());
    assertEquals(alone.dimensions().get(1), among.dimensions().get(1));
    assertEquals(alone.noise().get(1), among.noise().get(0));
  }

  @Test
  void oneRepeatWorks() {
    MeanResult found = run(1, settings(Simulation.FAITHFUL, 1), new ArrayList<>());
    assertEquals(1, found.noise().get(0).accuracy().count());
    assertTrue(found.noise().get(0).accuracy().mean() >= 0.5);
    assertEquals(0, found.noise().get(0).accuracy().deviation());
  }

  @Test
  void badInputIsOneSentence() {
    says("variance", () -> with(10, 5, -1, 10, Simulation.REDUCED));
    says("variance", () -> with(10, 5, Double.NaN, 10, Simulation.REDUCED));
    says("variance", () -> with(10, 5, 1 / 0.0, 10, Simulation.REDUCED));
    says("people n", () -> with(0, 5, 0, 10, Simulation.REDUCED));
    says("dimension d", () -> with(10, 0, 0, 10, Simulation.REDUCED));
    says("repeats", () -> with(10, 5, 0, 0, Simulation.REDUCED));
    says("reduced", () -> with(100_000, 100_000, 0, 1, Simulation.FAITHFUL));
    with(100_000, 100_000, 0, 1, Simulation.REDUCED);
  }

  private static MeanSettings with(
      int n, int d, double variance, int repeats, Simulation simulation) {
    return new MeanSettings(n, List.of(d), List.of(variance), 5, repeats, simulation, 0);
  }

  private static void says(String words, org.junit.jupiter.api.function.Executable body) {
    String message = assertThrows(LabException.class, body).getMessage();
    assertTrue(message.contains(words), message);
  }
}
