package epsilonlab.report.capsule;

import epsilonlab.lesson.fact.Facts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a capsule file holds; {@link CapsuleFile} reads and writes it.
 *
 * @param lab the version of the lab that made it
 * @param createdBy who made it: {@code epsilonlab attack}, or {@code window}
 * @param title what it is, in a few words
 * @param experiment what can be run again
 * @param data the images that it was computed from
 * @param indices test images that it speaks of, each an index or a range such as {@code 0-99}
 * @param facts the state of the window
 * @param lesson how far a student has come
 * @param moments what a lecturer prepared, in order
 * @param numbers the results, flattened
 * @param shown what the window showed and a command computes again
 * @param environment device, engine, threads, java and os on which they were computed
 * @param files everything beside the manifest, by its place: {@code weights/*.safetensors}, {@code
 *     report/*}, {@code results/result.json}; the bytes are shared and nobody may change them
 */
public record Capsule(
    String lab,
    String createdBy,
    String title,
    Optional<Experiment> experiment,
    Optional<DataUsed> data,
    List<String> indices,
    Facts facts,
    Optional<LessonState> lesson,
    List<Moment> moments,
    List<RecordedNumber> numbers,
    List<ShownResult> shown,
    Map<String, String> environment,
    Map<String, byte[]> files) {
  /** Where weights lie in a capsule. */
  public static final String WEIGHTS = "weights/";

  /** Where the report lies in a capsule. */
  public static final String REPORT = "report/";

  /** The result document in a capsule. */
  public static final String RESULT = "results/result.json";

  /** Takes copies of the lists and maps. */
  public Capsule {
    indices = List.copyOf(indices);
    moments = List.copyOf(moments);
    numbers = List.copyOf(numbers);
    shown = List.copyOf(shown);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /** A capsule of this origin that holds nothing yet. */
  public static Capsule empty(String lab, String createdBy, String title) {
    return new Capsule(
        lab,
        createdBy,
        title,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Facts.NONE,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of());
  }

  /** The same with the window's state. */
  public Capsule withFacts(Facts state) {
    return with(data, state, lesson, moments, files);
  }

  /** The same with a lesson. */
  public Capsule withLesson(LessonState state) {
    return with(data, facts, Optional.of(state), moments, files);
  }

  /** The same without a lesson. */
  public Capsule withoutLesson() {
    return with(data, facts, Optional.empty(), moments, files);
  }

  /** The same with a lecture. */
  public Capsule withMoments(List<Moment> lecture) {
    return with(data, facts, lesson, lecture, files);
  }

  /** The same with the images that it needs. */
  public Capsule withData(DataUsed used) {
    return with(Optional.of(used), facts, lesson, moments, files);
  }

  /** The same with more files; one of the same place is replaced. */
  public Capsule withFiles(Map<String, byte[]> more) {
    Map<String, byte[]> all = new LinkedHashMap<>(files);
    all.putAll(more);
    return with(data, facts, lesson, moments, all);
  }

  private Capsule with(
      Optional<DataUsed> used,
      Facts state,
      Optional<LessonState> progress,
      List<Moment> lecture,
      Map<String, byte[]> all) {
    return new Capsule(
        lab,
        createdBy,
        title,
        experiment,
        used,
        indices,
        state,
        progress,
        lecture,
        numbers,
        shown,
        environment,
        all);
  }

  /** The weights in it, by their place. */
  public Map<String, byte[]> weights() {
    Map<String, byte[]> all = new TreeMap<>(files);
    all.keySet().removeIf(place -> !place.startsWith(WEIGHTS));
    return all;
  }
}
