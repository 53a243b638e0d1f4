package epsilonlab.command;

import epsilonlab.desk.CleanDesk;
import epsilonlab.engine.LabException;
import epsilonlab.settings.CommonSettings;
import epsilonlab.settings.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts the lab into a known state, the same on every machine. */
@Command(
    name = "reset",
    description = {
      "Puts the lab's folder into a known state.",
      "Settings at their defaults, the models of a capsule, no lesson begun. What was there is moved "
          + "aside; reset --undo brings it back."
    })
final class ResetCommand extends LabCommand {
  @Option(
      names = "--open",
      paramLabel = "CAPSULE",
      description = "A capsule whose models and state the window starts with.")
  Path open;

  @Option(
      names = "--lesson",
      paramLabel = "ID",
      description = "The lesson that is open at the next start (see lesson list).")
  String lesson;

  @Option(names = "--undo", description = "Brings back what the last reset moved aside.")
  boolean undo;

  @Option(names = "--yes", description = "Do it; without this nothing is changed.")
  boolean yes;

  @Override
  String name() {
    return "reset";
  }

  @Override
  Optional<String> whyNoCapsule() {
    return Optional.of(
        "reset computes nothing that could be run again; name a capsule to start with by --open.");
  }

  @Override
  void check() {
    if (undo && (open != null || lesson != null)) {
      throw new LabException("reset --undo takes neither --open nor --lesson; leave them out.");
    }
    if (!yes && !undo) {
      throw new LabException(
          "reset moves settings, models and answers aside; close the lab's window and add --yes.");
    }
  }

  @Override
  void run(CommandRun run) {
    run.setting("open", open);
    run.setting("lesson", lesson);
    run.setting("undo", undo);
    Map<String, Object> results = new LinkedHashMap<>();
    if (undo) {
      results.put("aside", CleanDesk.undo(run.home()).toString());
      run.finish(results);
      return;
    }
    CleanDesk.Done done =
        CleanDesk.reset(run.home(), Optional.ofNullable(open), Optional.ofNullable(lesson));
    if (common.data != null) {
      Settings settings = Settings.load(run.home());
      settings.set(CommonSettings.DATA_FOLDER, common.data.toAbsolutePath().toString());
      settings.save();
    }
    results.put("aside", done.aside().toString());
    results.put("models", done.models().stream().map(ModelsCommand::row).toList());
    results.put("notices", done.troubles());
    run.finish(results);
  }
}
