package epsilonlab.ui.generate.gan;

import epsilonlab.generative.Pictures;
import epsilonlab.report.figure.DigitGrid;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigurePanels;
import epsilonlab.report.figure.FigurePanels.Panel;
import epsilonlab.ui.TabNodes;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.component.FigureView;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import javafx.scene.Node;

/** Where in the part things are that lessons cover or lock, and reports show. */
final class GanParts {
  private static final int EVERY = 10;
  private static final int SIDE_BY_SIDE = 2;

  private GanParts() {}

  static TabParts of(GanViewModel model, Node root) {
    TabNodes nodes = new TabNodes(root);
    return new TabParts()
        .figure("gan.losses", nodes.get("gan-charts"), () -> charts(model))
        .figure("gan.beliefs", nodes.get("gan-beliefs", FigureView.class))
        .figure("gan.samples", nodes.get("gan-grid"), () -> grid(model.pictures().get()))
        .figure("gan.time", nodes.get("gan-time-line"), () -> grids(model.course().all()))
        .figure("vae.beside_gan", nodes.get("gan-beside-vae"), () -> beside(model))
        .part("gan.numbers", nodes.get("gan-numbers"), nodes.get("gan-words"))
        .repeats("gan.losses", "gan.numbers")
        .repeats("gan.numbers", "gan.losses", "gan.samples", "vae.beside_gan")
        .repeats("gan.time", "gan.samples")
        .repeats("gan.samples", "gan.time")
        .repeats("vae.beside_gan", "gan.samples", "vae.samples")
        .control("gan.epochs", nodes.get("gan-epochs"));
  }

  private static Figure charts(GanViewModel model) {
    return model.trainings().shown().get() == null || model.opened().get() != null
        ? null
        : new FigurePanels(
            List.of(
                new Panel("Losses", model.figures().losses().get()),
                new Panel("What the discriminator believes", model.figures().beliefs().get())),
            1);
  }

  private static DigitGrid grid(Pictures pictures) {
    return pictures == null
        ? null
        : new DigitGrid(
            pictures.values(), GanSeePane.COLUMNS, GanSeePane.GAP, -1, "Digits from fixed noise");
  }

  /** The digits of the same noise after every tenth epoch and the last. */
  private static Figure grids(NavigableMap<Integer, Pictures> all) {
    List<Panel> panels = new ArrayList<>();
    all.forEach(
        (epoch, pictures) -> {
          if (epoch > 0 && (epoch % EVERY == 0 || epoch.equals(all.lastKey()))) {
            panels.add(new Panel("Epoch " + epoch, grid(pictures)));
          }
        });
    return panels.isEmpty() ? null : new FigurePanels(panels, SIDE_BY_SIDE);
  }

  private static Figure beside(GanViewModel model) {
    List<Panel> panels = new ArrayList<>();
    if (model.pictures().get() != null) {
      panels.add(new Panel("GAN", grid(model.pictures().get())));
    }
    VaeSamples.Shown vae = model.vae().shown().get();
    if (vae != null) {
      panels.add(new Panel("VAE, " + vae.where(), grid(vae.pictures())));
    }
    return panels.isEmpty() ? null : new FigurePanels(panels, SIDE_BY_SIDE);
  }
}
