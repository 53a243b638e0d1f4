package epsilonlab.ui.capsule;

import epsilonlab.desk.CapsuleModels;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.Lessons;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleFile;
import epsilonlab.report.capsule.Moment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A capsule that was read, with its models in this library.
 *
 * @param capsule as it was written
 * @param models what became of its weights
 * @param lesson the lesson that it speaks of, if this lab has it
 */
record OpenedCapsule(Capsule capsule, CapsuleModels models, Optional<Lesson> lesson) {
  private static final String MODEL = "lab.model";

  /**
   * Reads a file and brings its models into the library. Not for the FX thread.
   *
   * @param own the folder with the user's own lessons
   * @throws epsilonlab.engine.LabException with one sentence if it is no sound capsule
   */
  static OpenedCapsule read(Path file, ModelLibrary library, Optional<Path> own) {
    Capsule capsule = CapsuleFile.read(file);
    return new OpenedCapsule(
        capsule,
        CapsuleModels.bring(capsule, library),
        capsule.lesson().flatMap(state -> lesson(state.id(), own)));
  }

  private static Optional<Lesson> lesson(String id, Optional<Path> own) {
    return Lessons.shipped().stream()
        .filter(lesson -> lesson.id().equals(id))
        .findFirst()
        .or(
            () ->
                own.flatMap(
                    folder ->
                        Lessons.folder(folder).lessons().stream()
                            .filter(lesson -> lesson.id().equals(id))
                            .findFirst()));
  }

  /** The state of the lab in it, or that which its experiment stands for. */
  Facts state() {
    Facts facts =
        capsule.facts().values().isEmpty()
            ? capsule
                .experiment()
                .map(experiment -> ExperimentState.of(experiment, capsule))
                .orElse(Facts.NONE)
            : capsule.facts();
    boolean namesModel = facts.get(MODEL).isPresent();
    Optional<ModelEntry> first = models.entries().values().stream().findFirst();
    if (!namesModel && first.isPresent()) {
      facts = facts.with(MODEL, first.get().id());
    }
    return Facts.of(here(facts.values()));
  }

  /** Its moments, with the models as they are called here. */
  List<Moment> moments() {
    return capsule.moments().stream()
        .map(
            moment ->
                new Moment(moment.title(), moment.say(), here(moment.settings()), moment.covered()))
        .toList();
  }

  private Map<String, Object> here(Map<String, Object> settings) {
    Map<String, Object> all = new LinkedHashMap<>(settings);
    all.computeIfPresent(
        MODEL,
        (name, id) -> {
          ModelEntry entry = models.entries().get(id);
          return entry == null ? id : entry.id();
        });
    return all;
  }
}
