package epsilonlab.ui.theory;

import epsilonlab.settings.Setting;
import epsilonlab.ui.LabSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Which page is in view, remembered, and what is known of each: its check, and how far its
 * derivation is opened. Belongs to the FX thread; needs no screen.
 */
final class TheoryViewModel {
  private static final Setting<String> PAGE =
      Setting.of("theory.page", String.class, "linear-adversary");

  private final LabSession session;
  private final List<TheoryPages.Entry> entries;
  private final ObjectProperty<TheoryPages.Entry> page = new SimpleObjectProperty<>();
  private final BooleanProperty deriving = new SimpleBooleanProperty();
  private final Map<TheoryPages.Entry, TheoremCheck> checks = new HashMap<>();

  TheoryViewModel(LabSession session, List<TheoryPages.Entry> entries) {
    this.session = session;
    this.entries = entries;
    String last = session.settings().get(PAGE);
    page.set(
        entries.stream()
            .filter(entry -> entry.theorem().id().equals(last))
            .findFirst()
            .orElse(entries.get(0)));
    page.addListener((property, before, now) -> session.settings().set(PAGE, now.theorem().id()));
  }

  LabSession session() {
    return session;
  }

  List<TheoryPages.Entry> entries() {
    return entries;
  }

  /** The page in view. */
  ObjectProperty<TheoryPages.Entry> page() {
    return page;
  }

  /** Whether the derivation is seen in place of the drawing. */
  BooleanProperty deriving() {
    return deriving;
  }

  /** The check of a page's theorem. */
  TheoremCheck check(TheoryPages.Entry entry) {
    return checks.computeIfAbsent(entry, of -> new TheoremCheck(session, of.theorem()));
  }

  /** Brings the page of a theorem into view. */
  void show(String theorem) {
    entries.stream()
        .filter(entry -> entry.theorem().id().equals(theorem))
        .findFirst()
        .ifPresent(page::set);
  }

  /** Goes so many pages down the list, at most to its end. */
  void move(int by) {
    int to = entries.indexOf(page.get()) + by;
    page.set(entries.get(Math.max(0, Math.min(entries.size() - 1, to))));
  }
}
