package epsilonlab.ui.frame;

import epsilonlab.lesson.fact.Facts;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.LabState;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.lesson.LabAccess;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts of the frame and of all tabs that were ever in view. */
final class WindowFacts implements LabAccess {
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
