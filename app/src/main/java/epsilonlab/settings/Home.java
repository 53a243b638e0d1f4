package epsilonlab.settings;

import epsilonlab.engine.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The one folder that holds everything that the lab keeps. Folders are made when they are first
 * asked for, so that a command that keeps nothing leaves nothing behind.
 */
public final class Home {
  /** The environment variable that moves the folder. */
  public static final String VARIABLE = "EPSILONLAB_HOME";

  /** The system property that moves it where the variable is not set. */
  public static final String PROPERTY = "epsilonlab.home";

  /** The capsule with which a clean desk begins, in the lab's folder. */
  public static final String DESK_FILE = "desk.epsilab";

  private static final String VISITORS = "visitors";

  private final Path path;
  private final Path shared;

  private Home(Path path) {
    this.path = path.toAbsolutePath().normalize();
    this.shared = this.path;
  }

  private Home(Home within, String name) {
    this.path = within.path.resolve(name);
    this.shared = within.shared;
  }

  /**
   * Where {@value #VARIABLE} says, else where the system property {@value #PROPERTY} says, else
   * {@code ~/.epsilonlab}.
   *
   * @throws LabException if that is not a path
   */
  public static Home current() {
    return choose(
        System.getenv(VARIABLE), System.getProperty(PROPERTY), System.getProperty("user.home"));
  }

  /**
   * The folder of a kiosk: where {@link #current} is told to be, else one of its own.
   *
   * @throws LabException if that is not a path
   */
  public static Home kiosk() {
    return isSet(System.getenv(VARIABLE)) || isSet(System.getProperty(PROPERTY))
        ? current()
        : new Home(Path.of(System.getProperty("user.home"), ".epsilonlab-kiosk"));
  }

  static Home choose(String variable, String property, String userHome) {
    String chosen = isSet(variable) ? variable : isSet(property) ? property : null;
    try {
      return new Home(chosen != null ? Path.of(chosen) : Path.of(userHome, ".epsilonlab"));
    } catch (InvalidPathException invalid) {
      throw new LabException(
          "The lab's folder \"" + chosen + "\" is not a path; set " + VARIABLE + " to a folder.",
          invalid);
    }
  }

  private static boolean isSet(String text) {
    return text != null && !text.isBlank();
  }

  /** A folder of one's own, for tests. */
  public static Home of(Path folder) {
    return new Home(folder);
  }

  /**
   * A folder within this one for somebody who visits a kiosk. Settings, models and answers of
   * theirs lie there; downloads, logs and the engine are those of this folder.
   *
   * @param name the folder's name
   */
  public Home visitors(String name) {
    return new Home(this, VISITORS + "/" + name);
  }

  /** Where all visitors' folders lie; it need not be there. */
  public Path allVisitors() {
    return path.resolve(VISITORS);
  }

  /**
   * The folder itself.
   *
   * @throws LabException if it cannot be made or written, as may all other folders
   */
  public Path folder() {
    return usable(path);
  }

  /** The model library. */
  public Path models() {
    return usable(path.resolve("models"));
  }

  /** Data sets that were downloaded. */
  public Path downloads() {
    return usable(shared.resolve("downloads"));
  }

  /** Log files. */
  public Path logs() {
    return usable(shared.resolve("logs"));
  }

  /** The engine's native libraries. */
  public Path engineCache() {
    return usable(shared.resolve("engine"));
  }

  /** What was trained when a run ended early. */
  public Path rescued() {
    return usable(path.resolve("rescued"));
  }

  /** How far students have come in lessons. */
  public Path lessons() {
    return usable(path.resolve("lessons"));
  }

  /** The capsule with which a clean desk begins; it need not exist. */
  public Path deskFile() {
    return path.resolve(DESK_FILE);
  }

  /** The file of {@link Settings}; neither it nor its folder need exist. */
  public Path settingsFile() {
    return path.resolve("settings.json");
  }

  private static Path usable(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException impossible) {
      throw unusable(folder, "cannot be made: " + AtomicFiles.reason(impossible), impossible);
    }
    if (!Files.isWritable(folder)) {
      throw unusable(folder, "cannot be written", null);
    }
    return folder;
  }

  private static LabException unusable(Path folder, String what, Throwable cause) {
    return new LabException(
        "The lab's folder "
            + folder
            + " "
            + what
            + "; set "
            + VARIABLE
            + " to a folder that you may write.",
        cause);
  }

  /** The folder's path; makes nothing. */
  @Override
  public String toString() {
    return path.toString();
  }
}
