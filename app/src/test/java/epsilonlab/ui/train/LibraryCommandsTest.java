package epsilonlab.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Seed;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Safetensors;
import epsilonlab.model.Weights;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Message;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryCommandsTest {
  private static final Weights WEIGHTS = Architectures.get("logistic").initialWeights(Seed.of(5));

  @TempDir Path folder;
  private final QueuedFx fx = new QueuedFx();
  private final TestDialogs dialogs = new TestDialogs();
  private LabServices services;
  private LabSession session;
  private LibraryCommands commands;
  private ModelEntry entry;

  @BeforeEach
  void open() throws Exception {
    services = SessionServices.with(fx, dialogs);
    session = services.session();
    commands = new LibraryCommands(services);
    entry =
        session
            .library()
            .add(
                new ModelCard(
                    "Logistic",
                    "logistic",
                    "mnist",
                    "Adam, 3 epochs",
                    0,
                    0.919,
                    0.085,
                    Instant.parse("2026-01-01T00:00:00Z"),
                    Map.of()),
                WEIGHTS);
    fx.until("model", () -> session.model().get() != null);
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private Message message(String part) throws Exception {
    fx.until(
        part,
        () -> services.messages().shown().stream().anyMatch(m -> m.sentence().contains(part)));
    return services.messages().shown().stream()
        .filter(m -> m.sentence().contains(part))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void deleteCanBeUndone() throws Exception {
    commands.files().delete(entry);
    Message deleted = message("Deleted Logistic");
    fx.until("gone", () -> session.models().isEmpty());
    deleted.action().orElseThrow().run().run();
    fx.until("back", () -> session.models().size() == 1);
    assertEquals(WEIGHTS, session.library().weights(entry.id()));
    fx.until("in use", () -> entry.id().equals(session.model().get().id()));
  }

  @Test
  void renameAndDuplicate() throws Exception {
    dialogs.text = Optional.of("My first");
    commands.files().rename(entry);
    fx.until("name", () -> session.model().get().card().name().equals("My first"));
    commands.files().duplicate(session.model().get());
    fx.until("two", () -> session.models().size() == 2);
    assertTrue(
        session.models().stream().anyMatch(any -> any.card().name().equals("My first copy")));
    assertEquals(2, commands.table().rows().size());
  }

  @Test
  void exportedModelsCanBeImported() throws Exception {
    dialogs.file = Optional.of(folder.resolve("out.safetensors"));
    commands.files().export(entry);
    message("Exported to");
    commands.files().delete(entry);
    fx.until("gone", () -> session.models().isEmpty());
    commands.importFile();
    fx.until("back", () -> session.models().size() == 1);
    assertEquals("Logistic", session.model().get().card().name());
    assertEquals(0.919, session.model().get().card().cleanAccuracy());
  }

  @Test
  void aFileOfPyTorchIsRecognisedByItsShapesAndMeasured() throws Exception {
    session.useData(SyntheticDigits.generate(1, 100, 200));
    Path file = folder.resolve("torch.safetensors");
    new Safetensors(WEIGHTS, Map.of("format", "pt")).write(file);
    dialogs.file = Optional.of(file);
    commands.importFile();
    fx.until("two", () -> session.models().size() == 2);
    fx.until("in use", () -> session.model().get().card().name().equals("torch"));
    assertEquals("logistic", session.model().get().card().architecture());
    fx.until("measured", () -> session.model().get().card().robustAccuracy() != null);
    assertTrue(session.model().get().card().cleanAccuracy() < 0.5, "untrained weights guess");
  }

  @Test
  void aDamagedFileIsRefusedInOneSentence() throws Exception {
    Path file = folder.resolve("damaged.safetensors");
    byte[] bytes = Files.readAllBytes(entry.file());
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    dialogs.file = Optional.of(file);
    commands.importFile();
    Message refused = message("damaged.safetensors");
    assertEquals(Message.Kind.ERROR, refused.kind());
    assertTrue(refused.sentence().contains("copy or download it again"), refused.sentence());
    assertEquals(1, session.library().list().size());
  }
}
