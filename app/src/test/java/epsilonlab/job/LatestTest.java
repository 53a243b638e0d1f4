package epsilonlab.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.Cancellation;
import epsilonlab.engine.LabException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The delivering thread is the test's own: it takes calls from a queue, one when it wants to. */
class LatestTest {
  private final JobRunner runner = new JobRunner();
  private final BlockingQueue<Runnable> calls = new LinkedBlockingQueue<>();
  private final Latest<String> latest = new Latest<>(runner, calls::add);
  private final List<String> told = new ArrayList<>();

  @AfterEach
  void stop() {
    runner.close();
  }

  private void request(String name, CountDownLatch gate) {
    latest.request(
        Work.interactive(
            name,
            () -> {
              gate.await();
              return name;
            }),
        told::add,
        failure -> told.add("failed: " + failure.getMessage()));
  }

  private void deliverOne() throws InterruptedException {
    Runnable call = calls.poll(30, TimeUnit.SECONDS);
    assertTrue(call != null, "nothing was delivered");
    call.run();
  }

  private static final CountDownLatch OPEN = new CountDownLatch(0);

  @Test
  void theNewestReplacesTheOneThatWaits() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    request("first", gate);
    for (int i = 0; i < 20; i++) {
      request("middle " + i, OPEN);
    }
    request("last", OPEN);
    assertTrue(latest.isBusy());
    gate.countDown();
    deliverOne();
    deliverOne();
    assertEquals(List.of("first", "last"), told);
    assertFalse(latest.isBusy());
    assertTrue(calls.isEmpty());
  }

  @Test
  void resultsComeInTheOrderOfTheRequests() throws Exception {
    for (int round = 0; round < 200; round++) {
      request("a" + round, OPEN);
      request("b" + round, OPEN);
      deliverOne();
      request("c" + round, OPEN);
      deliverOne();
      if (latest.isBusy()) {
        deliverOne();
      }
    }
    assertFalse(latest.isBusy());
    int last = -1;
    for (String name : told) {
      int rank = Integer.parseInt(name.substring(1)) * 3 + name.charAt(0) - 'a';
      assertTrue(rank > last, told.toString());
      last = rank;
    }
    assertEquals("c199", told.get(told.size() - 1));
  }

  @Test
  void whatIsForgottenIsNeverDelivered() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    request("running", gate);
    request("waiting", OPEN);
    latest.forget();
    assertFalse(latest.isBusy());
    request("new", OPEN);
    gate.countDown();
    deliverOne();
    deliverOne();
    assertEquals(List.of("new"), told);
    assertFalse(latest.isBusy());
  }

  @Test
  void aResultThatIsAlreadyOnItsWayIsForgottenToo() throws Exception {
    request("done", OPEN);
    Runnable onItsWay = calls.poll(30, TimeUnit.SECONDS);
    latest.forget();
    request("new", OPEN);
    onItsWay.run();
    assertTrue(latest.isBusy(), "the old delivery is not the new request's end");
    deliverOne();
    assertEquals(List.of("new"), told);
    assertFalse(latest.isBusy());
  }

  @Test
  void forgettingCancelsWhatRuns() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    latest.request(
        Work.interactive(
            "endless",
            () -> {
              while (true) {
                started.countDown();
                Cancellation.check();
                Thread.onSpinWait();
              }
            }),
        told::add,
        failure -> told.add("failed"));
    started.await();
    latest.forget();
    deliverOne();
    assertEquals(List.of(), told);
  }

  @Test
  void aFailureIsToldAndTheNextRequestRuns() throws Exception {
    latest.request(
        Work.interactive(
            "bad",
            () -> {
              throw new LabException("no digit");
            }),
        told::add,
        failure -> told.add("failed: " + failure.getMessage()));
    request("good", OPEN);
    deliverOne();
    deliverOne();
    assertEquals(List.of("failed: no digit", "good"), told);
  }
}
