package epsilonlab.ui.state;

import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The order in which facts have to be set so that none undoes another: the tab first, then what is
 * loaded, then the rest as the catalogue lists it.
 */
public final class StateOrder {
  private static final List<String> FIRST =
      List.of("lab.tab", "lab.dataset", "lab.seed", "lab.network", "lab.training", "lab.model");
  // a digit follows the filters of its picker
  private static final List<String> LAST = List.of("attack.index");
  // a model says both
  private static final Set<String> OF_MODEL = Set.of("lab.network", "lab.training");

  private StateOrder() {}

  /**
   * Those of the facts that can be set, in order.
   *
   * @param wanted which of them
   */
  public static Map<String, Object> settable(Facts facts, Predicate<String> wanted) {
    Map<String, Object> all = new LinkedHashMap<>();
    FIRST.forEach(name -> put(all, name, facts, wanted));
    FactNames.ALL.stream()
        .map(FactName::name)
        .filter(name -> !FIRST.contains(name) && !LAST.contains(name))
        .forEach(name -> put(all, name, facts, wanted));
    LAST.forEach(name -> put(all, name, facts, wanted));
    if (all.containsKey("lab.model")) {
      all.keySet().removeAll(OF_MODEL);
    }
    return all;
  }

  private static void put(
      Map<String, Object> all, String name, Facts facts, Predicate<String> wanted) {
    Optional<Object> value = facts.get(name);
    boolean possible =
        value.isPresent()
            && wanted.test(name)
            && FactNames.find(name)
                .filter(FactName::settable)
                .filter(fact -> fact.refuses(value.get()).isEmpty())
                .isPresent();
    if (possible) {
      all.put(name, value.get());
    }
  }
}
