package epsilonlab.ui.theory.page;

import epsilonlab.report.figure.Figure;
import epsilonlab.ui.TabFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * A theorem as it is shown: its words, its drawing, its numbers. Made when it is first chosen; each
 * method that builds nodes is called once. The frame adds the list, the check and the derivation.
 */
public interface TheoryPage {
  /** What does not change. */
  PageText text();

  /** The controls of the drawing, for the left column. */
  List<Node> controls();

  /** A table between the formula and the drawing, which gives way where the window is low. */
  default Optional<Region> cases() {
    return Optional.empty();
  }

  /** The drawing with its heading; it takes all the room there is. */
  Region drawing();

  /** Formula against measurement: cards for the right column. */
  List<Node> readings();

  /** What was just seen, in plain words; {@code **bold**} and {@code $symbols$} are set. */
  ObservableValue<String> words();

  /** What Ctrl+E writes, by file name without its extension. */
  Map<String, Figure> figures();

  /** What lessons may know of the drawing, and set on it. */
  default TabFacts facts() {
    return new TabFacts();
  }

  /** The numbers among {@link #facts()} that have a slider, by the names of the facts. */
  default Map<String, Quantity> sliders() {
    return Map.of();
  }

  /** It has come into view. */
  default void onShown() {}

  /** It has gone out of view. */
  default void onHidden() {}
}
