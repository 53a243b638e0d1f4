package epsilonlab.generative;

import epsilonlab.engine.LabException;
import java.util.List;

/** Checks settings, with one sentence each. */
final class Limits {
  private static final int MOST_UNITS = 8192;

  private Limits() {}

  static void require(boolean holds, String what, Object value, String allowed) {
    if (!holds) {
      throw new LabException("The " + what + " is " + value + ", but must be " + allowed + ".");
    }
  }

  static void learningRate(double rate) {
    require(
        rate > 0 && Double.isFinite(rate),
        "learning rate",
        rate,
        "a number above 0, for example 0.001");
  }

  static void batchAndEpochs(int batch, int epochs) {
    require(batch >= 1 && batch <= 10_000, "batch size", batch, "from 1 to 10000");
    require(epochs >= 1 && epochs <= 10_000, "number of epochs", epochs, "from 1 to 10000");
  }

  static void units(String what, int units) {
    require(units >= 1 && units <= MOST_UNITS, what, units, "from 1 to " + MOST_UNITS);
  }

  static void hidden(String what, List<Integer> layers) {
    require(
        !layers.isEmpty() && layers.size() <= 8, "number of " + what, layers.size(), "from 1 to 8");
    layers.forEach(units -> units("size of one of the " + what, units));
  }

  static void dropout(double rate) {
    require(rate >= 0 && rate < 1, "dropout", rate, "at least 0 and below 1");
  }

  static void latent(int latent) {
    require(
        latent >= 1 && latent <= 1024,
        "number of latent dimensions z",
        latent,
        "from 1 to 1024, for example 20");
  }
}
