package epsilonlab.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.job.JobHandle;
import epsilonlab.job.JobRunner;
import epsilonlab.ui.Message;
import epsilonlab.ui.Messages;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobListTest {
  private final JobRunner runner = new JobRunner();
  // one thread at a time, as on the FX thread
  private final Executor fx =
      body -> {
        synchronized (runner) {
          body.run();
        }
      };
  private final Messages messages = new Messages(fx);
  private final JobList jobs = new JobList(runner, messages, fx);

  @AfterEach
  void close() {
    runner.close();
  }

  private JobHandle<Void> submit(String name, Callable<Void> body) {
    return runner.submit(
        new Job<Void, Void>() {
          @Override
          public String name() {
            return name;
          }

          @Override
          public Void run(JobContext<Void> context) throws Exception {
            return body.call();
          }
        });
  }

  @Test
  void theRunningJobIsShownAndThoseBehindItAreCounted() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    submit(
        "first",
        () -> {
          started.countDown();
          release.await();
          return null;
        });
    submit("second", () -> null);
    JobHandle<Void> third = submit("third", () -> null);
    started.await();
    fx.execute(jobs::refresh);
    assertEquals("first", jobs.name().get());
    assertEquals("+2 waiting", jobs.waiting().get());
    fx.execute(() -> jobs.cancel(jobs.entries().get(0)));
    assertEquals("+1 waiting", jobs.waiting().get());
    assertEquals("Cancelled", jobs.entries().get(0).says().get());
    release.countDown();
    assertTrue(third.future().handle((done, failure) -> failure != null).get());
    fx.execute(jobs::refresh);
    assertFalse(jobs.busy().get());
    assertEquals(
        List.of("third", "second", "first"),
        jobs.entries().stream().map(entry -> entry.job().name()).toList());
  }

  @Test
  void fiftyJobsAreKept() throws Exception {
    for (int i = 0; i < 60; i++) {
      submit("job " + i, () -> null).future().get();
    }
    assertEquals(50, jobs.entries().size());
    assertEquals("job 59", jobs.entries().get(0).job().name());
  }

  @Test
  void aSentenceIsShownAsItIsAndAnythingElseIsNotSpeltOut() {
    submit(
        "bad",
        () -> {
          throw new LabException("Choose fewer epochs.");
        });
    JobHandle<Void> worse =
        submit(
            "worse",
            () -> {
              throw new IllegalStateException("private detail");
            });
    worse.future().handle((done, failure) -> null).join();
    // the runner's thread tells us after it has completed the future
    submit("last", () -> null).future().join();
    List<String> sentences = messages.shown().stream().map(Message::sentence).toList();
    assertEquals("Choose fewer epochs.", sentences.get(0));
    assertTrue(sentences.get(1).contains("IllegalStateException"));
    assertFalse(sentences.get(1).contains("private detail"));
    assertEquals("Choose fewer epochs.", jobs.entries().get(2).says().get());
  }

  @Test
  void atMostThreeMessagesAndNoneTwice() {
    for (String sentence : List.of("a", "b", "c", "d", "c")) {
      messages.info(sentence);
    }
    assertEquals(List.of("b", "d", "c"), messages.shown().stream().map(Message::sentence).toList());
  }

  @Test
  void timesAreSaidInTheUnitThatFits() {
    assertEquals("1 s", JobText.duration(0.2));
    assertEquals("59 s", JobText.duration(59.4));
    assertEquals("1 min", JobText.duration(60));
    assertEquals("1 h 0 min", JobText.duration(3599));
    assertEquals("2 h 5 min", JobText.duration(7500));
    assertEquals("99 %", JobText.percent(0.9999));
    assertEquals("29 %", JobText.percent(0.29));
  }
}
