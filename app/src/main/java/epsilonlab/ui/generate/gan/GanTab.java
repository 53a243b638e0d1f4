package epsilonlab.ui.generate.gan;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.SubTab;
import epsilonlab.ui.TabColumns;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** TODO. */
public final class GanTab implements SubTab {
  private final LabServices services;

  /** Shows nothing yet. */
  public GanTab(LabServices services) {
    this.services = services;
  }

  @Override
  public String id() {
    return "gan";
  }

  @Override
  public String title() {
    return "GAN";
  }

  @Override
  public Node content(Node parts) {
    return new TabColumns(services.state(), new VBox(parts), new VBox(), new VBox());
  }
}
