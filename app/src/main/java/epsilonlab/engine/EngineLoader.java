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
    // DJL would ask its hub about every model; a build for the GPU has to fetch the CUDA library
    // once
    setDefault("ai.djl.offline", String.valueOf(hasBundledLibrary()));
    // nor does it report its use
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
              + (hasBundledLibrary()
                  ? "); run `epsilonlab doctor` to see what is missing."
                  : "); this build fetches the CUDA library at its first start: connect to the internet"
                      + " once, or build the lab without the profile gpu."),
          e);
    }
    if (engine == null) {
      throw new LabException(
          "PyTorch could not be loaded: its libraries for this system are not in the lab's folder;"
              + " build the lab on this machine.");
    }
    return engine;
  }

  private static boolean hasBundledLibrary() {
    return EngineLoader.class.getResource("/native/lib/pytorch.properties") != null;
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
