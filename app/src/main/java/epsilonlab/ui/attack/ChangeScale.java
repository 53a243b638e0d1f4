package epsilonlab.ui.attack;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The colours of the perturbation with the numbers at their ends. */
final class ChangeScale extends HBox {
  private final Label least = new Label();
  private final Label most = new Label();

  ChangeScale() {
    super(10);
    setAlignment(Pos.CENTER);
    Region bar = new Region();
    bar.getStyleClass().add("change-scale");
    least.getStyleClass().add("muted");
    most.getStyleClass().add("muted");
    getChildren().addAll(least, bar, most);
  }

  void show(double epsilon) {
    least.setText(String.format(Locale.ROOT, "−%.2f", epsilon));
    most.setText(String.format(Locale.ROOT, "+%.2f", epsilon));
  }
}
