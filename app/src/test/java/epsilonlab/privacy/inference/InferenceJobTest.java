package epsilonlab.privacy.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.JobContext;
import epsilonlab.model.Architectures;
import epsilonlab.privacy.ConfidenceInterval;
import epsilonlab.privacy.Roc;
import epsilonlab.training.OptimizerKind;
import epsilonlab.training.Schedule;
import epsilonlab.training.TrainingSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InferenceJobTest {
  private static final List<MembershipAttack> ALL = List.of(MembershipAttack.values());
  private static Compute compute;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
  }

  @AfterAll
  static void end() {
    compute.close();
  }

  private static InferenceSettings settings(int shadows, boolean offline, long seed) {
    return new InferenceSettings(ALL, shadows, offline, Lira.Spread.GLOBAL, seed);
  }

  private static Roc roc(InferenceResult result, MembershipAttack attack) {
    return result.outcomes().stream()
        .filter(outcome -> outcome.attack() == attack)
        .findFirst()
        .orElseThrow()
        .roc();
  }

  /** Labels are random, so everything that is right was learnt by heart. */
  @Test
  void everyAttackFindsWhatAModelLearntByHeart() {
    for (boolean offline : new boolean[] {false, true}) {
      Candidates candidates = Candidates.of(RandomImages.dataSet(200, 60, 7), 30);
      InferenceResult found =
          new InferenceJob(
                  compute,
                  candidates,
                  Optional.empty(),
                  new LogisticTrainer(compute, 10),
                  settings(6, offline, 1))
              .run(JobContext.of(event -> {}));
      assertEquals(1, found.memberAccuracy());
      for (MembershipAttack attack : ALL) {
        boolean blind = attack.score() == Score.CONFIDENCE;
        double auc = roc(found, attack).auc();
        assertTrue(auc > (blind ? 0.7 : 0.85), attack + " offline " + offline + ": " + auc);
      }
      // the attack "right or wrong" is the gap between the accuracies, exactly
      assertEquals(
          (found.memberAccuracy() + 1 - found.otherAccuracy()) / 2,
          roc(found, MembershipAttack.CORRECT).best().confusion().balancedAccuracy(),
          1e-12);
    }
  }

  /** The target learnt neither side, so the interval of each area must hold 0.5 as it says. */
  @Test
  void aModelWithoutALeakGivesNothingAway() {
    int trials = 12;
    int[] held = new int[ALL.size()];
    for (int t = 0; t < trials; t++) {
      Candidates candidates = Candidates.of(RandomImages.dataSet(100, 30, 100 + 2 * t), 30);
      LogisticTrainer trainer = new LogisticTrainer(compute, 0.1);
      Target target = trainer.train(candidates.pool(), Seed.of(t), part -> {});
      InferenceResult found =
          new InferenceJob(
                  compute, candidates, Optional.of(target), trainer, settings(4, t % 2 == 0, t))
              .run(JobContext.of(event -> {}));
      for (int a = 0; a < held.length; a++) {
        ConfidenceInterval interval = found.outcomes().get(a).roc().aucInterval(0.95);
        held[a] += interval.contains(0.5) ? 1 : 0;
      }
    }
    // of 12 intervals of 95 %, fewer than 8 hold once in thousands of times
    for (int a = 0; a < held.length; a++) {
      assertTrue(held[a] >= 8, ALL.get(a) + " held " + held[a]);
    }
  }

  @Test
  void theSameBitsForAnyNumberOfThreads() {
    List<InferenceResult> found = new ArrayList<>();
    for (int threads = 1; threads <= 3; threads++) {
      try (Compute own = Compute.start(DeviceChoice.CPU, threads)) {
        found.add(
            new InferenceJob(
                    own,
                    Candidates.of(RandomImages.dataSet(60, 60, 3), 20),
                    Optional.empty(),
                    new LogisticTrainer(own, 1),
                    settings(4, false, 2))
                .run(JobContext.of(event -> {})));
      }
    }
    assertEquals(found.get(0).outcomes(), found.get(1).outcomes());
    assertEquals(found.get(0).outcomes(), found.get(2).outcomes());
  }

  @Test
  void plainAttacksAnswerBeforeShadowModelsAreTrained() {
    List<InferenceEvent> events = new ArrayList<>();
    new InferenceJob(
            compute,
            Candidates.of(RandomImages.dataSet(60, 60, 3), 20),
            Optional.empty(),
            new LogisticTrainer(compute, 1),
            settings(4, false, 2))
        .run(JobContext.of(events::add));
    assertTrue(events.get(0) instanceof InferenceEvent.Asked);
    List<MembershipAttack> order =
        events.stream()
            .filter(event -> event instanceof InferenceEvent.Found)
            .map(event -> ((InferenceEvent.Found) event).outcome().attack())
            .toList();
    assertEquals(ALL, order);
    int trained = events.indexOf(new InferenceEvent.Trained(1, 4));
    int margin = 1 + ALL.indexOf(MembershipAttack.MARGIN);
    assertTrue(trained > margin && trained < events.size() - 5, "trained at " + trained);
  }

  @Test
  void ownNetworksAreTargetsAndShadowsToo() {
    TrainingSettings training =
        new TrainingSettings(OptimizerKind.ADAM, 5e-3, Schedule.CONSTANT, 0.9, 0, 10, 25, 0);
    InferenceResult found =
        new InferenceJob(
                compute,
                Candidates.of(RandomImages.dataSet(60, 60, 9), 40),
                Optional.empty(),
                new NetworkTrainer(compute, Architectures.get("mlp"), training),
                settings(4, false, 2))
            .run(JobContext.of(event -> {}));
    assertTrue(found.memberAccuracy() > 0.9, "learnt " + found.memberAccuracy());
    assertTrue(roc(found, MembershipAttack.LOSS).auc() > 0.85);
    assertTrue(roc(found, MembershipAttack.LIRA).auc() > 0.75);
    assertTrue(found.otherAccuracy() < 0.4);
  }

  @Test
  void aCancelledAttackEndsWithinATraining() {
    int[] calls = new int[1];
    ShadowTrainer slow =
        new ShadowTrainer() {
          @Override
          public String describe() {
            return "a training that asks whether it should go on";
          }

          @Override
          public Target train(
              epsilonlab.data.ImageSet chosen,
              Seed seed,
              java.util.function.DoubleConsumer progress) {
            for (int i = 0; i < 1000; i++) {
              calls[0]++;
              if (calls[0] == 5) {
                throw new CancellationException("cancelled");
              }
              progress.accept(i / 1000.0);
            }
            throw new IllegalStateException("not cancelled");
          }
        };
    InferenceJob job =
        new InferenceJob(
            compute,
            Candidates.of(RandomImages.dataSet(60, 60, 9), 20),
            Optional.empty(),
            slow,
            settings(4, false, 2));
    assertThrows(CancellationException.class, () -> job.run(JobContext.of(event -> {})));
    assertEquals(5, calls[0]);
  }

  @Test
  void halvesPartTheCandidates() {
    DataSet data = RandomImages.dataSet(30, 30, 4);
    Candidates candidates = Candidates.of(data, 10);
    List<Integer> sizes = new ArrayList<>();
    int[] learnt = new int[20];
    ShadowTrainer counting =
        new ShadowTrainer() {
          @Override
          public String describe() {
            return "counts";
          }

          @Override
          public Target train(
              epsilonlab.data.ImageSet chosen,
              Seed seed,
              java.util.function.DoubleConsumer progress) {
            sizes.add(chosen.size());
            for (int i = 0; i < chosen.size(); i++) {
              for (int j = 0; j < 20; j++) {
                learnt[j] += Arrays.equals(chosen.image(i), candidates.all().image(j)) ? 1 : 0;
              }
            }
            return images ->
                new Answers(
                    Seed.of(sizes.size()).generator().doubles(10L * images.size()).toArray(),
                    images.labels());
          }
        };
    new InferenceJob(
            compute,
            candidates,
            Optional.of(images -> new Answers(new double[200], images.labels())),
            counting,
            settings(6, false, 1))
        .run(JobContext.of(event -> {}));
    assertEquals(List.of(10, 10, 10, 10, 10, 10), sizes);
    int[] half = new int[20];
    Arrays.fill(half, 3);
    assertArrayEquals(half, learnt, "every candidate is in three of six");
  }

  @Test
  void badInputIsOneSentence() {
    DataSet data = RandomImages.dataSet(60, 50, 3);
    says("from 2 to 50", () -> Candidates.of(data, 51));
    says("from 2 to 50", () -> Candidates.of(data, 1));
    says("above 0", () -> new LogisticTrainer(compute, 0));
    says("above 0", () -> new LogisticTrainer(compute, -1));
    says("even", () -> settings(5, false, 0));
    says("from 4 to 1024", () -> settings(2, false, 0));
    says("at least one", () -> new InferenceSettings(List.of(), 4, false, Lira.Spread.GLOBAL, 0));
    says("calibrated-loss", () -> MembershipAttack.of("telepathy"));
    says(
        "choose a smaller n",
        () ->
            new InferenceJob(
                compute,
                Candidates.of(data, 50),
                Optional.empty(),
                new LogisticTrainer(compute, 1),
                settings(4, true, 0)));
    says(
        "not numbers",
        () ->
            new InferenceJob(
                    compute,
                    Candidates.of(data, 5),
                    Optional.of(
                        images -> {
                          double[] logits = new double[100];
                          logits[7] = Double.NaN;
                          return new Answers(logits, images.labels());
                        }),
                    new LogisticTrainer(compute, 1),
                    settings(4, false, 0))
                .run(JobContext.of(event -> {})));
  }

  private static void says(String words, org.junit.jupiter.api.function.Executable body) {
    String message = assertThrows(LabException.class, body).getMessage();
    assertTrue(message.contains(words), message);
  }
}
