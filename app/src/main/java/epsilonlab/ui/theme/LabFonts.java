package epsilonlab.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The bundled fonts. JavaFX knows only regular and bold of one family, so semibold is a family of
 * its own. All digits of the sans family have one width.
 */
public final class LabFonts {
  /** Inter with tabular figures; regular and bold. */
  public static final String SANS = "Lab Sans";

  /** The same in weight 600. */
  public static final String SANS_SEMIBOLD = "Lab Sans SemiBold";

  /** STIX italic with symbols, for the letters of formulas. */
  public static final String MATH = "Lab Math";

  private static final List<String> FILES =
      List.of(
          "LabSans-Regular.otf", "LabSans-SemiBold.otf", "LabSans-Bold.otf", "LabMath-Italic.otf");

  private static boolean loaded;

  private LabFonts() {}

  /** Makes the families known to JavaFX, once a process; to be called before the first scene. */
  public static synchronized void load() {
    if (loaded) {
      return;
    }
    for (String file : FILES) {
      try (InputStream in = LabFonts.class.getResourceAsStream("/epsilonlab/ui/fonts/" + file)) {
        if (in == null || Font.loadFont(in, 14) == null) {
          throw new IllegalStateException("The bundled font " + file + " is missing or damaged.");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    loaded = true;
  }
}
