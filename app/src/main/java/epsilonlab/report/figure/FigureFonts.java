package epsilonlab.report.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one place that names the bundled fonts. Where a font file is missing, an installed font of
 * the same family takes its place, or the platform's own.
 */
public final class FigureFonts {
  /** The sans serif of all text. */
  public static final String SANS_FAMILY = "Lab Sans";

  /** The serif whose italic sets the symbols. */
  public static final String MATHS_FAMILY = "Lab Math";

  /** Resources on the class path, in the order in which they are tried. */
  private static final String[] REGULAR = names("LabSans-Regular");

  private static final String[] SEMIBOLD = names("LabSans-SemiBold");
  private static final String[] BOLD = names("LabSans-Bold");
  private static final String[] MATHS = names("LabMath-Italic");

  private static final Map<TextStyle, Font> SIZED = new ConcurrentHashMap<>();
  private static final Map<String, Font> LOADED = new ConcurrentHashMap<>();

  private FigureFonts() {}

  private static String[] names(String file) {
    return new String[] {
      "/epsilonlab/ui/fonts/" + file + ".otf", "/epsilonlab/ui/fonts/" + file + ".ttf"
    };
  }

  /** The bundled font file for a style, for whoever loads it; null where none is bundled. */
  public static String resource(TextStyle style) {
    for (String name : candidates(style)) {
      if (FigureFonts.class.getResource(name) != null) {
        return name;
      }
    }
    return null;
  }

  private static String[] candidates(TextStyle style) {
    if (style.maths()) {
      return MATHS;
    }
    return switch (style.weight()) {
      case REGULAR -> REGULAR;
      case SEMIBOLD -> SEMIBOLD;
      case BOLD -> BOLD;
    };
  }

  /** The AWT font of a style. */
  static Font awt(TextStyle style) {
    return SIZED.computeIfAbsent(style, FigureFonts::make);
  }

  private static Font make(TextStyle style) {
    String name = resource(style);
    Font font = name == null ? installed(style) : LOADED.computeIfAbsent(name, n -> load(n, style));
    return font.deriveFont((float) style.size());
  }

  private static Font load(String name, TextStyle style) {
    try (InputStream in = FigureFonts.class.getResourceAsStream(name)) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException unreadable) {
      return installed(style);
    }
  }

  private static Font installed(TextStyle style) {
    if (style.maths()) {
      return new Font(MATHS_FAMILY, Font.ITALIC, 1);
    }
    return switch (style.weight()) {
      case REGULAR -> new Font(SANS_FAMILY, Font.PLAIN, 1);
      case SEMIBOLD -> new Font(SANS_FAMILY + " Semi Bold", Font.BOLD, 1);
      case BOLD -> new Font(SANS_FAMILY, Font.BOLD, 1);
    };
  }
}
