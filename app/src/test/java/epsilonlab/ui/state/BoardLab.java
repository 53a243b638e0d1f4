package epsilonlab.ui.state;

import epsilonlab.engine.LabException;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.TabFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A lab that a map stands for: what was set is told again, and the order of setting is kept. */
public final class BoardLab implements SettableLab {
  public final Map<String, Object> values = new HashMap<>();
  public final List<String> order = new ArrayList<>();
  private final TabFacts facts = new TabFacts();

  /** What a fact refuses, by its name, with the sentence. */
  public final Map<String, String> refusals = new HashMap<>();

  public BoardLab(LabSession session) {
    values.put("lab.tab", "attack");
    value("lab.tab", String.class);
    value("attack.attack", String.class);
    value("attack.epsilon", Double.class);
    value("attack.class", Double.class);
    value("attack.index", Double.class);
    facts.tell("attack.after", () -> values.get("attack.after"));
    facts.set(
        "lab.seed",
        () -> session.seed().get(),
        Double.class,
        wanted -> session.seed().set(wanted.longValue()));
    facts.set(
        "lab.model",
        () -> session.model().get() == null ? null : session.model().get().card().name(),
        String.class,
        wanted ->
            session
                .model()
                .set(
                    session.models().stream()
                        .filter(entry -> entry.id().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> new LabException("No model " + wanted + "."))));
  }

  private <T> void value(String name, Class<T> kind) {
    facts.set(
        name,
        () -> values.get(name),
        kind,
        wanted -> {
          if (refusals.containsKey(name)) {
            throw new LabException(refusals.get(name));
          }
          order.add(name);
          values.put(name, wanted);
        });
  }

  @Override
  public Set<String> settable() {
    return facts.settable();
  }

  @Override
  public Set<String> settableInView() {
    return facts.settable();
  }

  @Override
  public void prepare(String tab) {
    // all of it is there
  }

  @Override
  public Facts now() {
    return facts.now();
  }

  @Override
  public boolean canTake(String name) {
    return facts.settable().contains(name);
  }

  @Override
  public void take(String name, Object value) {
    facts.take(name, value);
  }
}
