package epsilonlab.lesson.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import epsilonlab.engine.LabException;
import epsilonlab.lesson.Lesson;
import epsilonlab.settings.AtomicFiles;
import epsilonlab.settings.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps how far a student has come, a file a lesson in the lab's folder. A lesson whose text has
 * changed begins anew; what was answered before stays in its own file.
 */
public final class LessonProgress {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final int MARK = 12;

  private final Home home;

  /** The progress in a lab's folder. */
  public LessonProgress(Home home) {
    this.home = home;
  }

  /**
   * Where a student goes on.
   *
   * @param notice a sentence if earlier answers could not be taken up
   */
  public record Loaded(LessonRun run, Optional<String> notice) {}

  /**
   * Saves, atomically; to be called off the window's thread.
   *
   * @throws LabException if that is impossible
   */
  public void save(LessonRun run) {
    write(run.lesson(), text(run));
  }

  /** What {@link #write} brings to the disk; quick, for the thread that the run belongs to. */
  public static String text(LessonRun run) {
    return GSON.toJson(ProgressJson.write(run)) + "\n";
  }

  /**
   * A run from its {@link #text}, for example out of a capsule.
   *
   * @throws LabException if the text is damaged, or of another version of the lesson
   */
  public static LessonRun read(Lesson lesson, String text) {
    try {
      return ProgressJson.read(JsonParser.parseString(text).getAsJsonObject(), lesson);
    } catch (RuntimeException damaged) {
      throw new LabException(
          "The answers are not those of the lesson “"
              + lesson.title()
              + "” as this lab has it; begin the lesson anew.",
          damaged);
    }
  }

  /**
   * Brings a {@link #text} to the disk, atomically.
   *
   * @throws LabException if that is impossible
   */
  public void write(Lesson lesson, String text) {
    Path file = file(lesson);
    try {
      AtomicFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new LabException(
          "The answers of this lesson cannot be saved to "
              + file
              + ": "
              + AtomicFiles.reason(impossible)
              + "; make room there, or set "
              + Home.VARIABLE
              + " to a folder that you may write.",
          impossible);
    }
  }

  /**
   * Brings a {@link #text} of elsewhere to the disk; what was there lies beside it from then on, in
   * a file that ends in {@code .before}. To be called off the window's thread.
   *
   * @return the text that it took the place of, if there was another one
   * @throws LabException before anything is changed if the text is damaged or of another version of
   *     the lesson; or if it cannot be written
   */
  public Optional<String> replace(Lesson lesson, String text) {
    read(lesson, text);
    Path file = file(lesson);
    Optional<String> before = Optional.empty();
    try {
      before = Optional.of(Files.readString(file)).filter(other -> !other.equals(text));
      if (before.isPresent()) {
        Path beside = file.resolveSibling(file.getFileName() + ".before");
        AtomicFiles.write(beside, before.get().getBytes(StandardCharsets.UTF_8));
      }
    } catch (NoSuchFileException none) {
      // nothing was answered yet
    } catch (IOException impossible) {
      throw new LabException(
          "Your own answers in "
              + file
              + " cannot be put aside: "
              + AtomicFiles.reason(impossible)
              + "; see that you may read and write the folder.",
          impossible);
    }
    write(lesson, text);
    return before;
  }

  /**
   * How many steps are done; 0 for a file that cannot be read, which stays as it is. To be called
   * off the window's thread.
   */
  public int stepsDone(Lesson lesson) {
    try {
      LessonRun run = read(lesson, Files.readString(file(lesson)));
      return (int) IntStream.range(0, lesson.steps().size()).filter(run::isDone).count();
    } catch (IOException | LabException noneYet) {
      return 0;
    }
  }

  /** Where the student left the lesson, or its first step; to be called off the window's thread. */
  public Loaded load(Lesson lesson) {
    Path file = file(lesson);
    try {
      LessonRun run =
          ProgressJson.read(
              JsonParser.parseString(Files.readString(file)).getAsJsonObject(), lesson);
      return new Loaded(run, Optional.empty());
    } catch (NoSuchFileException first) {
      return new Loaded(new LessonRun(lesson), ofAnotherText(lesson));
    } catch (IOException unreadable) {
      return anew(lesson, "cannot be read (" + AtomicFiles.reason(unreadable) + ")", file);
    } catch (RuntimeException damaged) {
      return anew(lesson, "are damaged", moveAside(file));
    }
  }

  private static Loaded anew(Lesson lesson, String why, Path file) {
    return new Loaded(
        new LessonRun(lesson),
        Optional.of(
            "Your earlier answers to “"
                + lesson.title()
                + "” "
                + why
                + ", so the lesson begins anew; their file is "
                + file
                + "."));
  }

  private static Path moveAside(Path file) {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return aside;
    } catch (IOException impossible) {
      return file;
    }
  }

  private Optional<String> ofAnotherText(Lesson lesson) {
    String name = lesson.id() + "-[0-9a-f]{" + MARK + "}\\.json";
    try (Stream<Path> files = Files.list(home.lessons())) {
      return files
          .filter(file -> file.getFileName().toString().matches(name))
          .sorted()
          .findFirst()
          .map(
              file ->
                  "The lesson “"
                      + lesson.title()
                      + "” has changed since you left it, so it begins anew; your earlier answers"
                      + " are in "
                      + file
                      + ".");
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Forgets what was answered, so that the lesson begins anew. */
  public void forget(Lesson lesson) {
    try {
      Files.deleteIfExists(file(lesson));
    } catch (IOException impossible) {
      throw new LabException(
          "The answers in "
              + file(lesson)
              + " cannot be deleted: "
              + AtomicFiles.reason(impossible)
              + "; delete the file yourself.",
          impossible);
    }
  }

  private Path file(Lesson lesson) {
    return home.lessons()
        .resolve(lesson.id() + "-" + lesson.fingerprint().substring(0, MARK) + ".json");
  }
}
