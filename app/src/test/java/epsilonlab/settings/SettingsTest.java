package epsilonlab.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import epsilonlab.engine.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  private record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

  private static final Setting<Theme> THEME = Setting.of("theme", Theme.class, Theme.SYSTEM);
  private static final Setting<WindowPlace> WINDOW =
      Setting.of("window", WindowPlace.class, new WindowPlace(0, 0, 0, 0, false));
  private static final Setting<Boolean> PRESENTER = Setting.of("presenter", Boolean.class, false);
  private static final Setting<String> TAB = Setting.of("tab", String.class, "");

  @TempDir Path temporary;
  Path file;

  @BeforeEach
  void place() {
    file = temporary.resolve("lab/settings.json");
  }

  record Own(int layers, List<String> names) {}

  @Test
  void whatWasSetIsThereAfterARestart() {
    Setting<List<Own>> own = Setting.generic("own.list", new TypeToken<>() {}, List.of());
    Settings settings = Settings.load(file);
    settings.set(THEME, Theme.DARK);
    settings.set(WINDOW, new WindowPlace(-3.5, 2, 1280, 800, true));
    settings.set(CommonSettings.SEED, Long.MAX_VALUE);
    settings.set(CommonSettings.EPSILON, 0.1 + 0.2);
    settings.set(CommonSettings.ATTACK_PARAMETERS, Map.of("pgd.steps", 40.0));
    settings.set(CommonSettings.CURVES, List.of("lenet-1 × fgsm", "<b>"));
    settings.set(own, List.of(new Own(2, List.of("a"))));
    settings.save();

    Settings again = Settings.load(file);
    assertEquals(Optional.empty(), again.notice());
    assertEquals(Theme.DARK, again.get(THEME));
    assertEquals(new WindowPlace(-3.5, 2, 1280, 800, true), again.get(WINDOW));
    assertEquals(Long.MAX_VALUE, again.get(CommonSettings.SEED));
    assertEquals(0.30000000000000004, again.get(CommonSettings.EPSILON));
    assertEquals(Map.of("pgd.steps", 40.0), again.get(CommonSettings.ATTACK_PARAMETERS));
    assertEquals(List.of("lenet-1 × fgsm", "<b>"), again.get(CommonSettings.CURVES));
    assertEquals(List.of(new Own(2, List.of("a"))), again.get(own));
    assertEquals("mnist", again.get(CommonSettings.DATASET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "hello",
        "{\"version\":2,\"settings\":{}}",
        "{\"version\":1}",
        "{\"version\":[1],\"settings\":{}}",
        "{\"version\":1,\"settings\":{\"a\":"
      })
  void aDamagedFileIsMovedAsideAndTold(String content) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Settings settings = Settings.load(file);
    assertEquals(0.2, settings.get(CommonSettings.EPSILON));
    assertTrue(settings.notice().orElseThrow().contains("settings.json.damaged"));
    assertEquals(content, Files.readString(file.resolveSibling("settings.json.damaged")));
    settings.save();
    assertEquals(Optional.empty(), Settings.load(file).notice());
  }

  @Test
  void bytesThatAreNoTextAreDamageToo() throws Exception {
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertTrue(Settings.load(file).notice().isPresent());
  }

  @Test
  void valuesOfAnotherKindFallBackAndUnknownOnesStay() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "{\"version\":1,\"settings\":{\"epsilon\":7,\"digit\":\"many\",\"theme\":\"PINK\","
            + "\"window\":[1],\"curves\":{\"a\":1},\"later.thing\":{\"a\":[1]}}}");
    Settings settings = Settings.load(file);
    assertEquals(0.2, settings.get(CommonSettings.EPSILON));
    assertEquals(0, settings.get(CommonSettings.DIGIT));
    assertEquals(Theme.SYSTEM, settings.get(THEME));
    assertEquals(0, settings.get(WINDOW).width());
    assertEquals(List.of(), settings.get(CommonSettings.CURVES));
    settings.save();
    assertEquals(
        JsonParser.parseString("{\"a\":[1]}"),
        JsonParser.parseString(Files.readString(file))
            .getAsJsonObject()
            .getAsJsonObject("settings")
            .get("later.thing"));
  }

  @Test
  void whatIsBeyondTheLimitIsRefused() {
    Settings settings = Settings.load(file);
    for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> settings.set(CommonSettings.EPSILON, bad));
    }
    Setting<Double> free = Setting.of("free", Double.class, 1.0);
    assertThrows(
        IllegalArgumentException.class, () -> settings.set(free, Double.POSITIVE_INFINITY));
    assertThrows(IllegalArgumentException.class, () -> settings.set(TAB, null));
  }

  @Test
  void aMapThatIsChangedLaterDoesNotChangeTheSetting() {
    Settings settings = Settings.load(file);
    Map<String, Double> mine = new HashMap<>(Map.of("a", 1.0));
    settings.set(CommonSettings.ATTACK_PARAMETERS, mine);
    mine.put("b", 2.0);
    settings.get(CommonSettings.ATTACK_PARAMETERS).put("c", 3.0);
    assertEquals(Map.of("a", 1.0), settings.get(CommonSettings.ATTACK_PARAMETERS));
  }

  @Test
  void manyThreadsMaySetAndSave() {
    Settings settings = Settings.load(file);
    List<Setting<Integer>> keys = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      keys.add(Setting.of("key" + i, Integer.class, -1));
    }
    IntStream.range(0, 40)
        .parallel()
        .forEach(
            i -> {
              settings.set(keys.get(i), i);
              settings.save();
            });
    Settings again = Settings.load(file);
    for (int i = 0; i < 40; i++) {
      assertEquals(i, again.get(keys.get(i)));
    }
    assertEquals(1, file.getParent().toFile().list().length, "a temporary file was left");
  }

  @Test
  void anImpossiblePlaceIsOneSentenceWhenSaving() {
    Settings settings = Settings.load(Path.of("/proc/nowhere/settings.json"));
    assertTrue(
        assertThrows(LabException.class, settings::save)
            .getMessage()
            .startsWith("The settings cannot be saved to /proc/nowhere/settings.json: "));
  }
}
