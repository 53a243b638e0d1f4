package epsilonlab.ui.generate.vae;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.SubTab;
import epsilonlab.ui.TabColumns;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** TODO. */
public final class VaeTab implements SubTab {
  private final LabServices services;

  /** Shows nothing yet. */
  public VaeTab(LabServices services) {
    this.services = services;
  }

  @Override
  public String id() {
    return "vae";
  }

  @Override
  public String title() {
    return "VAE";
  }

  @Override
  public Node content(Node parts) {
    return new TabColumns(services.state(), new VBox(parts), new VBox(), new VBox());
  }
}
