package epsilonlab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComputeTest {
  @Test
  void resultsComeInTheOrderOfTheShards() {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 4)) {
      List<Integer> expected = IntStream.range(0, 1000).map(i -> i * i).boxed().toList();
      assertEquals(expected, compute.map(1000, i -> i * i));
    }
  }

  @Test
  void shardsCoverEveryItemOnce() {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 2)) {
      int items = 2 * compute.shardSize(1000) + 7;
      List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
      compute.mapShards(
          items, (from, to) -> IntStream.range(from, to).boxed().map(seen::add).toList());
      Collections.sort(seen);
      assertEquals(IntStream.range(0, items).boxed().toList(), seen);
    }
  }

  @Test
  void aFailureReachesTheCaller() {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 2)) {
      assertThrows(
          LabException.class,
          () ->
              compute.map(
                  10,
                  i -> {
                    throw new LabException("shard " + i);
                  }));
      assertEquals(List.of(1), compute.map(1, i -> 1));
    }
  }

  @Test
  void aCancelledMapStops() {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 1)) {
      Cancellation cancellation = new Cancellation();
      List<Integer> done = new ArrayList<>();
      cancellation.during(
          () ->
              assertThrows(
                  CancellationException.class,
                  () ->
                      compute.map(
                          100,
                          i -> {
                            done.add(i);
                            if (i == 4) {
                              cancellation.cancel();
                            }
                            return i;
                          })));
      assertEquals(List.of(0, 1, 2, 3, 4), done);
    }
  }

  @Test
  void interactiveWorkOvertakesBackgroundWork() throws Exception {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 1)) {
      List<String> order = Collections.synchronizedList(new ArrayList<>());
      CountDownLatch started = new CountDownLatch(1);
      CountDownLatch waiting = new CountDownLatch(1);
      Thread background =
          new Thread(
              () ->
                  compute.map(
                      5,
                      i -> {
                        started.countDown();
                        await(waiting);
                        order.add("background " + i);
                        return null;
                      }));
      background.start();
      started.await();
      Thread interactive =
          new Thread(
              () ->
                  Compute.withPriority(
                      Priority.INTERACTIVE, () -> compute.map(1, i -> order.add("interactive"))));
      interactive.start();
      while (interactive.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      waiting.countDown();
      background.join();
      interactive.join();
      assertEquals(1, order.indexOf("interactive"));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aShardMayShardAgain() {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 2)) {
      List<Integer> sums =
          compute.map(
              6, i -> compute.map(4, k -> i * k).stream().mapToInt(Integer::intValue).sum());
      assertEquals(List.of(0, 6, 12, 18, 24, 30), sums);
    }
  }

  @Test
  void seedsSplitWithoutRepeating() {
    Seed seed = Seed.of(0);
    List<Long> drawn = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      drawn.add(seed.split(i).generator().nextLong());
      drawn.add(seed.split("purpose").split(i).generator().nextLong());
      drawn.add(Seed.of(i + 1).generator().nextLong());
    }
    assertEquals(3000, drawn.stream().distinct().count());
    assertEquals(drawn.get(0), Seed.of(0).split(0).generator().nextLong());
  }

  @Test
  void impossibleDevicesAreSaidInOneSentence() {
    LabException tooMany =
        assertThrows(LabException.class, () -> Compute.start(DeviceChoice.CPU, -1));
    assertTrue(tooMany.getMessage().contains("-1"));
  }
}
