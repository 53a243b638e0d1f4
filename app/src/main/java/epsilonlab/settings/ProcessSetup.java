package epsilonlab.settings;

import epsilonlab.engine.LabException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what libraries keep and log into the lab's folder; once, before the engine is loaded. */
public final class ProcessSetup {
  private static final int LOG_BYTES = 1 << 20;
  private static final int LOG_FILES = 3;

  private ProcessSetup() {}

  /**
   * Applies it to this process.
   *
   * @throws LabException if the folder cannot be written to
   */
  public static void apply(Home home) {
    // read by DJL for the unpacked libraries; a test machine may share one folder
    if (System.getenv("DJL_CACHE_DIR") == null && System.getProperty("DJL_CACHE_DIR") == null) {
      System.setProperty("DJL_CACHE_DIR", home.engineCache().toString());
    }
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    Path pattern = home.logs().resolve("epsilonlab-%g.log");
    try {
      FileHandler file = new FileHandler(pattern.toString(), LOG_BYTES, LOG_FILES, true);
      file.setFormatter(new SimpleFormatter());
      file.setLevel(Level.INFO);
      root.addHandler(file);
    } catch (IOException impossible) {
      throw new LabException(
          "The lab's folder "
              + home.folder()
              + " cannot be written to; set EPSILONLAB_HOME to another folder.",
          impossible);
    }
  }
}
