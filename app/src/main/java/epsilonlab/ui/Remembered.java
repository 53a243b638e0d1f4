package epsilonlab.ui;

/** Small settings that outlive the window, such as its size and the chosen tab. */
public interface Remembered {
  /** The value kept under {@code key}, or {@code fallback}. */
  String get(String key, String fallback);

  /** Keeps {@code value} under {@code key}; must return at once and may write later. */
  void put(String key, String value);

  /** Writes nothing any more; what was put before is written first. */
  default void close() {}
}
