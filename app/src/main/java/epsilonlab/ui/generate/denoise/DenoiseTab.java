package epsilonlab.ui.generate.denoise;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.SubTab;
import epsilonlab.ui.TabColumns;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** TODO. */
public final class DenoiseTab implements SubTab {
  private final LabServices services;

  /** Shows nothing yet. */
  public DenoiseTab(LabServices services) {
    this.services = services;
  }

  @Override
  public String id() {
    return "denoise";
  }

  @Override
  public String title() {
    return "Denoising";
  }

  @Override
  public Node content(Node parts) {
    return new TabColumns(services.state(), new VBox(parts), new VBox(), new VBox());
  }
}
