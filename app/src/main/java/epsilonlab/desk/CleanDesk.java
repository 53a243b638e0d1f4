package epsilonlab.desk;

import epsilonlab.engine.LabException;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.LessonSettings;
import epsilonlab.lesson.Lessons;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts a lab's folder into a known state, the same on every machine: settings at their defaults, in
 * the library the models of a capsule and nothing else, no lesson begun. What was there is moved
 * aside and can be brought back; the folder of the data sets stays chosen, for it belongs to the
 * machine. No window of this folder may be open. Not for the FX thread.
 */
public final class CleanDesk {
  private static final String ASIDE = "aside";
  private static final List<String> MOVED =
      List.of("settings.json", "models", "lessons", Home.DESK_FILE);

  private CleanDesk() {}

  /**
   * What was done.
   *
   * @param aside where everything that was there is now
   * @param models those in the library
   * @param troubles a sentence for each model of the capsule that could not be taken
   */
  public record Done(Path aside, List<ModelEntry> models, List<String> troubles) {
    /** Takes copies. */
    public Done {
      models = List.copyOf(models);
      troubles = List.copyOf(troubles);
    }
  }

  /**
   * Cleans the desk.
   *
   * @param file a capsule whose models and state the lab starts with
   * @param lesson the id of the lesson that is open at the next start, in place of the capsule's
   * @throws LabException before anything is changed if there is no such lesson or the capsule is
   *     not sound; or if the folder cannot be changed
   */
  public static Done reset(Home home, Optional<Path> file, Optional<String> lesson) {
    Optional<Capsule> capsule = file.map(CapsuleFile::read);
    lesson.ifPresent(CleanDesk::checkLesson);
    String dataFolder = Settings.load(home).get(CommonSettings.DATA_FOLDER);
    Path aside = moveAside(home);
    ModelLibrary library = new ModelLibrary(home.models(), GenerativeModels::validate);
    CapsuleModels models =
        capsule
            .map(found -> CapsuleModels.bring(found, library))
            .orElseGet(() -> new CapsuleModels(Map.of(), List.of()));
    capsule
        .map(found -> lesson.isPresent() ? found.withoutLesson() : found)
        .ifPresent(found -> CapsuleFile.write(home.deskFile(), found));
    freshSettings(home, dataFolder, lesson.orElse(""), capsule.isPresent());
    return new Done(aside, List.copyOf(models.entries().values()), models.troubles());
  }

  private static void checkLesson(String id) {
    List<String> known = Lessons.shipped().stream().map(Lesson::id).toList();
    if (!known.contains(id)) {
      throw new LabException(
          "There is no lesson '" + id + "'; choose one of " + String.join(", ", known) + ".");
    }
  }

  /** Settings of a clean desk, over those that are there. */
  static void freshSettings(Home home, String dataFolder, String lesson, boolean capsule) {
    try {
      Files.deleteIfExists(home.settingsFile());
    } catch (IOException impossible) {
      throw notChanged(home, impossible);
    }
    Settings fresh = Settings.load(home);
    fresh.set(CommonSettings.DATA_FOLDER, dataFolder);
    fresh.set(DeskSettings.FRESH, capsule);
    fresh.set(DeskSettings.LESSON, lesson);
    fresh.set(LessonSettings.OPEN, lesson);
    fresh.save();
  }

  private static Path moveAside(Home home) {
    Path folder = home.folder().resolve(ASIDE);
    try {
      Files.createDirectories(folder);
      Path aside = folder.resolve("" + (newest(folder) + 1));
      Files.createDirectory(aside);
      move(home.folder(), aside, MOVED);
      return aside;
    } catch (IOException impossible) {
      throw notChanged(home, impossible);
    }
  }

  private static void move(Path from, Path to, List<String> names) throws IOException {
    for (String name : names) {
      if (Files.exists(from.resolve(name))) {
        Files.move(from.resolve(name), to.resolve(name));
      }
    }
  }

  /** The number of the newest folder of what was moved aside; 0 if there is none. */
  private static int newest(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString())
          .filter(name -> name.matches("[0-9]{1,6}"))
          .mapToInt(Integer::parseInt)
          .max()
          .orElse(0);
    }
  }

  /**
   * Brings back what the last {@link #reset} moved aside; what is there now is moved aside in its
   * place, so that a second call undoes the first.
   *
   * @return where what was there is now
   * @throws LabException if nothing was moved aside, or the folder cannot be changed
   */
  public static Path undo(Home home) {
    Path folder = home.folder().resolve(ASIDE);
    try {
      int newest = newest(folder);
      if (newest <= 0) {
        throw new LabException(
            "Nothing was moved aside in " + home + ", so there is nothing to bring back.");
      }
      Path back = folder.resolve("" + newest);
      Path now = folder.resolve("now");
      Files.createDirectories(now);
      move(home.folder(), now, MOVED);
      move(back, home.folder(), MOVED);
      move(now, back, MOVED);
      Files.delete(now);
      return back;
    } catch (IOException impossible) {
      throw notChanged(home, impossible);
    }
  }

  private static LabException notChanged(Home home, IOException impossible) {
    return new LabException(
        "The desk in "
            + home
            + " cannot be cleaned: "
            + AtomicFiles.reason(impossible)
            + "; close every window of the lab and see that you may write the folder.",
        impossible);
  }
}
