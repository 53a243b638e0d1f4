package epsilonlab.ui.train;

import epsilonlab.data.DataSet;
import epsilonlab.engine.LabException;
import epsilonlab.job.Work;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.ui.FileType;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Measurement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * What can be done with the models of the library; files are read and written on job threads.
 * Belongs to the FX thread; needs no screen.
 */
final class LibraryCommands {
  private static final List<FileType> WEIGHTS =
      List.of(new FileType("Weights (safetensors)", List.of("*.safetensors")));

  private final LabServices services;
  private final LabSession session;
  private final ModelLibrary library;

  LibraryCommands(LabServices services) {
    this.services = services;
    this.session = services.session();
    this.library = session.library();
  }

  /** Asks for another name. */
  void rename(ModelEntry entry) {
    services
        .dialogs()
        .askText("Rename the model", "Name", entry.card().name())
        .ifPresent(
            name ->
                run(
                    "Rename " + entry.card().name(),
                    // read again, for a measurement may have been written meanwhile
                    () ->
                        library.update(entry.id(), library.find(entry.id()).card().withName(name)),
                    renamed -> {}));
  }

  /** Keeps a copy with a name of its own. */
  void duplicate(ModelEntry entry) {
    String name = entry.card().name() + " copy";
    run("Duplicate", () -> library.duplicate(entry.id(), name), copy -> {});
  }

  /** Deletes at once, and offers to bring the model back. */
  void delete(ModelEntry entry) {
    run(
        "Delete " + entry.card().name(),
        () -> {
          library.delete(entry.id());
          return null;
        },
        nothing ->
            services
                .messages()
                .info("Deleted " + entry.card().name() + ".", "Undo", () -> restore(entry)));
  }

  private void restore(ModelEntry entry) {
    run("Undo", () -> library.restore(entry.id()), session::use);
  }

  /** Asks where to, and writes the model's file there. */
  void export(ModelEntry entry) {
    services
        .dialogs()
        .chooseFileToSave("Export the model", entry.id() + ".safetensors", WEIGHTS)
        .ifPresent(
            file ->
                run(
                    "Export " + entry.card().name(),
                    () -> library.export(entry.id(), file),
                    place -> services.messages().success("Exported to " + place + ".")));
  }

  /** Asks for a file and takes it in, measured on the data set in use. */
  void importFile() {
    services
        .dialogs()
        .chooseFileToOpen("Import a model", WEIGHTS)
        .ifPresent(file -> run("Import " + file, () -> read(library, file), this::imported));
  }

  private void imported(ModelEntry entry) {
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

  private <T> void run(String name, Callable<T> body, Consumer<T> done) {
    session
        .jobs()
        .submit(Work.following(name, body))
        .future()
        .whenComplete(
            (result, failure) ->
                session
                    .fx()
                    .execute(
                        () -> {
                          if (failure == null) {
                            done.accept(result);
                          } else {
                            services.messages().failure(failure);
                          }
                        }));
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
