package epsilonlab.desk;

import epsilonlab.engine.LabException;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleFile;
import epsilonlab.settings.AtomicFiles;
import epsilonlab.settings.CommonSettings;
import epsilonlab.settings.Home;
import epsilonlab.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of a lab that anyone may touch: remembers which models it began with and comes back to
 * them after each visitor. Not for the FX thread.
 */
public final class KioskDesk {
  private final Home home;
  private final ModelLibrary library;
  private final Set<String> models;
  private final String dataFolder;
  private final String lesson;

  /**
   * Takes the folder as it is for what it shall always come back to. Where it was no kiosk's
   * before, its settings and answers are moved aside, as {@link CleanDesk} does.
   *
   * @param file a capsule with whose models and state every visitor begins; empty for that of the
   *     last reset, if there is one
   * @throws LabException if the capsule is not sound or the folder cannot be written
   */
  public KioskDesk(Home home, Optional<Path> file) {
    this.home = home;
    Settings before = Settings.load(home);
    dataFolder = before.get(CommonSettings.DATA_FOLDER);
    lesson = before.get(DeskSettings.LESSON);
    CleanDesk.keepOnce(home);
    library = new ModelLibrary(home.models(), GenerativeModels::validate);
    file.ifPresent(
        path -> {
          Capsule capsule = CapsuleFile.read(path);
          CapsuleModels.bring(capsule, library);
          CapsuleFile.write(home.deskFile(), capsule);
        });
    models = ids();
  }

  private Set<String> ids() {
    return library.list().stream().map(ModelEntry::id).collect(Collectors.toSet());
  }

  /** Forgets what the last visitor did: settings, answers to lessons, models. */
  public void tidy() {
    CleanDesk.freshSettings(home, dataFolder, lesson, Files.exists(home.deskFile()));
    forgetAnswers();
    Set<String> now = ids();
    Set<String> gone = new HashSet<>(models);
    gone.removeAll(now);
    gone.forEach(library::restore);
    now.removeAll(models);
    now.forEach(library::delete);
  }

  private void forgetAnswers() {
    Path answers = home.lessons();
    try (Stream<Path> files = Files.walk(answers)) {
      // what is in a folder of figures goes before the folder
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(answers)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException impossible) {
      throw new LabException(
          "The answers in "
              + answers
              + " cannot be deleted: "
              + AtomicFiles.reason(impossible)
              + "; see that you may write the folder.",
          impossible);
    }
  }
}
