package epsilonlab.defence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.data.DataSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.job.JobContext;
import epsilonlab.job.JobHandle;
import epsilonlab.job.JobRunner;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.Predictions;
import epsilonlab.training.AdversarialSettings;
import epsilonlab.training.OptimizerKind;
import epsilonlab.training.Schedule;
import epsilonlab.training.TrainingJob;
import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingMethods;
import epsilonlab.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaceJobTest {
  private static Compute compute;
  private static DataSet digits;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    digits = SyntheticDigits.generate(6, 600, 100);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static RaceSettings settings(int epochs, double rate, String... methods) {
    List<TrainingMethod> all = new ArrayList<>();
    for (String method : methods) {
      all.add(TrainingMethods.get(method));
    }
    return new RaceSettings(
        Architectures.get("mlp"),
        all,
        new TrainingSettings(OptimizerKind.ADAM, rate, Schedule.LINEAR, 0, 0, 64, epochs, 7),
        AdversarialSettings.defaults(TrainingMethods.STANDARD, 0.2));
  }

  private static RaceResult race(RaceSettings settings, List<RaceEvent> events) {
    return new RaceJob(compute, digits, settings).run(JobContext.of(events::add));
  }

  @Test
  void eachTrainsAsItWouldAlone() {
    RaceSettings settings = settings(2, 1e-3, "pgd", "standard");
    RaceResult result = race(settings, new ArrayList<>());
    var alone =
        new TrainingJob(
                compute, digits, settings.architecture(), settings.training(), Optional.empty())
            .run(JobContext.of(event -> {}));
    assertEquals(alone.weights(), result.trained().get(1).result().weights());
    assertEquals("pgd", result.trained().get(0).method().id());
    assertFalse(result.stopped());
  }

  @Test
  void pointsAreWhatTheNetworkDoesOnTheSample() {
    List<RaceEvent> events = new ArrayList<>();
    RaceSettings settings = settings(2, 1e-3, "standard", "fgsm", "pgd");
    RaceResult result = race(settings, events);
    for (Trained trained : result.trained()) {
      assertEquals(2, trained.points().size());
      RobustPoint last = trained.points().get(1);
      assertEquals(2.0, last.epochs(), 1e-9);
      Classifier network =
          new Classifier(compute, "x", settings.architecture(), trained.result().weights());
      assertEquals(Predictions.of(compute, network, digits.test()).accuracy(), last.clean(), 1e-12);
      AttackPlan fgsm = AttackPlan.defaults(Attacks.get("fgsm"), 7);
      try (PreparedAttack attack =
          PreparedAttack.of(compute, network, digits.test(), i -> i, fgsm)) {
        assertEquals(attack.accuracy(0.2), last.fgsm(), 1e-12);
      }
      assertTrue(last.pgd() <= last.fgsm() + 0.03, last.toString());
      assertTrue(
          events.contains(new RaceEvent.Measured(trained.method(), last)), "told on the way");
    }
  }

  @Test
  void pgdTrainingResists() {
    RaceResult result = race(settings(12, 2e-3, "standard", "pgd"), new ArrayList<>());
    double standard = result.trained().get(0).points().get(11).pgd();
    double robust = result.trained().get(1).points().get(11).pgd();
    assertTrue(robust > standard + 0.1, robust + " against " + standard);
  }

  @Test
  void aStoppedRaceKeepsWhatItTrained() throws Exception {
    try (JobRunner runner = new JobRunner()) {
      AtomicReference<JobHandle<RaceResult>> handle = new AtomicReference<>();
      List<RaceEvent> events = new ArrayList<>();
      RaceJob job = new RaceJob(compute, digits, settings(50, 1e-3, "standard", "fgsm"));
      handle.set(
          runner.submit(
              job,
              event -> {
                events.add(event);
                boolean second =
                    event instanceof RaceEvent.Batch batch
                        && batch.method().id().equals("fgsm")
                        && batch.batch().epochs() > 1.2;
                while (second && handle.get() == null) {
                  Thread.onSpinWait();
                }
                if (second) {
                  handle.get().cancel();
                }
              }));
      while (handle.get() == null) {
        Thread.onSpinWait();
      }
      RaceResult result = handle.get().future().get();
      assertTrue(result.stopped());
      assertEquals(2, result.trained().size());
      assertEquals(2, result.trained().get(0).result().epochs().size());
      assertEquals(1, result.trained().get(1).result().epochs().size());
      assertEquals(1, result.trained().get(1).points().size());
      assertEquals(100, result.trained().get(1).result().test().size());
    }
  }

  @Test
  void aTrainingThatExplodesLeavesTheOthersAlone() {
    RaceSettings wild =
        new RaceSettings(
            Architectures.get("mlp"),
            List.of(TrainingMethods.STANDARD, TrainingMethods.get("fgsm")),
            new TrainingSettings(OptimizerKind.SGD, 1e8, Schedule.CONSTANT, 0, 0, 64, 1, 7),
            AdversarialSettings.defaults(TrainingMethods.STANDARD, 0.2));
    RaceResult result = race(wild, new ArrayList<>());
    assertEquals(2, result.troubles().size());
    assertTrue(result.troubles().get(0).contains("smaller learning rate"), "says what to do");
    assertTrue(result.trained().isEmpty(), "nothing good was trained");
  }

  @Test
  void nobodyAndTwiceAreRefused() {
    assertThrows(LabException.class, () -> settings(1, 1e-3));
    assertThrows(LabException.class, () -> settings(1, 1e-3, "pgd", "pgd"));
  }

  @ParameterizedTest
  @CsvSource({
    "fgsm, 1, 0.95, 0.0, true",
    "fast, 1, 0.8, 0.45, true",
    "fgsm, 1, 0.9, 0.75, false",
    "pgd, 1, 0.93, 0.88, false",
    // measured at an epsilon that it has not met yet
    "pgd, 0.67, 0.76, 0.05, false",
    "fgsm, 0.99, 0.95, 0.0, false",
    // the gap of a network that nobody taught to resist is no overfitting
    "standard, 1, 0.4, 0.0, false"
  })
  void theAlarmLooksAtTheGap(String method, double ramp, double fgsm, double pgd, boolean rings) {
    Optional<Alarm> alarm =
        Alarm.look(TrainingMethods.get(method), 3, ramp, new RobustPoint(3, 0.98, fgsm, pgd));
    assertEquals(rings, alarm.isPresent());
    alarm.ifPresent(rang -> assertTrue(rang.sentence().contains("epoch 3"), rang.sentence()));
  }
}
