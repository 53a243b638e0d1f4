package epsilonlab.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import epsilonlab.engine.LabException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the lab remembers from one start to the next, in one JSON file. Values that this version
 * does not know are kept as they are. Thread-safe.
 */
public final class Settings {
  private static final int VERSION = 1;
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final Path file;
  private final Map<String, JsonElement> values = new TreeMap<>();
  private final Object saving = new Object();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private String notice;
  private boolean retired;

  private Settings(Path file) {
    this.file = file;
  }

  /**
   * Reads the file if there is one. A damaged file, or one of a later version, is moved aside to
   * {@code settings.json.damaged}, defaults hold, and {@link #notice} says so.
   */
  public static Settings load(Path file) {
    Settings settings = new Settings(file);
    try {
      settings.values.putAll(parse(Files.readString(file)));
    } catch (NoSuchFileException first) {
      // the first start
    } catch (CharacterCodingException | JsonParseException damaged) {
      settings.moveAside();
    } catch (IOException unreadable) {
      settings.notice =
          "The settings in "
              + file
              + " cannot be read ("
              + AtomicFiles.reason(unreadable)
              + "), so everything starts from its default; give yourself the right to read them.";
    }
    return settings;
  }

  /** The settings of a lab folder. */
  public static Settings load(Home home) {
    return load(home.settingsFile());
  }

  private static Map<String, JsonElement> parse(String text) {
    JsonElement root = JsonParser.parseString(text);
    if (!(root instanceof JsonObject object)
        || !(object.get("version") instanceof JsonPrimitive version)
        || !version.getAsString().equals(Integer.toString(VERSION))
        || !(object.get("settings") instanceof JsonObject settings)) {
      throw new JsonParseException("not settings of version " + VERSION);
    }
    return settings.asMap();
  }

  private void moveAside() {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    String outcome;
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      outcome = "they were moved to " + aside.getFileName();
    } catch (IOException impossible) {
      outcome = "they could not be moved aside (" + AtomicFiles.reason(impossible) + ")";
    }
    notice =
        "The settings in "
            + file
            + " are damaged or of another version, so everything starts from its default; "
            + outcome
            + ".";
  }

  /** What went wrong when the file was read: one sentence for the user. */
  public synchronized Optional<String> notice() {
    return Optional.ofNullable(notice);
  }

  /** The value that was set, or the default if none was or the file holds something else. */
  public <T> T get(Setting<T> setting) {
    JsonElement stored;
    synchronized (this) {
      stored = values.get(setting.name());
    }
    if (stored == null) {
      return setting.fallback();
    }
    try {
      T value = read(setting, stored);
      return setting.accepts(value) ? value : setting.fallback();
    } catch (RuntimeException otherType) {
      // edited by hand, or written by a version that meant something else
      return setting.fallback();
    }
  }

  @SuppressWarnings("unchecked") // a Setting is only ever made with the type that it names
  private static <T> T read(Setting<T> setting, JsonElement stored) {
    return (T) GSON.fromJson(stored, setting.type());
  }

  /**
   * Remembers a value; {@link #save} brings it to the disk.
   *
   * @throws IllegalArgumentException if it is null, not a finite number, or beyond the setting's
   *     limit
   */
  public <T> void set(Setting<T> setting, T value) {
    if (!setting.accepts(value)) {
      throw new IllegalArgumentException(setting.name() + " cannot be " + value);
    }
    JsonElement stored = GSON.toJsonTree(value, setting.type());
    synchronized (this) {
      values.put(setting.name(), stored);
    }
    listeners.forEach(Runnable::run);
  }

  /** Calls {@code listener} after every {@link #set}, on the thread that sets. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * Writes the file, atomically. To be called off the window's thread, and not at every change of a
   * slider.
   *
   * @throws LabException if it cannot be written
   */
  public void save() {
    // one at a time, so that an older state never replaces a newer one
    synchronized (saving) {
      if (retired) {
        return;
      }
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFiles.write(file, text().getBytes(StandardCharsets.UTF_8));
      } catch (IOException | JsonIOException impossible) {
        String why =
            impossible instanceof IOException io ? AtomicFiles.reason(io) : impossible.getMessage();
        throw new LabException(
            "The settings cannot be saved to "
                + file
                + ": "
                + why
                + "; make room there, or set "
                + Home.VARIABLE
                + " to a folder that you may write.",
            impossible);
      }
    }
  }

  /** Nothing is written any more: the folder begins anew, and another object reads its file. */
  public void retire() {
    synchronized (saving) {
      retired = true;
    }
  }

  private synchronized String text() {
    JsonObject settings = new JsonObject();
    values.forEach(settings::add);
    JsonObject root = new JsonObject();
    root.addProperty("version", VERSION);
    root.add("settings", settings);
    return GSON.toJson(root) + "\n";
  }
}
