package epsilonlab.ui.generate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.Seed;
import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.generative.Vae;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Safetensors;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenModelsTest {
  @TempDir Path folder;
  private final QueuedFx fx = new QueuedFx();
  private final TestDialogs dialogs = new TestDialogs();
  private final LabServices services = SessionServices.with(fx, dialogs);
  private final List<ModelEntry> opened = new ArrayList<>();
  private final OpenModels models = new OpenModels(services, List.of(Vae.ID), "a VAE", opened::add);

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private Path file(String name, epsilonlab.model.Weights weights) {
    Path file = folder.resolve(name);
    new Safetensors(weights, Map.of()).write(file);
    return file;
  }

  @Test
  void takesInAFileThatNamesNoNetworkAndDeletesItAgainWithUndo() throws Exception {
    dialogs.file = Optional.of(file("plain.safetensors", new Vae(8, 2).initialWeights(Seed.of(1))));
    models.openFile();
    fx.until("open", () -> opened.size() == 1 && models.all().size() == 1);
    assertEquals(Vae.ID, opened.get(0).card().architecture());
    assertEquals(0, services.session().models().size(), "no classifier");
    models.files().delete(opened.get(0));
    fx.until(
        "gone, with an undo",
        () -> models.all().isEmpty() && !services.messages().shown().isEmpty());
    services.messages().shown().get(0).action().orElseThrow().run().run();
    fx.until("back", () -> models.all().size() == 1 && opened.size() == 2);
  }

  @Test
  void aFileOfAnotherKindIsOneSentenceAndIsNotTakenIn() throws Exception {
    dialogs.file =
        Optional.of(
            file(
                "other.safetensors",
                new DenoisingAutoencoder(List.of(8, 2, 8)).initialWeights(Seed.of(1))));
    models.openFile();
    fx.until("said", () -> !services.messages().shown().isEmpty());
    String said = services.messages().shown().get(0).sentence();
    assertTrue(said.endsWith("holds no weights of a VAE; choose another file."), said);
    assertTrue(services.session().library().list().isEmpty());
    assertTrue(opened.isEmpty());
  }
}
