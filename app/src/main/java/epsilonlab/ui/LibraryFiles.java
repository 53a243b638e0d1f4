package epsilonlab.ui;

import epsilonlab.job.Work;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * What can be done with a model of the library, whatever its kind; files are read and written on
 * job threads. Belongs to the FX thread; needs no screen.
 */
public final class LibraryFiles {
  /** What weights are kept in. */
  public static final List<FileType> WEIGHTS =
      List.of(new FileType("Weights (safetensors)", List.of("*.safetensors")));

  private static final String KIOSK =
      "This is a demo, so its models stay as they are; install the lab to have models of your own.";

  private final LabServices services;
  private final ModelLibrary library;
  private final Consumer<ModelEntry> restored;

  /**
   * @param restored is told of a model that was deleted and is there again
   */
  public LibraryFiles(LabServices services, Consumer<ModelEntry> restored) {
    this.services = services;
    this.library = services.session().library();
    this.restored = restored;
  }

  /** In a kiosk the library stays as it is. */
  private boolean isClosed() {
    if (services.state().isKiosk()) {
      services.messages().info(KIOSK);
    }
    return services.state().isKiosk();
  }

  /** Asks for another name. */
  public void rename(ModelEntry entry) {
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
  public void duplicate(ModelEntry entry) {
    if (isClosed()) {
      return;
    }
    String name = entry.card().name() + " copy";
    run("Duplicate", () -> library.duplicate(entry.id(), name), copy -> {});
  }

  /** Deletes at once, and offers to bring the model back. */
  public void delete(ModelEntry entry) {
    if (isClosed()) {
      return;
    }
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
    run("Undo", () -> library.restore(entry.id()), restored);
  }

  /** Asks where to, and writes the model's file there. */
  public void export(ModelEntry entry) {
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

  /** Runs something on a job's thread; its failure is told in one sentence. */
  public <T> void run(String name, Callable<T> body, Consumer<T> done) {
    services
        .session()
        .jobs()
        .submit(Work.following(name, body))
        .future()
        .whenComplete(
            (result, failure) ->
                services
                    .session()
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
}
