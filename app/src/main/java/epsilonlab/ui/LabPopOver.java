package epsilonlab.ui;

import java.util.Objects;
import javafx.scene.Node;
import org.controlsfx.control.PopOver;

/** A popover that looks like the rest of the lab, in the light and in the dark. */
public final class LabPopOver extends PopOver {
  /**
   * @param arrow where its arrow stands
   */
  public LabPopOver(Node content, ArrowLocation arrow) {
    super(content);
    content.getStyleClass().add("popover-content");
    setArrowLocation(arrow);
    setDetachable(false);
    getRoot()
        .getStylesheets()
        .add(
            Objects.requireNonNull(LabPopOver.class.getResource("/epsilonlab/ui/css/lab.css"))
                .toExternalForm());
  }
}
