package epsilonlab.lesson;

import epsilonlab.engine.LabException;
import epsilonlab.lesson.file.LessonParser;
import epsilonlab.settings.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The lessons that the lab brings along, and those in files and folders. */
public final class Lessons {
  private static final String RESOURCES = "/epsilonlab/lessons/";
  private static final long MOST_BYTES = 1 << 20;
  private static final int MOST_FILES = 500;

  /** The files that the lab brings along, in their order; a new lesson is a file and a line. */
  private static final List<String> SHIPPED =
      List.of(
          "01-one-digit.md",
          "02-thousand-digits.md",
          "03-five-small-steps.md",
          "04-train-attack-observe.md",
          "05-learning-from-attacks.md",
          "06-truly-more-robust.md",
          "07-linear-models.md",
          "08-robust-regression.md",
          "09-forger-and-detective.md",
          "10-map-of-digits.md",
          "11-cleaning-noise.md",
          "12-elephant-to-bullet-train.md",
          "13-who-was-in-the-average.md",
          "14-who-was-in-the-training-set.md",
          "15-perceptron.md",
          "16-optimal-discriminator.md",
          "17-principal-components.md",
          "18-uniform.md");

  private Lessons() {}

  /**
   * A folder's lessons.
   *
   * @param lessons those that could be read, by number and title
   * @param faults a sentence for each of the others
   */
  public record Shelf(List<Lesson> lessons, List<String> faults) {
    /** Takes copies. */
    public Shelf {
      lessons = List.copyOf(lessons);
      faults = List.copyOf(faults);
    }
  }

  /** Read when they are first asked for. */
  private static final class Read {
    private static final List<Lesson> ALL = SHIPPED.stream().map(Lessons::shipped).toList();
  }

  /**
   * The lessons that the lab brings along. The first call reads their files, so it is better not
   * made on the window's thread.
   */
  public static List<Lesson> shipped() {
    return Read.ALL;
  }

  private static Lesson shipped(String file) {
    try (InputStream in = Lessons.class.getResourceAsStream(RESOURCES + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " was not built into the lab");
      }
      return LessonParser.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /**
   * Reads a lesson file.
   *
   * @throws LabException if it cannot be read, or with the line of the first fault
   */
  public static Lesson read(Path file) {
    return LessonParser.parse(text(file), String.valueOf(file.getFileName()));
  }

  private static String text(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new LabException(file + " is a folder; name a lesson file, such as lesson.md.");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new LabException(file + " is larger than 1 MB; a lesson is a short text.");
      }
      return Files.readString(file);
    } catch (CharacterCodingException binary) {
      throw new LabException(file + " is not a text in UTF-8; save it as one.", binary);
    } catch (IOException unreadable) {
      throw new LabException(
          file
              + " cannot be read: "
              + AtomicFiles.reason(unreadable)
              + "; name a lesson file that you may read.",
          unreadable);
    }
  }

  /**
   * Reads all files of a folder that end in {@code .md}; a broken one does not keep the others.
   *
   * @throws LabException if it is no folder that can be read
   */
  public static Shelf folder(Path folder) {
    List<Lesson> lessons = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        add(lessons, read(file), file);
      } catch (LabException broken) {
        faults.add(broken.getMessage());
      }
    }
    lessons.sort(Comparator.comparingInt(Lesson::number).thenComparing(Lesson::title));
    return new Shelf(lessons, faults);
  }

  private static void add(List<Lesson> lessons, Lesson lesson, Path file) {
    if (lessons.stream().anyMatch(other -> other.id().equals(lesson.id()))) {
      throw new LabException(
          file.getFileName()
              + " has the id '"
              + lesson.id()
              + "' of another lesson in this folder; give one of them another id.");
    }
    lessons.add(lesson);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(".md"))
          .filter(file -> !file.getFileName().toString().equalsIgnoreCase("readme.md"))
          .sorted()
          .limit(MOST_FILES)
          .toList();
    } catch (IOException unreadable) {
      throw new LabException(
          "The folder of lessons "
              + folder
              + " cannot be read: "
              + AtomicFiles.reason(unreadable)
              + "; name a folder with lesson files.",
          unreadable);
    }
  }
}
