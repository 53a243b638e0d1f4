package epsilonlab.ui.generate.denoise;

import epsilonlab.ui.TabNodes;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.component.FigureView;
import javafx.scene.Node;

/** Where in the part things are that lessons cover or lock, and reports show. */
final class DenoiseParts {
  private DenoiseParts() {}

  static TabParts of(DenoiseViewModel model, Node root) {
    TabNodes nodes = new TabNodes(root);
    return new TabParts()
        .figure("denoise.losses", nodes.get("denoise-loss", FigureView.class))
        .figure("denoise.rows", nodes.get("denoise-grid", FigureView.class))
        .figure(
            "denoise.defence",
            nodes.get("denoise-as-a-defence"),
            () ->
                model.defence().curves().get().points().isEmpty()
                    ? null
                    : ChartsPane.defenceFigure(model))
        .part("denoise.verdict", nodes.get("denoise-read"))
        .repeats("denoise.verdict", "denoise.defence", "denoise.rows", "denoise.losses")
        .repeats("denoise.defence", "denoise.verdict")
        .control("denoise.epochs", nodes.get("denoise-epochs"))
        .control("denoise.size", nodes.get("denoise-size"))
        .control("denoise.noise", nodes.get("denoise-noise"))
        .control("denoise.epsilon", nodes.get("denoise-as-a-defence-chart"));
  }
}
