package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.logistic.MembershipSettings;
import epsilonlab.report.MembershipCharts;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigurePanels;
import epsilonlab.report.figure.FigurePanels.Panel;
import epsilonlab.ui.TabNodes;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.component.FigureView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;

/** Where in the part things are that lessons cover or lock, and reports show. */
final class LogisticParts {
  private static final double HELD = 0.1;

  private LogisticParts() {}

  static TabParts of(LogisticModels models, Node root) {
    TabNodes nodes = new TabNodes(root);
    Sweep sweep = models.sweep();
    FigureView defences = nodes.get("defences-chart", FigureView.class);
    return new TabParts()
        .figure(
            "logistic.gap",
            nodes.get("logistic-model-accuracy", FigureView.class),
            // how many it gets right and wrong stands above them
            nodes.get("logistic-images"))
        .figure("logistic.attack", nodes.get("logistic-attack-accuracy", FigureView.class))
        .figure("logistic.noise", nodes.get("logistic-noise"), () -> noise(sweep))
        .figure(
            "logistic.defences",
            defences,
            () -> models.defences().points().get().isEmpty() ? null : defences.getFigure())
        .part("logistic.accuracy", nodes.get("logistic-read"))
        .repeats(
            "logistic.accuracy",
            "logistic.gap",
            "logistic.attack",
            "logistic.noise",
            "logistic.defences")
        .repeats("logistic.gap", "logistic.accuracy", "logistic.noise")
        .repeats("logistic.attack", "logistic.accuracy", "logistic.noise")
        .repeats("logistic.noise", "logistic.accuracy", "logistic.gap", "logistic.attack")
        .repeats("logistic.defences", "logistic.accuracy")
        .control("logistic.page", nodes.get("logistic-pages"))
        .control("logistic.n", nodes.all("logistic-n", "logistic-n-slider"))
        .control("logistic.c", nodes.all(regularisers()))
        .control("logistic.variance", nodes.all("logistic-variance", "logistic-noise-slider"))
        .control("logistic.attack", nodes.get("logistic-attack"));
  }

  private static String[] regularisers() {
    return Stream.concat(
            Stream.of("logistic-c"),
            MembershipSettings.REGULARISATIONS.stream()
                .map(c -> "logistic-c-" + MembershipCharts.regulariser(c).replace('.', '-')))
        .toArray(String[]::new);
  }

  private static Figure noise(Sweep sweep) {
    LogisticForm.Chosen chosen = sweep.form().chosen().get();
    List<Panel> panels = new ArrayList<>();
    for (double c : new double[] {Double.POSITIVE_INFINITY, sweep.regularised(HELD)}) {
      if (!sweep.known().get().noise(chosen, c).isEmpty()) {
        String title = "Noise at C = " + MembershipCharts.symbol(c);
        panels.add(new Panel(title, LogisticFigures.noise(sweep, c)));
      }
    }
    return panels.isEmpty() ? null : new FigurePanels(panels, 2);
  }
}
