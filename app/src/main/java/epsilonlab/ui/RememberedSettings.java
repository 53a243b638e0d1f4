package epsilonlab.ui;

import epsilonlab.engine.LabException;
import epsilonlab.settings.Setting;
import epsilonlab.settings.Settings;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The frame's small settings in the lab's settings file, written a moment after the last change.
 */
final class RememberedSettings implements Remembered {
  private static final System.Logger LOG = System.getLogger(RememberedSettings.class.getName());
  private static final long SECONDS = 1;

  private final Settings settings;
  private final Thread atExit = new Thread(this::save, "last settings");
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          body -> {
            Thread thread = new Thread(body, "settings");
            thread.setDaemon(true);
            return thread;
          });

  RememberedSettings(Settings settings) {
    this.settings = settings;
    settings.onChange(this::saveSoon);
    // what was changed in the last second before the process ends
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  @Override
  public void close() {
    save();
    settings.retire();
    writer.shutdownNow();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  @Override
  public String get(String key, String fallback) {
    return settings.get(Setting.of("window." + key, String.class, fallback));
  }

  @Override
  public void put(String key, String value) {
    settings.set(Setting.of("window." + key, String.class, ""), value);
  }

  private void saveSoon() {
    if (!writer.isShutdown() && scheduled.compareAndSet(false, true)) {
      writer.schedule(
          () -> {
            scheduled.set(false);
            save();
          },
          SECONDS,
          TimeUnit.SECONDS);
    }
  }

  private void save() {
    try {
      settings.save();
    } catch (LabException impossible) {
      LOG.log(System.Logger.Level.WARNING, "the settings are not kept", impossible);
    }
  }
}
