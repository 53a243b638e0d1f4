package epsilonlab.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import epsilonlab.ui.TestRemembered;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeSwitchTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"'prefer-dark'\n\", DARK",
        "'default', LIGHT",
        "Dark, DARK",
        "\"\", LIGHT",
        "    AppsUseLightTheme    REG_DWORD    0x0, DARK",
        "    AppsUseLightTheme    REG_DWORD    0x1, LIGHT"
      })
  void answersOfTheThreeSystemsAreUnderstood(String answer, Theme theme) {
    assertEquals(theme, SystemTheme.fromAnswer(answer));
  }

  @Test
  void aLateAnswerOfTheSystemDoesNotUndoAChoice() throws InterruptedException {
    TestRemembered remembered = new TestRemembered();
    remembered.put("theme", "system");
    BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    ThemeSwitch theme = new ThemeSwitch(remembered, fx::add, () -> Theme.DARK);
    Runnable answer = fx.take();
    theme.choose(Theme.LIGHT);
    answer.run();
    assertEquals(Theme.LIGHT, theme.effectiveTheme().get());
    theme.choose(Theme.SYSTEM);
    fx.take().run();
    assertEquals(Theme.DARK, theme.effectiveTheme().get());
    theme.toggle();
    assertEquals("light", remembered.get("theme", ""));
  }
}
