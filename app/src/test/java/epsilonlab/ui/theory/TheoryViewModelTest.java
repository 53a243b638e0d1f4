package epsilonlab.ui.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSets;
import epsilonlab.theory.CheckJob;
import epsilonlab.theory.CheckResult;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.capsule.WindowCapsules;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheoryViewModelTest {
  private final QueuedFx fx = new QueuedFx();
  private final LabServices services = SessionServices.with(fx, new TestDialogs());

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private TheoryViewModel model() {
    return new TheoryViewModel(services.session(), TheoryPages.ALL);
  }

  @Test
  void thePageIsRemembered() {
    TheoryViewModel model = model();
    assertEquals("linear-adversary", model.page().get().theorem().id());
    model.move(-1);
    assertEquals("linear-adversary", model.page().get().theorem().id());
    model.move(2);
    assertEquals("robust-regression", model.page().get().theorem().id());
    assertEquals("robust-regression", model().page().get().theorem().id());
    model.move(100);
    assertEquals(TheoryPages.ALL.get(TheoryPages.ALL.size() - 1), model.page().get());
  }

  @Test
  void aCheckRunsTellsAndIsKept() throws Exception {
    TheoryViewModel model = model();
    TheoremCheck check = model.check(model.page().get());
    assertNull(check.result().get());
    check.startOrStop();
    assertTrue(check.running().get());
    fx.until("the check", () -> !check.running().get());
    CheckResult found = check.result().get();
    assertEquals(CheckJob.USUAL_INSTANCES, found.instances());
    assertTrue(found.holds());
    assertTrue(found.largestDifference() < 1e-9);
    model.move(1);
    model.move(-1);
    assertEquals(found, model.check(model.page().get()).result().get());
  }

  @Tag("full")
  @Test
  void aCheckVerifiesFromACapsule(@TempDir Path folder) throws Exception {
    services.session().seed().set(9);
    services
        .session()
        .useData(
            DataSets.load(Optional.empty(), "synthetic", services.session().home().downloads(), 0));
    TheoryViewModel model = model();
    TheoremCheck check = model.check(model.page().get());
    assertTrue(check.repeat().isEmpty());
    check.startOrStop();
    fx.until("the check", () -> !check.running().get());
    // the check stays that of the seed that it was made with
    services.session().seed().set(10);
    WindowCapsules.assertVerifies(
        services.session(),
        folder,
        "theory",
        check.repeat().stream().toList(),
        "claims[0].largest_difference",
        "theory");
  }

  @Test
  void aStoppedCheckSaysNothing() throws Exception {
    TheoremCheck check = model().check(TheoryPages.ALL.get(1));
    check.startOrStop();
    fx.until("the first cases", () -> check.result().get() != null);
    check.startOrStop();
    assertFalse(check.running().get());
    assertNull(check.result().get());
    Thread.sleep(50);
    fx.settle();
    assertNull(check.result().get(), "what the stopped check still says is dropped");
  }

  @Test
  void roundingErrorsInOneDigit() {
    assertEquals("3e−15", TheoryWords.small(3.1e-15));
    assertEquals("1e−13", TheoryWords.small(9.9e-14));
    assertEquals("0", TheoryWords.small(0));
    assertEquals("0.0123", TheoryWords.small(0.01234));
    assertEquals("∞", TheoryWords.small(Double.NaN));
  }
}
