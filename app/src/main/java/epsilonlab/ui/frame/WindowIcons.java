package epsilonlab.ui.frame;

import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/** The lab's sign in the sizes that desktops ask for. */
final class WindowIcons {
  private WindowIcons() {}

  static Image[] all() {
    return IntStream.of(16, 32, 48, 64, 128, 256).mapToObj(WindowIcons::of).toArray(Image[]::new);
  }

  private static Image of(int size) {
    String file = "/epsilonlab/ui/icons/epsilon-" + size + ".png";
    return new Image(Objects.requireNonNull(WindowIcons.class.getResource(file)).toExternalForm());
  }
}
