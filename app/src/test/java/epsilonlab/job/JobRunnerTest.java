package epsilonlab.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import epsilonlab.job.JobHandle.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
  private JobRunner runner;

  @BeforeEach
  void start() {
    runner = new JobRunner();
  }

  @AfterEach
  void stop() {
    runner.close();
  }

  private static <T> T get(JobHandle<T> handle) throws Exception {
    return handle.future().get(30, TimeUnit.SECONDS);
  }

  private static Throwable failure(JobHandle<?> handle) {
    return assertThrows(ExecutionException.class, () -> get(handle)).getCause();
  }

  @Test
  void backgroundJobsRunInTheOrderInWhichTheyCame() throws Exception {
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    List<JobHandle<Integer>> handles = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int own = i;
      handles.add(
          runner.submit(
              Work.background(
                  "job " + i,
                  () -> {
                    order.add(own);
                    Thread.yield();
                    order.add(own);
                    return own;
                  })));
    }
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      assertEquals(i, get(handles.get(i)));
      expected.add(i);
      expected.add(i);
    }
    assertEquals(expected, order, "one at a time, first come first served");
  }

  @Test
  void aJobThatTheUserWaitsForRunsBesideALongOne() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    JobHandle<String> background =
        runner.submit(
            Work.background(
                "long",
                () -> {
                  release.await();
                  return "long";
                }));
    assertEquals("now", get(runner.submit(Work.interactive("click", () -> "now"))));
    assertEquals("soon", get(runner.submit(Work.following("drag", () -> "soon"))));
    assertFalse(background.state().isOver());
    release.countDown();
    assertEquals("long", get(background));
    assertEquals(State.DONE, background.state());
  }

  @Test
  void aJobCancelledWhileItWaitsNeverRuns() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    List<String> ran = Collections.synchronizedList(new ArrayList<>());
    JobHandle<Boolean> first =
        runner.submit(Work.background("first", () -> release.await(30, TimeUnit.SECONDS)));
    JobHandle<Boolean> second = runner.submit(Work.background("second", () -> ran.add("second")));
    JobHandle<Boolean> third = runner.submit(Work.background("third", () -> ran.add("third")));
    assertEquals(State.WAITING, second.state());
    second.cancel();
    release.countDown();
    assertTrue(get(third));
    assertEquals(List.of("third"), ran);
    assertTrue(get(first));
    assertThrows(CancellationException.class, () -> get(second));
    assertEquals(State.CANCELLED, second.state());
  }

  /** Loops until it is cancelled, or for ever. */
  private static final class Endless implements Job<Integer, Integer> {
    final CountDownLatch started = new CountDownLatch(1);
    final boolean keeps;

    Endless(boolean keeps) {
      this.keeps = keeps;
    }

    @Override
    public String name() {
      return "endless";
    }

    @Override
    public Integer run(JobContext<Integer> context) {
      for (int i = 0; ; i++) {
        if (keeps && context.isCancelled()) {
          return 42;
        }
        if (!keeps) {
          context.check();
        } else {
          context.waitWhilePaused();
        }
        context.emit(i);
        started.countDown();
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aRunningJobIsCancelled() throws Exception {
    Endless job = new Endless(false);
    JobHandle<Integer> handle = runner.submit(job);
    job.started.await();
    assertEquals(State.RUNNING, handle.state());
    handle.cancel();
    assertThrows(CancellationException.class, () -> get(handle));
    assertEquals(State.CANCELLED, handle.state());
    assertEquals("next", get(runner.submit(Work.background("next", () -> "next"))));
  }

  @Test
  void aJobThatKeepsWhatItHasEndsWithAResult() throws Exception {
    Endless job = new Endless(true);
    JobHandle<Integer> handle = runner.submit(job);
    job.started.await();
    handle.cancel();
    assertEquals(42, get(handle));
    assertEquals(State.DONE, handle.state());
  }

  @Test
  void aPausedJobHoldsAndCanBeCancelled() throws Exception {
    Endless job = new Endless(false);
    List<Integer> events = Collections.synchronizedList(new ArrayList<>());
    List<State> states = Collections.synchronizedList(new ArrayList<>());
    runner.onChange(changed -> states.add(changed.state()));
    JobHandle<Integer> handle = runner.submit(job, events::add);
    job.started.await();
    handle.setPaused(true);
    assertEquals(State.PAUSED, handle.state());
    int settled;
    do {
      settled = events.size();
      Thread.sleep(100);
    } while (events.size() > settled);
    handle.setPaused(false);
    assertEquals(State.RUNNING, handle.state());
    while (events.size() == settled) {
      Thread.onSpinWait();
    }
    handle.setPaused(true);
    handle.cancel();
    assertThrows(CancellationException.class, () -> get(handle));
    assertEquals(
        List.of(
            State.WAITING,
            State.RUNNING,
            State.PAUSED,
            State.RUNNING,
            State.PAUSED,
            State.CANCELLED),
        states);
  }

  @Test
  void aPauseThatMeetsTheEndDoesNotBringTheJobBack() throws Exception {
    CompletableFuture<JobContext<Void>> context = new CompletableFuture<>();
    CountDownLatch end = new CountDownLatch(1);
    JobHandle<String> handle =
        runner.submit(
            new Job<Void, String>() {
              @Override
              public String name() {
                return "short";
              }

              @Override
              public String run(JobContext<Void> own) throws Exception {
                context.complete(own);
                end.await();
                return "done";
              }
            });
    Thread pausing = new Thread(() -> handle.setPaused(true));
    // while the context is locked, the pause stands between its look at the state and its effect
    synchronized (context.get(30, TimeUnit.SECONDS)) {
      pausing.start();
      while (pausing.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
      end.countDown();
      assertEquals("done", get(handle));
    }
    pausing.join();
    assertEquals(State.DONE, handle.state());
  }

  @Test
  void failuresReachTheFuture() {
    LabException told = new LabException("Nothing works; try another day.");
    JobHandle<Object> lab =
        runner.submit(
            Work.background(
                "lab",
                () -> {
                  throw told;
                }));
    assertSame(told, failure(lab));
    assertEquals(State.FAILED, lab.state());
    JobHandle<Object> error =
        runner.submit(
            Work.background(
                "error",
                () -> {
                  throw new OutOfMemoryError("no room");
                }));
    assertEquals("no room", failure(error).getMessage());
    assertEquals(State.FAILED, error.state());
  }

  @Test
  void onlyBackgroundJobsAreShown() throws Exception {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    runner.onChange(handle -> seen.add(handle.name() + " " + handle.state()));
    get(runner.submit(Work.interactive("click", () -> 1)));
    get(runner.submit(Work.background("train", () -> 1)));
    assertEquals(List.of("train WAITING", "train RUNNING", "train DONE"), seen);
  }

  @Test
  void whoWaitsForTheEndSeesWhatACancelledJobKept() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    List<String> kept = Collections.synchronizedList(new ArrayList<>());
    runner.submit(
        Work.background(
            "training",
            () -> {
              running.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException cancelled) {
                Thread.sleep(200);
                kept.add("the last epoch");
              }
              return null;
            }));
    assertTrue(running.await(120, TimeUnit.SECONDS));
    runner.close();
    assertFalse(runner.awaitEnd(Duration.ZERO), "it is still at it");
    assertTrue(runner.awaitEnd(Duration.ofMinutes(2)));
    assertEquals(List.of("the last epoch"), kept);
  }
}
