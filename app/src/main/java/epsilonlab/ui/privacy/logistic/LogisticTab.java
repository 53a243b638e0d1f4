package epsilonlab.ui.privacy.logistic;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.SubTab;
import epsilonlab.ui.TabColumns;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** To be written. */
public final class LogisticTab implements SubTab {
  private final LabServices services;

  /** Shows nothing yet. */
  public LogisticTab(LabServices services) {
    this.services = services;
  }

  @Override
  public String id() {
    return "logistic";
  }

  @Override
  public String title() {
    return "Logistic";
  }

  @Override
  public Node content(Node parts) {
    return new TabColumns(services.state(), new VBox(parts), new VBox(), new VBox());
  }
}
