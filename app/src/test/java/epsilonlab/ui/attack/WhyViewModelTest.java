package epsilonlab.ui.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.Attacks;
import epsilonlab.engine.Compute;
import epsilonlab.evaluation.diagnosis.Cause;
import epsilonlab.evaluation.diagnosis.Diagnosis;
import epsilonlab.job.JobHandle;
import epsilonlab.model.ModelEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the linear model of {@link Lab} FGSM is the best there is, and succeeds from 0.3 on. */
class WhyViewModelTest {
  @TempDir Path folder;
  private final CompletableFuture<Compute> engine = new CompletableFuture<>();
  private final List<JobHandle<?>> jobs = new ArrayList<>();
  private Lab lab;
  private AttackViewModel attack;
  private WhyViewModel why;

  @BeforeEach
  void open() {
    lab = new Lab(folder, engine);
    attack = new AttackViewModel(lab.session);
    why = attack.why();
    lab.jobs.onChange(
        job -> {
          if (job.name().startsWith("Why") && !jobs.contains(job)) {
            jobs.add(job);
          }
        });
    lab.session.useData(Lab.data(100));
    lab.session.model().set(lab.addModel("rows", 20));
    attack.digits().choose(3);
    attack.epsilon().set(0.25);
  }

  @AfterEach
  void close() {
    engine.complete(Lab.compute());
    lab.close();
  }

  @Test
  void findsOutOnceAndShowsEveryStep() {
    engine.complete(Lab.compute());
    why.ask();
    assertTrue(why.running().get());
    why.ask();
    lab.until(() -> !why.running().get());
    assertEquals(1, jobs.size(), "what is on its way is not asked for again");
    Diagnosis found = why.diagnosis().get();
    assertEquals(Cause.ROBUST, found.verdict().cause(), found.verdict().why());
    assertTrue(found.verdict().advice().contains("at 0.375"), found.verdict().advice());
    assertEquals(1, why.step().get());
    assertTrue(why.stepInWords().startsWith("Step 1 of 1: 3, "), why.stepInWords());
    why.step().set(0);
    // one class with the score 12 and nine with 0
    assertEquals("The original: 3, 99.99 %", why.stepInWords());
    assertEquals("FGSM, one step at epsilon 0.25 on rows, No. 3", why.subject());
    why.ask();
    assertFalse(why.running().get());
    assertSame(found, why.diagnosis().get());
    String id = lab.session.model().get().id();
    lab.session.model().set(lab.session.library().update(id, card -> card.withName("other")));
    assertSame(found, why.diagnosis().get(), "only the card has changed");
  }

  @Test
  void anotherEpsilonDropsIt() {
    why.ask();
    attack.epsilon().set(0.4);
    assertFalse(why.running().get());
    engine.complete(Lab.compute());
    lab.until(() -> jobs.get(0).state().isOver());
    lab.settle();
    assertNull(why.diagnosis().get(), "the answer for 0.25 is of no use");
    assertEquals(JobHandle.State.CANCELLED, jobs.get(0).state());
    why.ask();
    lab.until(() -> why.diagnosis().get() != null);
    assertEquals(Cause.SUCCEEDED, why.diagnosis().get().verdict().cause());
    attack.digits().choose(5);
    assertNull(why.diagnosis().get());
  }

  @Test
  void theStatusBarCanCancelIt() {
    why.ask();
    jobs.get(0).cancel();
    engine.complete(Lab.compute());
    lab.until(() -> !why.running().get());
    assertNull(why.diagnosis().get());
    assertEquals(List.of(), lab.failures);
  }

  @Test
  void aTransferIsCraftedOnTheOtherModel() {
    engine.complete(Lab.compute());
    lab.until(() -> lab.session.models().size() == 1);
    attack.attacks().attack().set(Attacks.get("transfer"));
    why.ask();
    assertFalse(why.running().get(), "there is no second model");
    lab.addModel("alike", 21);
    lab.until(() -> lab.session.models().size() == 2);
    attack.epsilon().set(0.4);
    why.ask();
    lab.until(() -> why.diagnosis().get() != null);
    assertEquals(Cause.SUCCEEDED, why.diagnosis().get().verdict().cause());
    assertEquals(List.of(), lab.failures);
    ModelEntry third = lab.addModel("third", 22);
    lab.until(() -> lab.session.models().size() == 3);
    attack.attacks().source().set(third);
    assertNull(why.diagnosis().get(), "it was of another source");
  }
}
