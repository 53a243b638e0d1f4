package epsilonlab.ui.robustness;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * The links under "Is it truly more robust?": each lays a panel over the window, which is built
 * when it is first wanted and keeps what was found.
 */
public final class RobustnessLinks extends HBox {
  /** The three links. */
  public RobustnessLinks(LabServices services) {
    super(16);
    setId("robustness-links");
    getChildren()
        .addAll(
            link(
                services,
                "gallery-link",
                Feather.SHIELD_OFF,
                "Gallery",
                "Ten defences that look strong, and the attack that knows each of them.",
                any -> new GalleryPanel(any)::open),
            link(
                services,
                "bounds-link",
                Feather.LOCK,
                "Bounds",
                "What can be proved: accuracies below which no attack can push.",
                any -> new BoundsPanel(any)::open),
            link(
                services,
                "transfer-link",
                Feather.REPEAT,
                "Transfer",
                "Whether an attack crafted on one model fools the others.",
                any -> new TransferPanel(any)::open));
  }

  private static Button link(
      LabServices services,
      String id,
      Ikon icon,
      String text,
      String says,
      Function<LabServices, Runnable> panel) {
    Runnable[] open = {null};
    Button link =
        Parts.linkButton(
            icon,
            text,
            says,
            () -> {
              if (open[0] == null) {
                open[0] = panel.apply(services);
              }
              open[0].run();
            });
    link.setId(id);
    return link;
  }
}
