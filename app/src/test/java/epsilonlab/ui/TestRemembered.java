package epsilonlab.ui;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Settings that live as long as the test. */
public final class TestRemembered implements Remembered {
  private final Map<String, String> values = new ConcurrentHashMap<>();

  /** With the light theme, whatever the machine prefers. */
  public TestRemembered() {
    values.put("theme", "light");
  }

  @Override
  public String get(String key, String fallback) {
    return values.getOrDefault(key, fallback);
  }

  @Override
  public void put(String key, String value) {
    values.put(key, value);
  }
}
