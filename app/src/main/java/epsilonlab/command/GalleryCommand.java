package epsilonlab.command;

import epsilonlab.attack.Epsilon;
import epsilonlab.data.ImageSet;
import epsilonlab.defence.Defence;
import epsilonlab.defence.Defences;
import epsilonlab.defence.Gallery;
import epsilonlab.defence.GalleryJob;
import epsilonlab.defence.GalleryRow;
import epsilonlab.model.Classifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Defences that look strong, and what breaks them. */
@Command(
    name = "gallery",
    description = "Defences that look strong under plain PGD, and the attacks that break them.")
final class GalleryCommand extends LabCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "One defence (default: all of them).")
  String defence;

  @Option(
      names = "--weights",
      required = true,
      paramLabel = "FILE",
      description = "A .safetensors file, or a name in the model library.")
  String weights;

  @Mixin ArchitectureOption architecture = new ArchitectureOption();

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      defaultValue = "" + GalleryJob.EPSILON,
      description = "The largest change of a pixel, or n/255 (default: ${DEFAULT-VALUE}).")
  String epsilonText;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "200",
      description = "The first N test images, or all (default: ${DEFAULT-VALUE}).")
  String count;

  private List<Defence> defences;
  private double epsilon;

  @Override
  String name() {
    return "gallery";
  }

  @Override
  void check() {
    architecture.check();
    defences = defence == null ? Defences.ALL : List.of(Defences.get(defence));
    epsilon = Epsilon.check(Numbers.epsilon(epsilonText));
    Numbers.count(count, Integer.MAX_VALUE);
  }

  @Override
  void run(CommandRun run) {
    run.setting("defences", defences.stream().map(Defence::id).toList());
    run.setting("weights", weights);
    run.setting("model", architecture.name);
    run.setting("epsilon", epsilon);
    run.setting("count", count);
    Classifier classifier = run.models().classifier(run.compute(), weights, architecture.name);
    ImageSet test = run.data().test();
    ImageSet some = test.slice(0, Numbers.count(count, test.size()));
    Gallery gallery =
        run.run(new GalleryJob(run.compute(), classifier, defences, some, epsilon, common.seed));
    GalleryFiles.write(run, gallery, epsilon);
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("count", some.size());
    results.put("epsilon", epsilon);
    Map<String, Object> undefended = new LinkedHashMap<>();
    undefended.put("clean", gallery.clean());
    undefended.put("plain", gallery.bare());
    results.put("undefended", undefended);
    results.put("defences", gallery.rows().stream().map(GalleryCommand::described).toList());
    run.finish(results);
  }

  private static Map<String, Object> described(GalleryRow row) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", row.defence().id());
    map.put("title", row.defence().title());
    map.put("clean", row.clean());
    map.put("plain", row.plain());
    map.put("plain_attack", row.plainAttack());
    map.put("zero_gradients", row.zeroGradients());
    map.put("adaptive", row.adaptive());
    map.put("adaptive_attack", row.defence().adaptiveAttack());
    map.put("verdict", row.sentence());
    map.put("why", row.defence().weakness());
    map.put("paper", row.defence().paper());
    row.ended().ifPresent(ended -> map.put("ended_by", ended(ended)));
    return map;
  }

  private static Map<String, Object> ended(GalleryRow.Ended ended) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("attack", ended.ending().attack());
    map.put("epsilon", ended.ending().epsilon());
    map.put("accuracy", ended.accuracy());
    map.put("why", ended.ending().sentence());
    return map;
  }
}
