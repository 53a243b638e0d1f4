package epsilonlab.ui.train;

import epsilonlab.data.DataSet;
import epsilonlab.engine.LabException;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.LibraryFiles;
import epsilonlab.ui.Measurement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the Train tab does with the classifiers of the library beside renaming and the like: takes
 * them in, and lists them. Belongs to the FX thread; needs no screen.
 */
final class LibraryCommands {
  private final LabServices services;
  private final LabSession session;
  private final ModelLibrary library;
  private final LibraryFiles files;

  LibraryCommands(LabServices services) {
    this.services = services;
    this.session = services.session();
    this.library = session.library();
    this.files = new LibraryFiles(services, session::use);
  }

  /** What can be done with any model. */
  LibraryFiles files() {
    return files;
  }

  /** Asks for a file and takes it in, measured on the data set in use. */
  void importFile() {
    services
        .dialogs()
        .chooseFileToOpen("Import a model", LibraryFiles.WEIGHTS)
        .ifPresent(file -> files.run("Import " + file, () -> read(library, file), this::imported));
  }

  private void imported(ModelEntry entry) {
    if (GenerativeModels.isGenerative(entry.card().architecture())) {
      services
          .messages()
          .success("Imported " + entry.card().name() + "; the Generate tab opens it.");
      return;
    }
    session.use(entry);
    services.messages().success("Imported " + entry.card().name() + ".");
    DataSet data = session.data().get();
    ModelCard card = entry.card();
    boolean ofThisData =
        data != null && (card.dataset().equals(data.id()) || card.dataset().equals("unknown"));
    if (ofThisData && (card.cleanAccuracy() == null || card.robustAccuracy() == null)) {
      session.jobs().submit(new Measurement(session, entry, data));
    }
  }

  private static ModelEntry read(ModelLibrary library, Path file) {
    try {
      return library.importFile(file, null, null);
    } catch (LabException first) {
      // PyTorch's files name no architecture, but the shapes of the weights tell it
      for (Architecture guess : Architectures.ALL) {
        try {
          return library.importFile(file, null, guess.id());
        } catch (LabException other) {
          first.addSuppressed(other);
        }
      }
      throw first;
    }
  }

  /** All that is known of the models, for a table menu. */
  FigureTable table() {
    List<List<Object>> rows = new ArrayList<>();
    for (ModelEntry entry : session.models()) {
      ModelCard card = entry.card();
      rows.add(
          Arrays.asList(
              card.name(),
              card.architecture(),
              card.training(),
              card.dataset(),
              card.seed(),
              card.cleanAccuracy(),
              card.robustAccuracy(),
              card.created().toString(),
              entry.sha256()));
    }
    return new FigureTable(
        List.of(
            "name",
            "architecture",
            "training",
            "data",
            "seed",
            "clean accuracy",
            "robust accuracy",
            "date",
            "sha256"),
        rows);
  }
}
