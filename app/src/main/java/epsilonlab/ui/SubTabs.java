package epsilonlab.ui;

import epsilonlab.settings.Setting;
import epsilonlab.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** The parts of a tab, of which one is in view; which one is remembered. */
public final class SubTabs {
  private final List<SubTab> parts;
  private final Settings settings;
  private final Setting<String> remembered;
  private final Map<SubTab, Node> contents = new HashMap<>();
  private final StackPane root = new StackPane();
  private final List<Node> switches = new ArrayList<>();
  private TabFacts facts;
  private TabParts places;
  private SubTab current;
  private boolean shown;

  /**
   * @param remembered the id of the part that was in view last
   */
  public SubTabs(Settings settings, Setting<String> remembered, List<SubTab> parts) {
    this.settings = settings;
    this.remembered = remembered;
    this.parts = List.copyOf(parts);
    String last = settings.get(remembered);
    this.current =
        parts.stream().filter(part -> part.id().equals(last)).findFirst().orElse(parts.get(0));
  }

  /** What the tab shows. */
  public Node content() {
    show(current);
    return root;
  }

  /** Which part is in view. */
  public SubTab current() {
    return current;
  }

  /** Brings a part into view. */
  public void choose(String id) {
    parts.stream()
        .filter(part -> part.id().equals(id) && part != current)
        .findFirst()
        .ifPresent(
            part -> {
              if (shown) {
                current.onHidden();
              }
              current = part;
              settings.set(remembered, id);
              show(part);
              if (shown) {
                part.onShown();
              }
              root.lookupAll("#part-" + id).forEach(Node::requestFocus);
            });
  }

  private void show(SubTab part) {
    Node content = contents.get(part);
    if (content == null) {
      content = part.content(switchOf(part));
      contents.put(part, content);
      // what was told before does not know of it
      facts = null;
      places = null;
    }
    root.getChildren().setAll(content);
  }

  // each part has a switch of its own, on which it is the chosen one
  private Node switchOf(SubTab own) {
    HBox row = new HBox();
    row.getStyleClass().add("parts-switch");
    switches.add(row);
    ToggleGroup group = new ToggleGroup();
    for (SubTab part : parts) {
      ToggleButton button = new ToggleButton(part.title());
      button.setId("part-" + part.id());
      button.getStyleClass().add("part-switch");
      int place = parts.indexOf(part);
      button
          .getStyleClass()
          .add(place == 0 ? "left-pill" : place == parts.size() - 1 ? "right-pill" : "center-pill");
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setToggleGroup(group);
      button.setSelected(part == own);
      button.setOnAction(
          event -> {
            // pressing the chosen one again would switch it off
            group.selectToggle(buttonOf(group, own));
            choose(part.id());
          });
      row.getChildren().add(button);
    }
    return row;
  }

  private static ToggleButton buttonOf(ToggleGroup group, SubTab part) {
    return group.getToggles().stream()
        .map(ToggleButton.class::cast)
        .filter(button -> button.getId().equals("part-" + part.id()))
        .findFirst()
        .orElseThrow();
  }

  /** The tab has come into view. */
  public void onShown() {
    shown = true;
    current.onShown();
  }

  /** The tab has gone out of view. */
  public void onHidden() {
    shown = false;
    current.onHidden();
  }

  /** See {@link LabTab#onKey}. */
  public boolean onKey(KeyEvent event) {
    return current.onKey(event);
  }

  /** See {@link LabTab#export}. */
  public Optional<Runnable> export() {
    return current.export();
  }

  /** See {@link LabTab#shortcuts}; those of all parts. */
  public List<Shortcut> shortcuts() {
    return parts.stream().flatMap(part -> part.shortcuts().stream()).distinct().toList();
  }

  /** See {@link LabTab#facts}; those of all parts that were ever in view, and which one is. */
  public TabFacts facts(String partFact) {
    if (facts == null) {
      facts = new TabFacts().set(partFact, () -> current.id(), String.class, this::choose);
      contents.keySet().forEach(part -> facts.and(part.facts()));
    }
    return facts;
  }

  /** See {@link LabTab#parts}; those of all parts that were ever in view. */
  public TabParts parts(String partFact) {
    if (places == null) {
      places = new TabParts().control(partFact, switches.toArray(Node[]::new));
      contents.keySet().forEach(part -> places.and(part.parts()));
    }
    return places;
  }

  /** See {@link LabTab#results}; of the part in view. */
  public List<Repeatable> results() {
    return current.results();
  }

  /** See {@link LabTab#beforeClose}; of all parts. */
  public Optional<String> beforeClose() {
    String all =
        parts.stream()
            .flatMap(part -> part.beforeClose().stream())
            .collect(Collectors.joining(" "));
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  /** See {@link LabTab#keep}; of all parts. */
  public CompletableFuture<Void> keep() {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    parts.forEach(part -> all.add(part.keep()));
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
  }
}
