package epsilonlab.ui.state;

import epsilonlab.engine.LabException;
import epsilonlab.lesson.fact.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a lesson's step, a prepared moment or a capsule sets in the lab: all of it at once, and what
 * is locked again whenever it was changed another way. What cannot be had yet, such as a network
 * that has to be trained first, is tried again now and then; all but the tab waits for a data set
 * that is on its way. Whoever owns it calls {@link #keep()} ten times a second.
 */
public final class AppliedSettings {
  private static final String TAB = "lab.tab";
  private static final String DATA = "lab.dataset";
  private static final int PATIENCE = 10;

  private final LabAccess lab;
  private final BooleanSupplier loading;
  private final Map<String, Object> wanted = new LinkedHashMap<>();
  private final Map<String, Object> locked = new LinkedHashMap<>();
  private final Map<String, Object> afterLoading = new LinkedHashMap<>();
  private final Map<String, String> troubles = new LinkedHashMap<>();
  private Facts seen = Facts.NONE;
  private int waited;

  /**
   * Sets nothing yet.
   *
   * @param loading whether a data set is being loaded
   */
  public AppliedSettings(LabAccess lab, BooleanSupplier loading) {
    this.lab = lab;
    this.loading = loading;
  }

  /**
   * Sets all of these in their order, and forgets what was set before.
   *
   * @param keep those that are kept as they are from now on; the tab in view never is
   */
  public void enter(Map<String, Object> settings, Map<String, Object> keep) {
    forget();
    wanted.putAll(settings);
    locked.putAll(keep);
    // a student may look at another tab
    locked.remove(TAB);
    setInOrder(wanted);
    seen = lab.now();
  }

  private void setInOrder(Map<String, Object> settings) {
    settings.forEach(
        (name, value) -> {
          if (!name.equals(TAB) && !name.equals(DATA) && isAwaited()) {
            afterLoading.put(name, value);
          } else {
            set(name, value);
          }
        });
  }

  /** Whether the data set that was asked for is still on its way. */
  private boolean isAwaited() {
    return wanted.containsKey(DATA)
        && loading.getAsBoolean()
        && !lab.now().get(DATA).equals(Optional.of(wanted.get(DATA)));
  }

  /** Sets and keeps nothing any more. */
  public void forget() {
    wanted.clear();
    locked.clear();
    afterLoading.clear();
    troubles.clear();
    waited = 0;
  }

  /** Whether something waits for a data set, or is going to be tried again. */
  public boolean isPending() {
    return !afterLoading.isEmpty() || !troubles.isEmpty();
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
   * Keeps what is locked as it is, and sets what can be had by now.
   *
   * @return what the lab knows afterwards
   */
  public Facts keep() {
    Facts now = lab.now();
    boolean changed = false;
    if (!afterLoading.isEmpty() && !isAwaited()) {
      Map<String, Object> late = new LinkedHashMap<>(afterLoading);
      afterLoading.clear();
      setInOrder(late);
      changed = true;
    }
    for (Map.Entry<String, Object> setting : locked.entrySet()) {
      String name = setting.getKey();
      Optional<Object> is = now.get(name);
      boolean moved =
          is.isPresent()
              && !is.get().equals(setting.getValue())
              && !is.equals(seen.get(name))
              && !afterLoading.containsKey(name);
      if (moved && !troubles.containsKey(name)) {
        set(name, setting.getValue());
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
  public Optional<String> trouble() {
    return troubles.values().stream().findFirst();
  }

  /** What {@link #trouble()} is about: what was to be set, with its value. */
  public Optional<Map.Entry<String, Object>> troubled() {
    return troubles.keySet().stream().findFirst().map(name -> Map.entry(name, wanted.get(name)));
  }
}
