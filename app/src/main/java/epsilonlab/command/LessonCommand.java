package epsilonlab.command;

import epsilonlab.engine.LabException;
import epsilonlab.lesson.Giveaways;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.Lessons;
import epsilonlab.lesson.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lessons: which there are, and whether a file is one. */
@Command(
    name = "lesson",
    description = {
      "Lessons: lesson list [--lessons DIR]; lesson check FILE.",
      "A broken file gets one sentence with the line."
    })
final class LessonCommand extends LabCommand {
  @Parameters(index = "0", paramLabel = "ACTION", description = "list or check.")
  String action;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "The lesson file to check.")
  Path file;

  @Option(
      names = "--lessons",
      paramLabel = "DIR",
      description = "A folder of lessons of one's own, listed after those of the lab.")
  Path folder;

  @Override
  String name() {
    return "lesson";
  }

  @Override
  Optional<String> whyNoCapsule() {
    return Optional.of("lesson computes nothing that could be run again; leave --capsule out.");
  }

  @Override
  void check() {
    boolean checks = action.equals("check");
    if (!checks && !action.equals("list")) {
      throw new LabException("There is no action '" + action + "'; choose list or check.");
    }
    if (checks != (file != null)) {
      throw new LabException(
          checks
              ? "lesson check takes a file, such as lesson check lesson.md."
              : "lesson list takes no file; name a folder with --lessons.");
    }
    if (checks && !Files.exists(file)) {
      throw new LabException("There is no file " + file + "; name a lesson file.");
    }
    if (folder != null && !Files.isDirectory(folder)) {
      throw new LabException(
          "There is no folder " + folder + "; name one that holds lesson files.");
    }
  }

  @Override
  void run(CommandRun run) {
    run.setting("action", action);
    run.setting("file", file);
    run.setting("lessons", folder);
    run.finish(action.equals("check") ? checked() : listed());
  }

  private Map<String, Object> checked() {
    Lesson lesson = Lessons.read(file);
    Map<String, Object> results = row(lesson, "file");
    results.put("file", file.toString());
    results.put("correct", true);
    results.put("remarks", Giveaways.of(lesson));
    return results;
  }

  private Map<String, Object> listed() {
    List<Map<String, Object>> rows = new ArrayList<>();
    Lessons.shipped().forEach(lesson -> rows.add(row(lesson, "shipped")));
    Optional<Lessons.Shelf> own = Optional.ofNullable(folder).map(Lessons::folder);
    own.ifPresent(shelf -> shelf.lessons().forEach(lesson -> rows.add(row(lesson, "folder"))));
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("lessons", rows);
    results.put("faults", own.map(Lessons.Shelf::faults).orElse(List.of()));
    return results;
  }

  private static Map<String, Object> row(Lesson lesson, String source) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", lesson.id());
    row.put("number", lesson.number());
    row.put("title", lesson.title());
    row.put("summary", lesson.summary());
    row.put("minutes", lesson.minutes());
    row.put("tabs", lesson.tabs());
    row.put("theory", lesson.theory());
    row.put("steps", lesson.steps().stream().map(Step::title).toList());
    row.put(
        "questions", lesson.steps().stream().filter(step -> step.question().isPresent()).count());
    row.put("source", source);
    return row;
  }
}
