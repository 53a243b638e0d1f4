package epsilonlab.ui.component;

import epsilonlab.report.figure.FigureFonts;
import epsilonlab.report.figure.TextStyle;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The JavaFX fonts of text styles, and how wide text is in them. For the FX thread. */
final class FxFonts {
  private static final int KEPT = 2000;

  private record Measured(String text, TextStyle style) {}

  private static final Map<TextStyle, Font> FONTS = new HashMap<>();
  private static final Text RULER = new Text();
  private static final Map<Measured, Double> WIDTHS =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Measured, Double> eldest) {
          return size() > KEPT;
        }
      };

  private FxFonts() {}

  static Font of(TextStyle style) {
    return FONTS.computeIfAbsent(style, FxFonts::load);
  }

  private static Font load(TextStyle style) {
    String name = FigureFonts.resource(style);
    if (name != null) {
      try (InputStream in = FigureFonts.class.getResourceAsStream(name)) {
        Font font = Font.loadFont(in, style.size());
        if (font != null) {
          return font;
        }
      } catch (IOException unreadable) {
        return installed(style);
      }
    }
    return installed(style);
  }

  private static Font installed(TextStyle style) {
    if (style.maths()) {
      return Font.font(
          FigureFonts.MATHS_FAMILY, FontWeight.NORMAL, FontPosture.ITALIC, style.size());
    }
    FontWeight weight =
        switch (style.weight()) {
          case REGULAR -> FontWeight.NORMAL;
          case SEMIBOLD -> FontWeight.SEMI_BOLD;
          case BOLD -> FontWeight.BOLD;
        };
    return Font.font(FigureFonts.SANS_FAMILY, weight, style.size());
  }

  static double width(String text, TextStyle style) {
    return WIDTHS.computeIfAbsent(new Measured(text, style), FxFonts::measure);
  }

  private static double measure(Measured what) {
    RULER.setFont(of(what.style()));
    RULER.setText(what.text());
    return RULER.getLayoutBounds().getWidth();
  }
}
