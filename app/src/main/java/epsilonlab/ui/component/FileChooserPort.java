package epsilonlab.ui.component;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a file; tests answer in the user's place. */
@FunctionalInterface
public interface FileChooserPort {
  /**
   * @param suggestedName without extension
   * @param extension without a dot, such as {@code png}
   * @return the chosen file, or empty if the user thought better of it
   */
  Optional<Path> saveAs(String suggestedName, String extension);
}
