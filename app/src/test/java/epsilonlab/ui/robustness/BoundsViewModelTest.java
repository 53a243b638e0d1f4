package epsilonlab.ui.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.evaluation.Bound;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundsViewModelTest {
  @TempDir Path folder;
  private World world;
  private BoundsViewModel bounds;

  @BeforeEach
  void open() {
    world = new World(folder);
    bounds = new BoundsViewModel(world.session);
    world.useDigits(30);
    world.session.model().set(world.addModel("one"));
    bounds.count().text().set("12");
    bounds.epsilons().set("0.02; 0 0.01, 0.01");
    bounds.samples().text().set("20");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theBandAndTheSmoothingAreFoundForTheFirstDigits() throws Exception {
    bounds.runOrStop();
    assertTrue(bounds.isRunning());
    world.fx.until("both", () -> !bounds.isRunning());
    BoundsViewModel.Found found = bounds.found().get();
    assertEquals(List.of(0.0, 0.01, 0.02), found.bounds().stream().map(Bound::epsilon).toList());
    for (Bound bound : found.bounds()) {
      assertTrue(bound.certified() <= bound.strongestAttack(), bound.toString());
    }
    Bound clean = found.bounds().get(0);
    assertEquals(clean.strongestAttack(), clean.certified(), "no change, no doubt");
    // 20 of 20 certify sigma times the normal quantile of 0.001^(1/20) = 0.708, that is 0.547
    assertEquals(0.25 * 0.547, found.smoothing().largestRadius(), 1e-3);
    double previous = 1;
    for (var point : found.smoothed().points()) {
      assertTrue(point.certified() <= previous);
      previous = point.certified();
    }
    assertEquals(3, bounds.table().rows().size());
    world.rename(world.session.model().get(), "the same");
    assertEquals(found, bounds.found().get(), "only the card has changed");
    world.session.model().set(world.addModel("two"));
    assertNull(bounds.found().get(), "it was of another model");
  }

  @Test
  void whatRunsGoesOnWhenAnotherModelIsInUse() throws Exception {
    bounds.runOrStop();
    world.session.model().set(world.addModel("two"));
    assertTrue(bounds.isRunning());
    world.fx.until("both", () -> !bounds.isRunning());
    assertEquals("one", bounds.found().get().subject().model().card().name());
    assertEquals(3, bounds.found().get().bounds().size());
    bounds.forget();
    assertNull(bounds.found().get());
  }

  @Test
  void stoppedItKeepsNothingThatComesLater() throws Exception {
    bounds.runOrStop();
    bounds.runOrStop();
    assertFalse(bounds.isRunning());
    world.fx.until(
        "the jobs are over", () -> world.begun.stream().allMatch(job -> job.state().isOver()));
    world.fx.settle();
    assertEquals(List.of(), bounds.found().get().bounds());
    assertNull(bounds.found().get().smoothed());
    assertEquals(List.of(), world.failures);
  }

  @Test
  void whatIsTypedWronglyIsSaidInOneSentence() {
    bounds.epsilons().set("0, 1.2");
    bounds.runOrStop();
    assertEquals(
        "Epsilon is 1.2, but pixels are in [0, 1], so it must be from 0 to 1.",
        bounds.complaint().get());
    bounds.epsilons().set(" , ");
    bounds.runOrStop();
    assertEquals(
        "The epsilons are missing; type some, for example 0, 0.01, 0.05.",
        bounds.complaint().get());
    bounds.epsilons().set("0");
    bounds.sigma().text().set("none");
    bounds.runOrStop();
    assertEquals(
        "The noise σ is “none”, but must be a number from 0.01 to 10.", bounds.complaint().get());
    assertFalse(bounds.isRunning());
    assertNull(bounds.found().get());
  }
}
