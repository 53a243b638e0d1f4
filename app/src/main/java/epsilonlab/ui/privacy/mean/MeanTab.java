package epsilonlab.ui.privacy.mean;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.SubTab;
import epsilonlab.ui.TabColumns;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** To be written. */
public final class MeanTab implements SubTab {
  private final LabServices services;

  /** Shows nothing yet. */
  public MeanTab(LabServices services) {
    this.services = services;
  }

  @Override
  public String id() {
    return "mean";
  }

  @Override
  public String title() {
    return "Gaussian mean";
  }

  @Override
  public Node content(Node parts) {
    return new TabColumns(services.state(), new VBox(parts), new VBox(), new VBox());
  }
}
