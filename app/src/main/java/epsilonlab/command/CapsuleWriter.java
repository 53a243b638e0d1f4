package epsilonlab.command;

import epsilonlab.data.DataSet;
import epsilonlab.engine.LabException;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.model.Safetensors;
import epsilonlab.report.ResultDocument;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleFile;
import epsilonlab.report.capsule.CapsuleReport;
import epsilonlab.report.capsule.DataUsed;
import epsilonlab.report.capsule.Experiment;
import epsilonlab.report.capsule.RecordedNumber;
import epsilonlab.report.capsule.ResultJson;
import epsilonlab.report.handin.ReportCollector;
import epsilonlab.report.handin.ResultReport;
import epsilonlab.settings.LabVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a command leaves in {@code --capsule}. */
final class CapsuleWriter {
  private static final List<String> PATHS = List.of("data", "out", "capsule", "weights-out");

  private final LabCommand command;
  private final ModelArguments models;
  private final Map<String, byte[]> weights = new LinkedHashMap<>();
  private final Map<String, String> places = new LinkedHashMap<>();
  private final Map<String, List<String>> options;
  private final ReportCollector shown = new ReportCollector();

  /**
   * Reads the weights that the call names, before the work may change them.
   *
   * @throws LabException if a file cannot be read
   */
  CapsuleWriter(LabCommand command, ModelArguments models) {
    this.command = command;
    this.models = models;
    this.options = ExperimentOptions.given(command.spec, this::take);
  }

  /** The place of the weights that an argument names. */
  private String take(String argument) {
    return places.computeIfAbsent(
        argument,
        name -> {
          Path file = models.path(name);
          return put(file.getFileName().toString(), Safetensors.bytes(file));
        });
  }

  private String put(String name, byte[] bytes) {
    String stem = CapsuleFile.fit(name.replaceFirst("\\.safetensors$", ""));
    String place = Capsule.WEIGHTS + stem + ".safetensors";
    for (int i = 2; weights.containsKey(place); i++) {
      place = Capsule.WEIGHTS + stem + "-" + i + ".safetensors";
    }
    weights.put(place, bytes);
    return place;
  }

  /** Takes weights that the command made. */
  void made(String name, byte[] safetensors) {
    put(name, safetensors);
  }

  /** Takes the figures and tables of the result. */
  ReportCollector shown() {
    return shown;
  }

  /**
   * Writes the file.
   *
   * @throws LabException if that is impossible
   */
  void write(ResultDocument document, Optional<DataSet> data) {
    ResultDocument portable = portable(document);
    List<RecordedNumber> numbers = ResultJson.numbers(portable);
    Map<String, byte[]> files = new LinkedHashMap<>(weights);
    files.putAll(CapsuleReport.files(ResultReport.of(portable, shown.sections())));
    files.put(Capsule.RESULT, portable.toJson().getBytes(StandardCharsets.UTF_8));
    Map<String, String> environment = new LinkedHashMap<>();
    document.environment().forEach((key, value) -> environment.put(key, Objects.toString(value)));
    Capsule capsule =
        new Capsule(
            LabVersion.current(),
            "epsilonlab " + command.name(),
            "Experiment: " + command.name(),
            Optional.of(
                new Experiment(
                    command.name(),
                    options,
                    new LinkedHashMap<>(portable.settings()),
                    command.common.seed,
                    command.common.dataset)),
            data.map(CapsuleWriter::used),
            data.isPresent() ? ResultJson.indices(numbers) : List.of(),
            Facts.NONE,
            Optional.empty(),
            List.of(),
            numbers,
            List.of(),
            environment,
            files);
    CapsuleFile.write(command.common.capsule, capsule);
  }

  private static DataUsed used(DataSet data) {
    return new DataUsed(data.id(), data.title(), withoutPath(data.source()), data.sha256());
  }

  private static String withoutPath(String source) {
    return source.startsWith("local folder") ? "local folder" : source;
  }

  /** The same result without paths of this machine, for the capsule will be handed on. */
  private ResultDocument portable(ResultDocument document) {
    Map<String, Object> settings = new LinkedHashMap<>(document.settings());
    PATHS.forEach(settings::remove);
    options.forEach(
        (name, values) -> {
          if (ExperimentOptions.OF_WEIGHTS.contains(name) && settings.containsKey(name)) {
            settings.put(name, values.size() == 1 ? values.get(0) : values);
          }
        });
    Map<String, Object> data = new LinkedHashMap<>(document.data());
    data.computeIfPresent("source", (key, value) -> withoutPath(value.toString()));
    return new ResultDocument(
        document.experiment(),
        settings,
        document.environment(),
        data,
        document.seconds(),
        document.results());
  }
}
