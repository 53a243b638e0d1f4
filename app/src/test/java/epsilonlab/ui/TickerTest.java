package epsilonlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What calls again and again, with a queue in the place of the FX thread. */
class TickerTest {
  private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final Ticker ticker = new Ticker(fx::add, 1, calls::incrementAndGet);

  private Runnable next() throws InterruptedException {
    Runnable next = fx.poll(60, TimeUnit.SECONDS);
    assertNotNull(next, "it plays");
    return next;
  }

  private void nothingMoreComes() throws InterruptedException {
    assertNull(fx.poll(200, TimeUnit.MILLISECONDS));
  }

  @Test
  void callsUntilItIsStopped() throws Exception {
    nothingMoreComes();
    ticker.play();
    for (int round = 1; round <= 3; round++) {
      next().run();
      assertEquals(round, calls.get());
    }
    Runnable onItsWay = next();
    ticker.stop();
    onItsWay.run();
    assertEquals(3, calls.get());
    nothingMoreComes();
  }

  @Test
  void playingAgainAndAgainIsOneRound() throws Exception {
    ticker.play();
    ticker.play();
    Runnable ofBefore = next();
    ticker.stop();
    ticker.play();
    ofBefore.run();
    assertEquals(0, calls.get(), "that round was stopped");
    next().run();
    assertEquals(1, calls.get());
    next();
    nothingMoreComes();
  }

  @Test
  void oneCallThatFailsIsNotTheLast() throws Exception {
    Ticker failing =
        new Ticker(
            fx::add,
            1,
            () -> {
              calls.incrementAndGet();
              throw new IllegalStateException("of the call");
            });
    failing.play();
    for (int round = 1; round <= 2; round++) {
      try {
        next().run();
      } catch (IllegalStateException told) {
        assertEquals("of the call", told.getMessage());
      }
      assertEquals(round, calls.get());
    }
  }
}
