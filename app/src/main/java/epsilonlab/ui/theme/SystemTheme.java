package epsilonlab.ui.theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Asks the operating system whether it is dark; JavaFX 21 cannot say. Starts a process. */
final class SystemTheme {
  private SystemTheme() {}

  /** {@link Theme#LIGHT} or {@link Theme#DARK}; light where the system does not tell. */
  static Theme detect() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return fromAnswer(answer(question(os)));
  }

  private static List<String> question(String os) {
    if (os.startsWith("mac")) {
      return List.of("defaults", "read", "-g", "AppleInterfaceStyle");
    }
    if (os.startsWith("windows")) {
      return List.of(
          "reg",
          "query",
          "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
          "/v",
          "AppsUseLightTheme");
    }
    return List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
  }

  /** "Dark", "'prefer-dark'" and "REG_DWORD 0x0" are the dark answers of the three systems. */
  static Theme fromAnswer(String answer) {
    String text = answer.strip().toLowerCase(Locale.ROOT);
    return text.contains("dark") || text.endsWith("0x0") ? Theme.DARK : Theme.LIGHT;
  }

  private static String answer(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "";
      }
      return process.exitValue() == 0
          ? new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          : "";
    } catch (IOException notThere) {
      return "";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
