package epsilonlab.ui;

import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.PartNames;
import epsilonlab.report.Table;
import epsilonlab.report.figure.Figure;
import epsilonlab.ui.component.FigureView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * Where on a tab things are: the parts that a lesson covers or a report shows, by the names of
 * {@link PartNames}, and the controls of the facts that can be set, by the names of {@link
 * FactNames}. Built once, by a view. Belongs to the FX thread.
 */
public final class TabParts {
  private final Map<String, Node> places = new LinkedHashMap<>();
  private final Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
  private final Map<String, Supplier<Table>> tables = new LinkedHashMap<>();
  private final Map<String, List<Node>> controls = new LinkedHashMap<>();

  /** A part that can only be covered. */
  public TabParts part(String name, Node place) {
    if (PartNames.find(name).isEmpty()) {
      throw new IllegalArgumentException("no part is called " + name);
    }
    if (places.putIfAbsent(name, place) != null) {
      throw new IllegalArgumentException(name + " is in two places");
    }
    return this;
  }

  /** A figure. */
  public TabParts figure(String name, FigureView view) {
    return figure(name, view, view::getFigure);
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

  /**
   * A table.
   *
   * @param table gives it as it is now; null while there is none
   */
  public TabParts table(String name, Node place, Supplier<Table> table) {
    part(name, place);
    tables.put(name, table);
    return this;
  }

  /** The controls that set a fact; they are what a lesson locks. */
  public TabParts control(String fact, Node... nodes) {
    if (FactNames.find(fact).filter(name -> name.settable()).isEmpty()) {
      throw new IllegalArgumentException("no fact that can be set is called " + fact);
    }
    if (controls.putIfAbsent(fact, List.of(nodes)) != null) {
      throw new IllegalArgumentException(fact + " is set in two places");
    }
    return this;
  }

  /** Adds all of another part of the same tab. */
  public TabParts and(TabParts other) {
    other.places.forEach(this::part);
    figures.putAll(other.figures);
    tables.putAll(other.tables);
    other.controls.forEach((fact, nodes) -> control(fact, nodes.toArray(Node[]::new)));
    return this;
  }

  /** Where a part is. */
  public Optional<Node> place(String part) {
    return Optional.ofNullable(places.get(part));
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
