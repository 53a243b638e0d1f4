package epsilonlab.ui.capsule;

import epsilonlab.data.DataSet;
import epsilonlab.desk.CapsuleModels;
import epsilonlab.engine.Compute;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.run.LessonProgress;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import epsilonlab.model.Safetensors;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleReport;
import epsilonlab.report.capsule.DataUsed;
import epsilonlab.report.capsule.Experiment;
import epsilonlab.report.capsule.LessonState;
import epsilonlab.report.capsule.Moment;
import epsilonlab.report.capsule.ResultJson;
import epsilonlab.report.capsule.ShownResult;
import epsilonlab.report.handin.ReportDocument;
import epsilonlab.settings.LabVersion;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Repeatable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * The state of the lab at one moment, copied on the FX thread; {@link #capsule} reads the models'
 * files and may take its time.
 */
final class LabCapsule {
  private static final String MODEL = "lab.model";
  private static final String LOCAL = "local folder";

  private final Facts facts;
  private final Optional<DataUsed> data;
  private final List<String> indices;
  private final Optional<LessonState> lesson;
  private final List<Moment> moments;
  private final List<Repeatable> results;
  private final Optional<Callable<ReportDocument>> report;
  private final Map<String, String> environment;

  private LabCapsule(
      Facts facts,
      Optional<DataUsed> data,
      List<String> indices,
      Optional<LessonState> lesson,
      List<Moment> moments,
      List<Repeatable> results,
      Optional<Callable<ReportDocument>> report,
      Map<String, String> environment) {
    this.facts = facts;
    this.data = data;
    this.indices = indices;
    this.lesson = lesson;
    this.moments = moments;
    this.results = results;
    this.report = report;
    this.environment = environment;
  }

  /**
   * Copies the state.
   *
   * @param state what the lab is set to
   * @param run the open lesson, or null
   * @param shown the numbers and figures
   */
  static LabCapsule of(
      LabSession session, Facts state, List<Moment> moments, LessonRun run, WindowResults shown) {
    return new LabCapsule(
        state,
        Optional.ofNullable(session.data().get()).map(LabCapsule::used),
        List.of("" + session.digit().get()),
        Optional.ofNullable(run)
            .map(open -> new LessonState(open.lesson().id(), LessonProgress.text(open))),
        List.copyOf(moments),
        session.data().get() == null ? List.of() : List.copyOf(shown.results()),
        shown.report(),
        environment(session.compute().getNow(null)));
  }

  // without a path of somebody's machine
  private static DataUsed used(DataSet data) {
    String source = data.source().startsWith(LOCAL) ? LOCAL : data.source();
    return new DataUsed(data.id(), data.title(), source, data.sha256());
  }

  private static Map<String, String> environment(Compute compute) {
    Map<String, String> all = new LinkedHashMap<>();
    if (compute != null) {
      all.put("device", compute.deviceName());
      all.put("engine", compute.engine());
      all.put("threads", "" + compute.threads());
    }
    all.put("java", System.getProperty("java.version"));
    all.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return all;
  }

  /**
   * The capsule with the weights of the model in use and of those that the moments and results use.
   *
   * @throws epsilonlab.engine.LabException if a model's file is gone or damaged
   */
  Capsule capsule(ModelLibrary library) throws Exception {
    Set<String> ids = new LinkedHashSet<>();
    facts.get(MODEL).ifPresent(id -> ids.add(id.toString()));
    moments.forEach(
        moment ->
            Optional.ofNullable(moment.settings().get(MODEL))
                .ifPresent(id -> ids.add(id.toString())));
    results.forEach(result -> result.models().values().forEach(model -> ids.add(model.id())));
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String id : ids) {
      ModelEntry entry = library.find(id);
      files.put(
          CapsuleModels.place(id),
          new Safetensors(library.weights(entry.id()), entry.card().toMetadata()).toBytes());
    }
    if (report.isPresent()) {
      files.putAll(CapsuleReport.files(report.get().call()));
    }
    return new Capsule(
        LabVersion.current(),
        "window",
        moments.isEmpty() ? "The lab as it was" : "A lecture of " + moments.size() + " moments",
        Optional.empty(),
        data,
        indices,
        facts,
        lesson,
        moments,
        List.of(),
        results.stream().map(this::shown).toList(),
        environment,
        files);
  }

  private ShownResult shown(Repeatable result) {
    Map<String, List<String>> options = new LinkedHashMap<>(result.options());
    result
        .models()
        .forEach((option, model) -> options.put(option, List.of(CapsuleModels.place(model.id()))));
    DataUsed used = result.data().map(LabCapsule::used).or(() -> data).orElseThrow();
    Experiment experiment =
        new Experiment(result.command(), options, Map.of(), result.seed(), used.id());
    List<String> compared = result.isWhole() ? List.of() : List.copyOf(result.results().keySet());
    return new ShownResult(experiment, used, ResultJson.numbers(result.results()), compared);
  }
}
