package epsilonlab.data;

import java.io.IOException;

/** Lets DJL use the network, which the lab forbids otherwise, for one piece of work. */
final class OnlinePeriod {
  private static final String PROPERTY = "ai.djl.offline";

  private OnlinePeriod() {}

  /** Work that uses the network. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  static void during(Work work) throws IOException {
    String before = System.getProperty(PROPERTY);
    System.clearProperty(PROPERTY);
    try {
      work.run();
    } finally {
      if (before != null) {
        System.setProperty(PROPERTY, before);
      }
    }
  }
}
