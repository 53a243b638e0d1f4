package epsilonlab.ui.privacy.logistic;

import java.util.Objects;
import javafx.scene.Parent;

/** The part's stylesheet. */
final class LogisticStyle {
  private LogisticStyle() {}

  static void on(Parent root) {
    root.getStylesheets()
        .add(
            Objects.requireNonNull(
                    LogisticStyle.class.getResource("/epsilonlab/ui/css/logistic.css"))
                .toExternalForm());
  }
}
