package epsilonlab.ui.privacy.microscope;

import java.util.Objects;
import javafx.scene.Parent;

/** The stylesheet of the microscope's panes. */
final class MicroscopeStyle {
  private MicroscopeStyle() {}

  static void on(Parent root) {
    root.getStylesheets()
        .add(
            Objects.requireNonNull(
                    MicroscopeStyle.class.getResource("/epsilonlab/ui/css/microscope.css"))
                .toExternalForm());
  }
}
