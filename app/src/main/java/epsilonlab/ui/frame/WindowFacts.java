package epsilonlab.ui.frame;

import epsilonlab.lesson.fact.Facts;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.LabState;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.state.SettableLab;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The facts of the frame and of all tabs that were ever in view. */
final class WindowFacts implements SettableLab {
  private final TabHost host;
  private final TabFacts frame;

  WindowFacts(LabSession session, LabState state, TabHost host) {
    this.host = host;
    frame =
        FrameFacts.of(
            session, () -> host.current().map(LabTab::id).orElse(null), state.wantedTab()::set);
  }

  private Stream<TabFacts> all() {
    return Stream.concat(Stream.of(frame), host.built().stream().map(LabTab::facts));
  }

  @Override
  public Facts now() {
    Map<String, Object> values = new LinkedHashMap<>();
    all().forEach(facts -> values.putAll(facts.now().values()));
    return Facts.of(values);
  }

  private Optional<TabFacts> taker(String name) {
    return all().filter(facts -> facts.settable().contains(name)).findFirst();
  }

  @Override
  public Set<String> settable() {
    Set<String> names = new TreeSet<>();
    all().forEach(facts -> names.addAll(facts.settable()));
    return names;
  }

  @Override
  public Set<String> settableInView() {
    Set<String> names = new TreeSet<>(frame.settable());
    host.current()
        .ifPresent(
            tab -> {
              TabFacts facts = tab.facts();
              Optional<Object> part = facts.now().get(tab.id() + ".part");
              // of a tab with parts, those of the part in view
              facts.settable().stream()
                  .filter(
                      name ->
                          part.isEmpty()
                              || name.startsWith(tab.id() + ".")
                              || name.startsWith(part.get() + "."))
                  .forEach(names::add);
            });
    return names;
  }

  @Override
  public void prepare(String tab) {
    host.prepare(tab);
  }

  @Override
  public boolean canTake(String name) {
    return taker(name).isPresent();
  }

  @Override
  public void take(String name, Object value) {
    taker(name)
        .orElseThrow(() -> new IllegalArgumentException("nobody takes " + name))
        .take(name, value);
  }
}
