package epsilonlab.ui;

import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.PartNames;
import epsilonlab.report.Table;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.ui.component.FigureView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * Where on a tab things are: the parts that a lesson covers or a report shows, by the names of
 * {@link PartNames}, and the controls of the facts that can be set, by the names of {@link
 * FactNames}. Built once, by a view. Belongs to the FX thread.
 */
public final class TabParts {
  private final Map<String, List<Place>> places = new LinkedHashMap<>();
  private final Map<String, Consumer<Boolean>> hiding = new LinkedHashMap<>();
  private final Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
  private final Map<String, Supplier<Table>> tables = new LinkedHashMap<>();
  private final Map<String, List<Node>> controls = new LinkedHashMap<>();
  private final Map<String, Set<String>> repeats = new LinkedHashMap<>();

  /**
   * A piece of the window.
   *
   * @param left where on the node it begins, as a share of its width; it reaches to the right end
   */
  public record Place(Node node, double left) {
    /** All of a node. */
    public Place(Node node) {
      this(node, 0);
    }
  }

  /** A part that can only be covered; it may be made of several nodes. */
  public TabParts part(String name, Node... nodes) {
    return part(name, Arrays.stream(nodes).map(Place::new).toList());
  }

  /** A part that is made of pieces. */
  public TabParts part(String name, List<Place> pieces) {
    if (places.putIfAbsent(known(name), List.copyOf(pieces)) != null) {
      throw new IllegalArgumentException(name + " is told twice");
    }
    return this;
  }

  /**
   * What else happens while a part is covered, where a cover alone would not hide it.
   *
   * @param hide called with true and with false, also when nothing changes
   */
  public TabParts whenCovered(String name, Consumer<Boolean> hide) {
    hiding.merge(name, hide, Consumer::andThen);
    return this;
  }

  /**
   * Says that a part shows again what other parts show, as the verdict repeats the answer of the
   * attacked digit: wherever one of those is covered, it is covered too.
   *
   * @param part the one that would give it away
   * @param answers what it repeats; parts of other tabs may be among them
   */
  public TabParts repeats(String part, String... answers) {
    for (String name : answers) {
      known(name);
    }
    repeats.computeIfAbsent(known(part), any -> new LinkedHashSet<>()).addAll(List.of(answers));
    return this;
  }

  /**
   * These parts, and those that repeat what they show. What only repeats one of the latter stays
   * free: it says nothing of what shall be guessed.
   */
  public Set<String> withRepeats(Set<String> covered) {
    Set<String> all = new LinkedHashSet<>(covered);
    repeats.forEach(
        (part, answers) -> {
          if (answers.stream().anyMatch(covered::contains)) {
            all.add(part);
          }
        });
    return all;
  }

  private static String known(String name) {
    if (PartNames.find(name).isEmpty()) {
      throw new IllegalArgumentException("no part is called " + name);
    }
    return name;
  }

  /**
   * A figure.
   *
   * @param besides what would give it away as well: a remark, the same figure while presenting
   */
  public TabParts figure(String name, FigureView view, Node... besides) {
    List<Node> nodes = new ArrayList<>(List.of(besides));
    nodes.add(0, view);
    part(name, nodes.toArray(Node[]::new));
    figures.put(name, view::getFigure);
    return this;
  }

  /**
   * A figure that something more than a view shows.
   *
   * @param figure gives it as it is now; null while there is none
   */
  public TabParts figure(String name, Node place, Supplier<Figure> figure) {
    part(name, place);
    figures.put(name, figure);
    return this;
  }

  /** What a report shows of a part that is made of several nodes; null while there is nothing. */
  public TabParts shows(String name, Supplier<Figure> figure) {
    figures.put(name, figure);
    return this;
  }

  /**
   * A table.
   *
   * @param table gives it as it is now; null while there is none
   * @param besides what would give it away as well: its numbers in words
   */
  public TabParts table(String name, Node place, Supplier<Table> table, Node... besides) {
    List<Node> nodes = new ArrayList<>(List.of(besides));
    nodes.add(0, place);
    part(name, nodes.toArray(Node[]::new));
    tables.put(name, table);
    return this;
  }

  /** A table whose numbers belong to a figure. */
  public TabParts figureTable(
      String name, Node place, Supplier<FigureTable> numbers, Node... besides) {
    return table(
        name, place, () -> Optional.ofNullable(numbers.get()).map(Table::of).orElse(null), besides);
  }

  /** The controls that set a fact; they are what a lesson locks. There may be more elsewhere. */
  public TabParts control(String fact, Node... nodes) {
    if (FactNames.find(fact).filter(name -> name.settable()).isEmpty()) {
      throw new IllegalArgumentException("no fact that can be set is called " + fact);
    }
    List<Node> all = new ArrayList<>(controls(fact));
    all.addAll(List.of(nodes));
    controls.put(fact, List.copyOf(all));
    return this;
  }

  /** Adds all of another part of the same tab. */
  public TabParts and(TabParts other) {
    other.places.forEach(this::part);
    other.hiding.forEach(this::whenCovered);
    other.repeats.forEach((part, answers) -> repeats(part, answers.toArray(String[]::new)));
    figures.putAll(other.figures);
    tables.putAll(other.tables);
    other.controls.forEach((fact, nodes) -> control(fact, nodes.toArray(Node[]::new)));
    return this;
  }

  /** Where a part is; empty if it is not here. */
  public List<Place> places(String part) {
    return places.getOrDefault(part, List.of());
  }

  /** Tells a part whether it is covered. */
  public void hide(String part, boolean covered) {
    hiding.getOrDefault(part, any -> {}).accept(covered);
  }

  /** Whether a part is here, or something that has to be hidden with it. */
  public boolean has(String part) {
    return places.containsKey(part) || hiding.containsKey(part);
  }

  /** The parts that are here. */
  public Set<String> names() {
    return Set.copyOf(places.keySet());
  }

  /** A figure as it is now. */
  public Optional<Figure> figure(String part) {
    return Optional.ofNullable(figures.get(part)).map(Supplier::get);
  }

  /** A table as it is now. */
  public Optional<Table> table(String part) {
    return Optional.ofNullable(tables.get(part)).map(Supplier::get);
  }

  /** The controls of a fact; empty if it has none here. */
  public List<Node> controls(String fact) {
    return controls.getOrDefault(fact, List.of());
  }
}
