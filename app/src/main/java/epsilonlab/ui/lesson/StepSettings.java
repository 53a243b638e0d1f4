package epsilonlab.ui.lesson;

import epsilonlab.engine.LabException;
import epsilonlab.lesson.Step;
import epsilonlab.lesson.fact.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a step sets in the lab: all of it when the step comes into view, and what it locks again
 * whenever it was changed another way. What cannot be had yet, such as a network that has to be
 * trained first, is tried again now and then.
 */
final class StepSettings {
  private static final String TAB = "lab.tab";
  private static final int PATIENCE = 10;

  private final LabAccess lab;
  private final Map<String, Object> wanted = new LinkedHashMap<>();
  private final Map<String, Object> locked = new LinkedHashMap<>();
  private final Map<String, String> troubles = new LinkedHashMap<>();
  private Facts seen = Facts.NONE;
  private int waited;

  StepSettings(LabAccess lab) {
    this.lab = lab;
  }

  /** Sets all that a step sets, in the order of its file, and forgets the step before. */
  void enter(Step step) {
    wanted.clear();
    locked.clear();
    troubles.clear();
    waited = 0;
    wanted.putAll(step.setup());
    wanted.putAll(step.suggest());
    locked.putAll(step.setup());
    // a student may look at another tab
    locked.remove(TAB);
    wanted.forEach(this::set);
    seen = lab.now();
  }

  private void set(String name, Object value) {
    if (!lab.canTake(name)) {
      return;
    }
    try {
      lab.take(name, value);
      troubles.remove(name);
    } catch (LabException impossible) {
      troubles.put(name, impossible.getMessage());
    }
  }

  /**
   * Keeps what is locked as it is.
   *
   * @return what the lab knows afterwards
   */
  Facts keep() {
    Facts now = lab.now();
    boolean changed = false;
    for (Map.Entry<String, Object> setting : locked.entrySet()) {
      Optional<Object> is = now.get(setting.getKey());
      boolean moved =
          is.isPresent()
              && !is.get().equals(setting.getValue())
              && !is.equals(seen.get(setting.getKey()));
      if (moved && !troubles.containsKey(setting.getKey())) {
        set(setting.getKey(), setting.getValue());
        changed = true;
      }
    }
    if (!troubles.isEmpty() && ++waited % PATIENCE == 0) {
      Map.copyOf(troubles).keySet().forEach(name -> set(name, wanted.get(name)));
      changed = true;
    }
    seen = changed ? lab.now() : now;
    return seen;
  }

  /** The first thing that could not be set, in one sentence. */
  Optional<String> trouble() {
    return troubles.values().stream().findFirst();
  }
}
