package epsilonlab.command;

import epsilonlab.report.capsule.Capsule;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What of a capsule of the window is not computed again, and why. */
final class NotRepeated {
  private static final Map<String, String> BY_TAB =
      Map.of(
          "train",
              "a training of the window is not run again, for that may take hours; epsilonlab train"
                  + " --capsule makes a capsule of one that is",
          "defend",
              "the trainings of a race in the window are not run again, for that may take hours;"
                  + " epsilonlab defend --capsule makes a capsule of one that is",
          "generate",
              "a generative training of the window is not run again, for that may take hours;"
                  + " epsilonlab gan, vae or denoise with --capsule makes a capsule of one that is",
          "photo", "an attack on a photo is not run again, for the photo stays with its owner");

  private NotRepeated() {}

  private static Optional<String> reason(Capsule capsule) {
    return capsule.facts().get("lab.tab").map(tab -> BY_TAB.get(tab.toString()));
  }

  /** A sentence about what else the capsule shows; empty for one that is verified as a whole. */
  static Optional<String> note(Capsule capsule) {
    return reason(capsule)
        .map(text -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".");
  }

  /** A sentence for whoever wanted to verify a capsule that has nothing to be verified. */
  static String nothing(Capsule capsule) {
    String reason =
        reason(capsule)
            .orElse(
                capsule.createdBy().equals("window")
                    ? "it was saved where no numbers were shown that a command computes again; save"
                        + " it when they are, or open it in the window"
                    : "open it in the window instead");
    return "The capsule holds no experiment that could be run again: " + reason + ".";
  }
}
