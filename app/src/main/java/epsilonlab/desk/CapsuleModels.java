package epsilonlab.desk;

import epsilonlab.engine.LabException;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import epsilonlab.report.capsule.Capsule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The models of a capsule in the library.
 *
 * @param entries by what the capsule calls them: the names of its weights without folder and
 *     ending, which are the ids of the library that it was made in
 * @param troubles a sentence for each that could not be taken
 */
public record CapsuleModels(Map<String, ModelEntry> entries, List<String> troubles) {
  private static final String ENDING = ".safetensors";

  /** Takes copies. */
  public CapsuleModels {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    troubles = List.copyOf(troubles);
  }

  /** Brings all of them in, each once: same weights are the same model. Not for the FX thread. */
  public static CapsuleModels bring(Capsule capsule, ModelLibrary library) {
    Map<String, ModelEntry> entries = new LinkedHashMap<>();
    List<String> troubles = new ArrayList<>();
    capsule
        .weights()
        .forEach(
            (place, bytes) -> {
              String file = place.substring(Capsule.WEIGHTS.length());
              try {
                entries.put(name(file), library.addOnce(bytes, file));
              } catch (LabException unusable) {
                troubles.add(unusable.getMessage());
              }
            });
    return new CapsuleModels(entries, troubles);
  }

  /** What a model is called in a capsule. */
  private static String name(String file) {
    return file.substring(0, file.length() - ENDING.length());
  }

  /** Where the weights of a model of this id lie in a capsule. */
  public static String place(String id) {
    return Capsule.WEIGHTS + id + ENDING;
  }
}
