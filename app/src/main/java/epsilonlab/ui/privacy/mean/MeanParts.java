package epsilonlab.ui.privacy.mean;

import epsilonlab.ui.TabNodes;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.component.FigureView;
import javafx.scene.Node;

/** Where in the part things are that lessons cover or lock, and reports show. */
final class MeanParts {
  private MeanParts() {}

  static TabParts of(Node root) {
    TabNodes nodes = new TabNodes(root);
    FigureView roc = nodes.get("mean-roc", FigureView.class);
    return new TabParts()
        .figure("mean.scores", nodes.get("mean-histogram", FigureView.class))
        .figure("mean.roc", nodes.get("mean-roc-pane"), roc::getFigure)
        .figure("mean.dimensions", nodes.get("mean-dimensions", FigureView.class))
        .figure("mean.noise", nodes.get("mean-noise", FigureView.class))
        .part("mean.accuracy", nodes.get("mean-read"))
        .repeats("mean.accuracy", "mean.scores", "mean.roc", "mean.dimensions", "mean.noise")
        .repeats("mean.roc", "mean.accuracy", "mean.scores")
        .repeats("mean.scores", "mean.accuracy", "mean.roc")
        .repeats("mean.dimensions", "mean.accuracy")
        .repeats("mean.noise", "mean.accuracy")
        .control("mean.people", nodes.all("mean-n", "mean-n-slider"))
        .control("mean.dimensions", nodes.all("mean-d", "mean-d-slider"))
        .control("mean.variance", nodes.all("mean-variance", "mean-variance-slider"))
        .control("mean.repeats", nodes.get("mean-repeats"))
        .control("mean.threshold", nodes.get("mean-histogram"));
  }
}
