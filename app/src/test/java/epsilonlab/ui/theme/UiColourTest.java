package epsilonlab.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class UiColourTest {
  private static final Pattern VALUE =
      Pattern.compile("(-color-[a-z-]+): (#[0-9a-f]{6}|rgba?\\([^)]*\\));");

  @Test
  void everyColourIsWhatTheStylesheetsSay() throws IOException {
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      Map<String, Color> said = new HashMap<>();
      read(said, "/atlantafx/base/theme/primer-" + theme.key() + ".css");
      read(said, "/epsilonlab/ui/css/lab-" + theme.key() + ".css");
      for (UiColour colour : UiColour.values()) {
        assertTrue(said.containsKey(colour.cssName()), colour.cssName());
        Color expected = said.get(colour.cssName());
        assertEquals(
            Math.round(expected.getOpacity() * 255), colour.argb(theme) >>> 24, colour.name());
        assertEquals(
            expected.toString().substring(2, 8),
            String.format("%06x", colour.argb(theme) & 0xFFFFFF),
            theme + " " + colour);
      }
    }
  }

  @Test
  void thePaletteHasEveryColourInItsPlace() throws ReflectiveOperationException {
    UiPalette palette = UiPalette.of(Theme.DARK);
    for (UiColour colour : UiColour.values()) {
      String[] words = colour.name().toLowerCase(java.util.Locale.ROOT).split("_");
      String name = words[0] + words[1].substring(0, 1).toUpperCase() + words[1].substring(1);
      Color painted = (Color) UiPalette.class.getMethod(name).invoke(palette);
      int argb = colour.argb(Theme.DARK);
      assertEquals((argb >> 8 & 0xFF) / 255.0, painted.getGreen(), 1e-6, name);
      assertEquals((argb >>> 24) / 255.0, painted.getOpacity(), 1e-6, name);
    }
    assertEquals(Color.web("#1A86CC"), palette.series("#0072B2"));
    assertEquals(Color.web("#0072B2"), UiPalette.of(Theme.LIGHT).series("#0072B2"));
  }

  private static void read(Map<String, Color> into, String file) throws IOException {
    try (InputStream in = UiColourTest.class.getResourceAsStream(file)) {
      Matcher found =
          VALUE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("}")[0]);
      while (found.find()) {
        into.put(found.group(1), Color.web(found.group(2)));
      }
    }
  }
}
