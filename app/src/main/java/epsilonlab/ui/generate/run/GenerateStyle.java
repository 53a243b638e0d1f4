package epsilonlab.ui.generate.run;

import java.util.Objects;
import javafx.scene.Parent;

/** The stylesheet that the parts of the Generate tab share. */
public final class GenerateStyle {
  private GenerateStyle() {}

  /** Gives it to a part's root. */
  public static <T extends Parent> T on(T root) {
    root.getStylesheets()
        .add(
            Objects.requireNonNull(
                    GenerateStyle.class.getResource("/epsilonlab/ui/css/generate.css"))
                .toExternalForm());
    return root;
  }
}
