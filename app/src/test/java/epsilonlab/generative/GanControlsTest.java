package epsilonlab.generative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.generative.GanControls.Turn;
import epsilonlab.job.JobHandle;
import epsilonlab.job.JobRunner;
import epsilonlab.model.Weights;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GanControlsTest {
  private static final FullyConnectedGan GAN =
      new FullyConnectedGan(4, List.of(12), List.of(16), 0.3);
  private static final int BATCH = 60;

  private static Compute compute;
  private static DataSet digits;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    digits = SyntheticDigits.generate(6, 200, 20);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static GanSettings settings(GanControls controls) {
    return new GanSettings(GAN, GeneratorLoss.NON_SATURATING, controls, BATCH, 5, 3);
  }

  /** A learner, asked for one turn after the other. */
  private static final class Player implements AutoCloseable {
    final GanControls controls;
    final DeviceImages images = DeviceImages.upload(compute, digits.train(), 0, 200);
    final NDManager manager = compute.newManager();
    final GanLearner learner;
    final NDArray order;
    int step;

    Player(GanControls controls) {
      this.controls = controls;
      GanSettings settings = settings(controls);
      learner = (GanLearner) settings.learner(compute, images, digits, settings.freshWeights());
      order =
          compute.call(
              () -> Tensors.keep(Tensors.of(manager, Seed.of(1).permutation(200)), manager));
      controls.setStepping(true);
    }

    GanBatch play(Turn turn) {
      controls.step(turn);
      GanBatch batch = learner.learn(order, 0, BATCH, step);
      step++;
      return batch;
    }

    Weights weights(String player) {
      return Gan.plain(learner.weights(), player);
    }

    @Override
    public void close() {
      learner.close();
      manager.close();
      images.close();
    }
  }

  @Test
  void aTurnMovesOnlyThePlayerWhoseTurnItIs() {
    int before = compute.longLivedArrays();
    try (Player player = new Player(new GanControls(1e-3, 1))) {
      Weights generator = player.weights(Gan.GENERATOR);
      Weights discriminator = player.weights(Gan.DISCRIMINATOR);
      player.play(Turn.DISCRIMINATOR);
      assertEquals(generator, player.weights(Gan.GENERATOR));
      Weights taught = player.weights(Gan.DISCRIMINATOR);
      assertNotEquals(discriminator, taught);
      player.play(Turn.GENERATOR);
      assertEquals(taught, player.weights(Gan.DISCRIMINATOR));
      assertNotEquals(generator, player.weights(Gan.GENERATOR));
      generator = player.weights(Gan.GENERATOR);
      player.play(Turn.BOTH);
      assertNotEquals(taught, player.weights(Gan.DISCRIMINATOR));
      assertNotEquals(generator, player.weights(Gan.GENERATOR));
    }
    assertEquals(before, compute.longLivedArrays());
  }

  @Test
  void bothIsTheDiscriminatorsStepsAndThenTheGenerators() {
    Weights one;
    try (Player alone = new Player(new GanControls(1e-3, 7))) {
      alone.play(Turn.DISCRIMINATOR);
      one = alone.weights(Gan.DISCRIMINATOR);
    }
    try (Player both = new Player(new GanControls(1e-3, 1))) {
      both.play(Turn.BOTH);
      assertEquals(one, both.weights(Gan.DISCRIMINATOR), "in step mode a turn is one step");
    }
    // each step of Adam moves a weight by at most about the learning rate
    double rate = 1e-3;
    try (Player many = new Player(new GanControls(rate, 7))) {
      Weights before = many.weights(Gan.DISCRIMINATOR);
      many.play(Turn.BOTH);
      double moved = largestMove(before, many.weights(Gan.DISCRIMINATOR));
      assertTrue(moved > 5 * rate && moved < 8 * rate, "moved " + moved);
    }
  }

  private static double largestMove(Weights before, Weights after) {
    double largest = 0;
    for (String name : before.names()) {
      float[] then = before.get(name).values();
      float[] now = after.get(name).values();
      for (int i = 0; i < now.length; i++) {
        largest = Math.max(largest, Math.abs(now[i] - then[i]));
      }
    }
    return largest;
  }

  @Test
  void theLearningRateMayChangeOnTheWay() {
    try (Player player = new Player(new GanControls(4e-3, 1))) {
      Weights start = player.weights(Gan.DISCRIMINATOR);
      player.play(Turn.DISCRIMINATOR);
      Weights first = player.weights(Gan.DISCRIMINATOR);
      // the first step of Adam is the learning rate itself
      assertEquals(4e-3, largestMove(start, first), 1e-4);
      player.controls.setLearningRate(2e-5);
      player.play(Turn.DISCRIMINATOR);
      double moved = largestMove(first, player.weights(Gan.DISCRIMINATOR));
      assertTrue(moved > 1e-5 && moved < 1e-4, "moved " + moved);
    }
  }

  @Test
  void waitingEndsWithAStepWithTheModeOrWithACancellation() throws Exception {
    GanControls controls = new GanControls(1e-3, 1);
    assertEquals(Turn.BOTH, controls.next());
    controls.setStepping(true);
    CompletableFuture<Turn> waiting = CompletableFuture.supplyAsync(controls::next);
    Thread.sleep(60);
    assertEquals(false, waiting.isDone());
    controls.step(Turn.GENERATOR);
    assertEquals(Turn.GENERATOR, waiting.get(60, TimeUnit.SECONDS));
    waiting = CompletableFuture.supplyAsync(controls::next);
    controls.setStepping(false);
    assertEquals(Turn.BOTH, waiting.get(60, TimeUnit.SECONDS));
    controls.setStepping(true);
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Void> cancelled =
        CompletableFuture.runAsync(
            () ->
                cancellation.during(
                    () -> assertThrows(CancellationException.class, controls::next)));
    cancellation.cancel();
    cancelled.get(60, TimeUnit.SECONDS);
  }

  @Test
  void aJobInStepModeWaitsShowsEveryBatchAndCanBeStopped() throws Exception {
    GanControls controls = new GanControls(1e-3, 1);
    controls.setStepping(true);
    LinkedBlockingQueue<GenerativeEvent<GanBatch, GanEpoch>> events = new LinkedBlockingQueue<>();
    try (JobRunner runner = new JobRunner()) {
      JobHandle<GenerativeResult<GanEpoch>> handle =
          runner.submit(
              new GenerativeJob<>(compute, digits, settings(controls), Optional.empty()),
              events::add);
      assertTrue(events.poll(60, TimeUnit.SECONDS) instanceof GenerativeEvent.EpochDone);
      for (Turn turn : List.of(Turn.DISCRIMINATOR, Turn.GENERATOR)) {
        assertEquals(null, events.poll(50, TimeUnit.MILLISECONDS), "it did not wait");
        controls.step(turn);
        assertTrue(events.poll(60, TimeUnit.SECONDS) instanceof GenerativeEvent.BatchDone);
        assertTrue(events.poll(60, TimeUnit.SECONDS) instanceof GenerativeEvent.Glimpse);
      }
      handle.cancel();
      GenerativeResult<GanEpoch> result = handle.future().get(60, TimeUnit.SECONDS);
      assertEquals(2, result.steps());
      assertTrue(result.stopped());
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    GanControls controls = new GanControls(1e-3, 1);
    for (double rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(LabException.class, () -> controls.setLearningRate(rate));
    }
    for (int steps : new int[] {0, 101}) {
      String said =
          assertThrows(LabException.class, () -> controls.setDiscriminatorSteps(steps))
              .getMessage();
      assertTrue(said.contains("from 1 to 100"), said);
    }
    assertEquals(1e-3, controls.learningRate());
    assertEquals(1, controls.discriminatorSteps());
  }
}
