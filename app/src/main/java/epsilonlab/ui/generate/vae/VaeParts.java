package epsilonlab.ui.generate.vae;

import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigurePanels;
import epsilonlab.report.figure.FigurePanels.Panel;
import epsilonlab.ui.TabNodes;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.generate.run.DigitGridView;
import java.util.List;
import javafx.scene.Node;

/** Where in the part things are that lessons cover or lock, and reports show. */
final class VaeParts {
  private VaeParts() {}

  static TabParts of(VaeViewModel model, VaeFigures figures, Node root) {
    TabNodes nodes = new TabNodes(root);
    DigitGridView samples = nodes.get("vae-samples", DigitGridView.class);
    FigureView map = nodes.get("vae-map", FigureView.class);
    return new TabParts()
        .figure("vae.losses", nodes.get("vae-charts"), () -> charts(model, figures))
        .figure("vae.samples", samples, samples.view()::getFigure)
        .figure("vae.map", nodes.get("vae-map-frame"), map::getFigure)
        .part("vae.numbers", nodes.get("vae-numbers"))
        .repeats("vae.losses", "vae.numbers")
        .repeats("vae.numbers", "vae.losses")
        .control("vae.epochs", nodes.get("vae-epochs"))
        .control("vae.latent", nodes.all("vae-latent", "vae-latent-2", "vae-latent-20"))
        .control("vae.beta", nodes.all("vae-beta", "vae-beta-slider"));
  }

  private static Figure charts(VaeViewModel model, VaeFigures figures) {
    return figures.loss().get() == null || model.opened().get() != null
        ? null
        : new FigurePanels(
            List.of(
                new Panel("Loss, dashed its reconstruction part", figures.loss().get()),
                new Panel("KL divergence", figures.divergence().get())),
            1);
  }
}
