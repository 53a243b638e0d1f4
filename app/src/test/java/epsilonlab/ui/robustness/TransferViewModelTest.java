package epsilonlab.ui.robustness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Norm;
import epsilonlab.evaluation.TransferJob;
import epsilonlab.job.JobContext;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.SessionServices;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferViewModelTest {
  @TempDir Path folder;
  private World world;
  private TransferViewModel transfer;

  @BeforeEach
  void open() throws Exception {
    world = new World(folder);
    transfer = new TransferViewModel(world.session);
    world.useDigits(30);
    for (String name : List.of("one", "two", "three")) {
      world.session.use(world.addModel(name));
    }
    world.fx.until("three models", () -> world.session.models().size() == 3);
    transfer.count().text().set("10");
    transfer.attack().set(Attacks.get("fgsm"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private ModelEntry model(String name) {
    return world.session.models().stream()
        .filter(entry -> entry.card().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theTickedModelsAreTriedOnEachOther() throws Exception {
    assertEquals(3, transfer.ticked().get());
    transfer.tick(model("two"), false);
    transfer.runOrStop();
    world.fx.until("the matrix", () -> !transfer.job().running().get());
    TransferViewModel.Found found = transfer.found().get();
    assertEquals(2, found.models().size());
    assertFalse(found.models().contains(model("two")));
    double[][] direct =
        new TransferJob(
                SessionServices.compute(),
                found.models().stream().map(world.session::classifier).toList(),
                AttackPlan.defaults(Attacks.get("fgsm"), world.session.seed().get()),
                world.session.data().get().test().slice(0, 10),
                0.2)
            .run(JobContext.of(any -> {}));
    assertArrayEquals(direct, found.matrix().toArray(double[][]::new));
    world.useDigits(20);
    assertNull(transfer.found().get(), "it was of other digits");
  }

  @Test
  void oneModelAloneIsRefusedAndAStoppedMatrixSaysNothingLater() throws Exception {
    transfer.tick(model("two"), false);
    transfer.tick(model("three"), false);
    transfer.runOrStop();
    assertEquals(
        "A transfer needs at least two models; tick another one, or train it first.",
        transfer.complaint().get());
    transfer.tick(model("two"), true);
    assertEquals("", transfer.complaint().get());
    transfer.runOrStop();
    transfer.runOrStop();
    assertFalse(transfer.job().running().get());
    world.fx.until(
        "the jobs are over", () -> world.begun.stream().allMatch(job -> job.state().isOver()));
    world.fx.settle();
    assertEquals(List.of(), transfer.found().get().matrix());
    assertEquals(List.of(), world.failures);
  }

  @Test
  void onlyAttacksWithTheLargestChangeOfAPixelAreOffered() {
    for (Attack attack : TransferViewModel.attacks()) {
      assertEquals(Norm.LINF, attack.norm());
      assertFalse(attack.needsSource());
    }
    assertTrue(TransferViewModel.attacks().contains(Attacks.get("pgd")));
    assertFalse(TransferViewModel.attacks().contains(Attacks.get("transfer")));
  }
}
