package epsilonlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.job.JobRunner;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Weights;
import epsilonlab.settings.Home;
import epsilonlab.settings.Setting;
import epsilonlab.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabSessionTest {
  @TempDir Path folder;
  private final JobRunner jobs = new JobRunner();
  private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
  private final List<Throwable> failures = new ArrayList<>();

  @AfterEach
  void close() {
    jobs.close();
  }

  private LabSession session(Settings settings, Optional<Path> data) {
    return new LabSession(
        Home.of(folder), settings, jobs, new CompletableFuture<>(), fx::add, data, failures::add);
  }

  private Settings settings() {
    return Settings.load(Home.of(folder));
  }

  private static ModelEntry add(LabSession session, String name, Double accuracy) {
    ModelCard card =
        new ModelCard(
            name,
            "logistic",
            "mnist",
            "Adam, 3 epochs",
            0,
            accuracy,
            null,
            Instant.now(),
            Map.of());
    return session
        .library()
        .add(
            card,
            Weights.of(
                Map.of(
                    "fc.weight", new HostTensor(new float[7840], 10, 784),
                    "fc.bias", new HostTensor(new float[10], 10))));
  }

  private void until(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within 30 s; failures: " + failures);
      Runnable next = fx.poll(60, TimeUnit.MILLISECONDS);
      if (next != null) {
        next.run();
      }
    }
  }

  @Test
  void theModelInUseIsRememberedAndTheNewestIsFirst() throws Exception {
    Settings settings = settings();
    LabSession session = session(settings, Optional.empty());
    ModelEntry old = add(session, "old", 0.9);
    ModelEntry young = add(session, "young", 0.9);
    until(() -> session.models().size() == 2);
    assertEquals(List.of(young, old), session.models());
    until(() -> session.model().get() != null);
    session.model().set(old);
    settings.save();
    LabSession again = session(settings(), Optional.empty());
    again.open();
    until(() -> again.model().get() != null);
    assertEquals(old.id(), again.model().get().id());
    again.library().delete(old.id());
    until(() -> again.models().size() == 1);
    assertEquals(young.id(), again.model().get().id());
    again.library().delete(young.id());
    until(() -> again.models().isEmpty());
    assertNull(again.model().get());
  }

  @Test
  void aFolderWithoutTheDataIsAFailureAndNothingElseIsLoaded() throws Exception {
    LabSession session = session(settings(), Optional.of(folder.resolve("nothing")));
    session.open();
    until(() -> !failures.isEmpty());
    assertTrue(failures.get(0) instanceof LabException);
    assertNull(session.data().get());
  }

  @Test
  void aLaterChoiceOfDataWins() throws Exception {
    LabSession session = session(settings(), Optional.empty());
    List<String> used = new ArrayList<>();
    session.data().addListener((property, before, now) -> used.add(now.id()));
    session.useData(SyntheticDigits.generate(0, 10, 10));
    assertEquals(List.of("synthetic"), used);
    session.seed().set(9);
    session.settings().save();
    assertEquals(9, session(settings(), Optional.empty()).seed().get());
  }

  @Test
  void thePickerFollowsTheLibraryAndTheOtherWayRound() throws Exception {
    LabSession session = session(settings(), Optional.empty());
    LibraryChoices choices = new LibraryChoices(session);
    assertNull(choices.chosen().get());
    add(session, "old", 0.98);
    ModelEntry young = add(session, "young", null);
    until(() -> choices.items().size() == 2 && choices.chosen().get() != null);
    assertEquals("98.0 %", choices.items().get(1).percent());
    assertEquals("", choices.items().get(0).percent());
    assertEquals("Adam, 3 epochs", choices.items().get(0).detail());
    assertTrue(choices.items().get(0).seriesColour().matches("#[0-9A-F]{6}"));
    session.model().set(young);
    assertEquals(young.id(), choices.chosen().get().id());
    choices.chosen().set(choices.items().get(1));
    assertEquals("old", session.model().get().card().name());
    session.library().update(young.id(), young.card().withName("renamed"));
    until(() -> choices.items().stream().anyMatch(item -> item.name().equals("renamed")));
    assertEquals(
        "old", session.model().get().card().name(), "a change elsewhere changes no choice");
    assertSame(2, choices.items().size());
  }

  @Test
  void windowSettingsReachTheFile() throws Exception {
    RememberedSettings remembered = new RememberedSettings(settings());
    assertEquals("train", remembered.get("tab", "train"));
    remembered.put("tab", "attack");
    assertEquals("attack", remembered.get("tab", "train"));
    Setting<String> tab = Setting.of("window.tab", String.class, "");
    until(() -> settings().get(tab).equals("attack"));
  }
}
