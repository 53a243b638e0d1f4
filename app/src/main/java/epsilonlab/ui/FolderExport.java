package epsilonlab.ui;

import epsilonlab.engine.LabException;
import epsilonlab.job.Work;
import epsilonlab.report.ResultFolder;
import epsilonlab.ui.component.ExportNotices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Ctrl+E: asks for a place, and writes a new folder there off the FX thread, whole or not at all.
 */
public record FolderExport(LabSession session, Dialogs dialogs, ExportNotices notices) {
  /**
   * Asks and writes.
   *
   * @param name of the folder; one that exists is left alone and a number put behind the name
   * @param fill writes the files, on a job's thread
   */
  public void ask(String name, Consumer<ResultFolder> fill) {
    dialogs
        .chooseFolder("Where shall the folder with the pictures go?")
        .ifPresent(folder -> write(unused(folder, name), fill));
  }

  private static Path unused(Path folder, String name) {
    Path free = folder.resolve(name);
    for (int i = 2; Files.exists(free); i++) {
      free = folder.resolve(name + "-" + i);
    }
    return free;
  }

  private void write(Path folder, Consumer<ResultFolder> fill) {
    session
        .jobs()
        .submit(
            Work.following(
                "Export",
                () -> {
                  try (ResultFolder out = ResultFolder.prepare(folder)) {
                    fill.accept(out);
                    out.commit();
                  }
                  return folder;
                }))
        .future()
        .whenComplete((written, failure) -> session.fx().execute(() -> tell(written, failure)));
  }

  private void tell(Path written, Throwable failure) {
    if (failure == null) {
      notices.done("Saved " + written + ".");
    } else {
      notices.failed(
          Failures.cause(failure) instanceof LabException
              ? Failures.sentence(failure)
              : "The folder could not be written; choose another one.");
    }
  }
}
