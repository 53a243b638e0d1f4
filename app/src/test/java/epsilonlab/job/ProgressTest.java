package epsilonlab.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void theFractionStaysInItsRange() {
    Progress progress = new Progress();
    assertEquals(0, progress.fraction());
    progress.reached(-3);
    assertEquals(0, progress.fraction());
    progress.reached(0.25);
    assertEquals(0.25, progress.fraction());
    progress.reached(7);
    assertEquals(1, progress.fraction());
  }

  @Test
  void noTimeLeftIsToldBeforeItCanBeKnown() {
    Progress progress = new Progress();
    progress.start();
    assertTrue(progress.secondsLeft().isEmpty());
    progress.reached(0.5);
    // whatever a slow machine did meanwhile, what is told follows from the seconds so far
    progress.secondsLeft().ifPresent(left -> assertTrue(left >= 0.3));
  }

  @Test
  void pausesDoNotCount() throws Exception {
    Progress progress = new Progress();
    progress.start();
    Thread.sleep(350);
    progress.reached(0.5);
    progress.setPaused(true);
    double before = progress.seconds();
    double leftBefore = progress.secondsLeft().getAsDouble();
    assertTrue(before >= 0.35);
    assertEquals(before, leftBefore, 1e-9, "the other half takes as long");
    Thread.sleep(300);
    assertEquals(before, progress.seconds(), "time stands still");
    long resumed = System.nanoTime();
    progress.setPaused(false);
    progress.end();
    double sinceResumed = (System.nanoTime() - resumed) / 1e9;
    assertTrue(progress.seconds() <= before + sinceResumed);
    Thread.sleep(20);
    assertEquals(progress.seconds(), progress.seconds(), "and so it does after the end");
  }

  @Test
  void aPauseThatTheEndFindsDoesNotCountEither() throws Exception {
    Progress progress = new Progress();
    progress.start();
    progress.setPaused(true);
    double before = progress.seconds();
    Thread.sleep(200);
    long ending = System.nanoTime();
    progress.end();
    assertTrue(progress.seconds() <= before + (System.nanoTime() - ending) / 1e9);
  }
}
