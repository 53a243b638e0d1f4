package epsilonlab.engine;

import ai.djl.engine.Engine;

/** Loads DJL's PyTorch engine once a process, with the settings that the lab needs. */
final class EngineLoader {
  private static Engine engine;

  private EngineLoader() {}

  static synchronized Engine load() {
    if (engine != null) {
      return engine;
    }
    NativeMemory.keepFreedMemory();
    // DJL would ask its hub about every model, and report its use
    setDefault("ai.djl.offline", "true");
    setDefault("OPT_OUT_TRACKING", "true");
    // one PyTorch thread a compute thread: shards run side by side instead (see Compute)
    setDefault("ai.djl.pytorch.num_threads", "1");
    setDefault("ai.djl.pytorch.num_interop_threads", "1");
    try {
      engine = Engine.getEngine("PyTorch");
    } catch (Exception | LinkageError e) {
      throw new LabException(
          "PyTorch could not be loaded ("
              + firstLine(e)
              + "); run `epsilonlab doctor` to see what is missing.",
          e);
    }
    if (engine == null) {
      throw new LabException(
          "PyTorch could not be loaded: its libraries for this system are not in the lab's folder;"
              + " build the lab on this machine.");
    }
    return engine;
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static String firstLine(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    return message.lines().findFirst().orElse(thrown.getClass().getSimpleName());
  }
}
