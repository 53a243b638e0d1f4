package epsilonlab.ui.defend;

import epsilonlab.defence.RaceDefaults;
import epsilonlab.defence.RobustTableJob.Against;
import epsilonlab.ui.Repeatable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The table of training against attack, as commands that measure each network again. */
final class TableRepeat {
  private TableRepeat() {}

  /** A curve a network, of the attackers whose row of numbers is complete. */
  static List<Repeatable> of(DefendViewModel model) {
    TableCells table = model.table();
    List<Repeatable> all = new ArrayList<>();
    TreeSet<Double> epsilons = new TreeSet<>(RaceDefaults.ATTACKERS);
    epsilons.add(table.shownEpsilon());
    epsilons.removeIf(epsilon -> epsilon == 0 || !table.isComplete(epsilon));
    if (epsilons.isEmpty() || table.seed().isEmpty() || model.trained() == null) {
      return all;
    }
    // the accuracy without an attack
    epsilons.add(0.0);
    for (int m = 0; m < table.models().size(); m++) {
      List<Map<String, Object>> curves = new ArrayList<>();
      for (Against against : List.of(Against.FGSM, Against.PGD)) {
        Map<String, Object> curve = new LinkedHashMap<>();
        curve.put("epsilon", List.copyOf(epsilons));
        curve.put("accuracy", accuracies(table, m, against, epsilons));
        curves.add(curve);
      }
      all.add(
          Repeatable.of(
                  "curve", table.seed().get(), Map.of("count", table.count(), "curves", curves))
              .with("attack", "fgsm,pgd")
              .withAll("epsilons", List.copyOf(epsilons))
              .with("count", table.count())
              .withModel("weights", table.models().get(m).entry())
              .on(model.trained().plan().data()));
    }
    return all;
  }

  private static List<Double> accuracies(
      TableCells table, int model, Against against, TreeSet<Double> epsilons) {
    return epsilons.stream()
        .map(
            epsilon ->
                epsilon == 0
                    ? table.at(model, Against.CLEAN, 0)
                    : table.at(model, against, epsilon))
        .toList();
  }
}
