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
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a lab that anyone may touch. Every visitor has a folder within the owner's, with
 * copies of the owner's models, which is thrown away afterwards; of the owner's settings, answers
 * and models nothing is moved or changed. What a power cut leaves behind goes when the next kiosk
 * of the folder begins. Not for the FX thread.
 */
public final class KioskDesk {
  private final Home owner;
  private final Optional<Capsule> capsule;
  private final String dataFolder;
  private final String lesson;
  private Home visitors;
  // kept open, and with it the lock, until the process ends
  private FileChannel claimed;
  private Optional<Settings> written = Optional.empty();

  /**
   * Takes down with what every visitor begins; {@link #tidy} lays it out.
   *
   * @param file a capsule with whose models and state every visitor begins; empty for that of the
   *     last reset, if there is one
   * @throws LabException if the capsule is not sound
   */
  public KioskDesk(Home owner, Optional<Path> file) {
    this.owner = owner;
    visitors = owner.visitors("0");
    capsule =
        file.or(() -> Optional.of(owner.deskFile()).filter(Files::exists)).map(CapsuleFile::read);
    Settings settings = Settings.load(owner);
    dataFolder = settings.get(CommonSettings.DATA_FOLDER);
    lesson = settings.get(DeskSettings.LESSON);
  }

  /**
   * Takes the owner's folder for this kiosk alone, until the process ends.
   *
   * @throws LabException if another process has it, or it cannot be written
   */
  public void claim() {
    Path file = owner.folder().resolve("kiosk.lock");
    try {
      claimed = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (claimed.tryLock() == null) {
        throw new LabException(
            "Another kiosk runs in "
                + owner
                + "; close it, or give this one a folder of its own with "
                + Home.VARIABLE
                + ".");
      }
    } catch (IOException impossible) {
      throw notChanged(impossible);
    }
  }

  /** Where the things of the visitor of the moment are. */
  public synchronized Home visitors() {
    return visitors;
  }

  /** These are written into the folder of the visitor of the moment, until that is forgotten. */
  public synchronized void writtenBy(Settings settings) {
    written = Optional.of(settings);
  }

  /**
   * Forgets what the visitors before did, and lays out everything in a new folder for the next one.
   * If something of theirs cannot be deleted now, nobody sees it, and the next call tries again.
   *
   * @throws LabException if the new folder cannot be made
   */
  public synchronized void tidy() {
    try {
      forget();
    } catch (LabException later) {
      System.getLogger(KioskDesk.class.getName()).log(System.Logger.Level.WARNING, later);
    }
    int name = 1;
    while (Files.exists(owner.allVisitors().resolve(Integer.toString(name)))) {
      name++;
    }
    visitors = owner.visitors(Integer.toString(name));
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
   * Forgets what the visitors did; nothing of theirs is left. Waits for about a second if something
   * of theirs is still being written.
   *
   * @throws LabException if something is left; says what and where
   */
  public synchronized void forget() {
    Path gone = owner.allVisitors();
    // at the end of the process they would make the folder once more
    written.ifPresent(Settings::retire);
    try {
      new FolderRemoval().remove(gone);
    } catch (IOException impossible) {
      throw new LabException(
          "Some of what the visitors did is left in "
              + gone
              + " ("
              + AtomicFiles.reason(impossible)
              + "); the next kiosk of this folder deletes it, or delete it yourself.",
          impossible);
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
            + owner.allVisitors()
            + " cannot be made anew: "
            + AtomicFiles.reason(impossible)
            + "; close other kiosks of this folder and see that you may write it.",
        impossible);
  }
}
