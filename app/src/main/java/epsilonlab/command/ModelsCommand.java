package epsilonlab.command;

import epsilonlab.engine.LabException;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The model library. */
@Command(
    name = "models",
    description = {
      "The model library: models list; models export NAME FILE; models import FILE [--name N];",
      "models delete NAME; models restore NAME."
    })
final class ModelsCommand extends LabCommand {
  @Parameters(
      index = "0",
      paramLabel = "ACTION",
      description = "list, export, import, delete or restore.")
  String action;

  @Parameters(index = "1..*", arity = "0..2", paramLabel = "NAME or FILE", description = "Of what.")
  List<String> arguments = List.of();

  @Option(names = "--name", paramLabel = "NAME", description = "What to call an imported model.")
  String newName;

  @Mixin ArchitectureOption architecture = new ArchitectureOption();

  @Override
  String name() {
    return "models";
  }

  @Override
  Optional<String> whyNoCapsule() {
    return Optional.of("models computes nothing that could be run again; leave --capsule out.");
  }

  @Override
  void check() {
    int expected =
        switch (action) {
          case "list" -> 0;
          case "import", "delete", "restore" -> 1;
          case "export" -> 2;
          default ->
              throw new LabException(
                  "There is no action '"
                      + action
                      + "'; choose list, export, import, delete or restore.");
        };
    if (arguments.size() != expected) {
      throw new LabException(
          "models "
              + action
              + " takes "
              + expected
              + (expected == 1 ? " argument" : " arguments")
              + "; see epsilonlab models --help.");
    }
    architecture.checkOfAnyKind();
  }

  @Override
  void run(CommandRun run) {
    run.setting("action", action);
    run.setting("arguments", arguments);
    run.setting("name", newName);
    run.setting("model", architecture.name);
    ModelLibrary library = run.models().library();
    Map<String, Object> results = new LinkedHashMap<>();
    switch (action) {
      case "export" ->
          results.put(
              "file",
              library
                  .export(library.find(arguments.get(0)).id(), Path.of(arguments.get(1)))
                  .toString());
      case "import" ->
          results.put(
              "model",
              row(library.importFile(Path.of(arguments.get(0)), newName, architecture.name)));
      case "delete" -> {
        ModelEntry entry = library.find(arguments.get(0));
        library.delete(entry.id());
        results.put("deleted", row(entry));
      }
      case "restore" -> results.put("model", row(library.restore(arguments.get(0))));
      default -> {
        results.put("models", library.list().stream().map(ModelsCommand::row).toList());
        results.put("notices", library.notices());
      }
    }
    run.finish(results);
  }

  static Map<String, Object> row(ModelEntry entry) {
    ModelCard card = entry.card();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", entry.id());
    row.put("name", card.name());
    row.put(
        "kind", GenerativeModels.isGenerative(card.architecture()) ? "generative" : "classifier");
    row.put("architecture", card.architecture());
    row.put("dataset", card.dataset());
    row.put("training", card.training());
    row.put("seed", card.seed());
    row.put("clean_accuracy", card.cleanAccuracy());
    row.put("robust_accuracy", card.robustAccuracy());
    row.put("created", card.created().toString());
    row.put("sha256", entry.sha256());
    row.put("file", entry.file().toString());
    return row;
  }
}
