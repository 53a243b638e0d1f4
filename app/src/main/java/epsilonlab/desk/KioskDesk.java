package epsilonlab.desk;

import epsilonlab.engine.LabException;
import epsilonlab.generative.GenerativeModels;
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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a lab that anyone may touch. Visitors have one of their own within the owner's,
 * with copies of the owner's models, and it is thrown away after each of them; of the owner's
 * settings, answers and models nothing is moved or changed. Not for the FX thread.
 */
public final class KioskDesk {
  private final Home owner;
  private final Home visitors;
  private final Optional<Capsule> capsule;
  private final String dataFolder;
  private final String lesson;

  /**
   * Takes down with what every visitor begins; {@link #tidy} lays it out.
   *
   * @param file a capsule with whose models and state every visitor begins; empty for that of the
   *     last reset, if there is one
   * @throws LabException if the capsule is not sound
   */
  public KioskDesk(Home owner, Optional<Path> file) {
    this.owner = owner;
    visitors = owner.visitors();
    capsule =
        file.or(() -> Optional.of(owner.deskFile()).filter(Files::exists)).map(CapsuleFile::read);
    Settings settings = Settings.load(owner);
    dataFolder = settings.get(CommonSettings.DATA_FOLDER);
    lesson = settings.get(DeskSettings.LESSON);
  }

  /** Where the visitors' things are. */
  public Home visitors() {
    return visitors;
  }

  /**
   * Forgets what the last visitor did, and lays out everything for the next one.
   *
   * @throws LabException if the folder cannot be changed
   */
  public void tidy() {
    forget();
    copyModels();
    ModelLibrary library = new ModelLibrary(visitors.models(), GenerativeModels::validate);
    capsule.ifPresent(
        found -> {
          CapsuleModels.bring(found, library);
          CapsuleFile.write(visitors.deskFile(), found);
        });
    CleanDesk.freshSettings(visitors, dataFolder, lesson, capsule.isPresent());
  }

  /**
   * Forgets what the visitors did; nothing of theirs is left.
   *
   * @throws LabException if the folder cannot be changed
   */
  public void forget() {
    Path gone = visitors.folder();
    try (Stream<Path> files = Files.walk(gone)) {
      // what is in a folder goes before the folder
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException impossible) {
      throw notChanged(impossible);
    }
  }

  private void copyModels() {
    Path from = owner.models();
    Path to = visitors.models();
    try (Stream<Path> files = Files.list(from)) {
      // what was deleted lies in a folder, and what is being written has a dot before its name
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith(".")) {
          Files.copy(file, to.resolve(name));
        }
      }
    } catch (IOException impossible) {
      throw notChanged(impossible);
    }
  }

  private LabException notChanged(IOException impossible) {
    return new LabException(
        "The visitors' folder "
            + visitors
            + " cannot be made anew: "
            + AtomicFiles.reason(impossible)
            + "; close other kiosks of this folder and see that you may write it.",
        impossible);
  }
}
