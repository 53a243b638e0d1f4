package epsilonlab.command;

import epsilonlab.report.capsule.Capsule;
import java.util.Map;

/** Why a capsule of the window has nothing that could be run again. */
final class NothingToRepeat {
  private static final Map<String, String> BY_TAB =
      Map.of(
          "train",
              "a training of the window is not run again; its network is in the capsule, and"
                  + " epsilonlab train --capsule makes one that is",
          "defend",
              "trainings of the window are not run again; epsilonlab defend --capsule makes a"
                  + " capsule of a race that is",
          "generate",
              "a generative training of the window is not run again; epsilonlab gan, vae or denoise"
                  + " with --capsule makes a capsule of one that is",
          "photo", "an attack on a photo is not run again, for the photo stays with its owner");

  private NothingToRepeat() {}

  /** A sentence for whoever wanted to verify it. */
  static String sentence(Capsule capsule) {
    String tab = capsule.facts().get("lab.tab").map(Object::toString).orElse("");
    String reason = BY_TAB.get(tab);
    if (reason != null) {
      return "The capsule shows the %s tab, whose numbers cannot be verified: %s."
          .formatted(tab, reason);
    }
    return capsule.createdBy().equals("window")
        ? "The capsule holds no experiment, for it was saved where no numbers were shown that a"
            + " command computes again; save it when they are, or open it in the window."
        : "The capsule holds no experiment that could be run again; open it in the window instead.";
  }
}
