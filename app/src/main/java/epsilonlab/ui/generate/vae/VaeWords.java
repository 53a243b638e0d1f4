package epsilonlab.ui.generate.vae;

import epsilonlab.generative.VaeBatch;
import epsilonlab.report.figure.DigitWalk;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.LabSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the VAE part says in words. */
final class VaeWords {
  private VaeWords() {}

  /** "(−0.60, 0.40)"; of many dimensions the first three and how many there are. */
  static String point(float[] z) {
    StringBuilder out = new StringBuilder("(");
    int shown = z.length <= 4 ? z.length : 3;
    for (int i = 0; i < shown; i++) {
      out.append(i == 0 ? "" : ", ").append(Numbers.fixed(z[i] == 0 ? 0 : z[i], 2));
    }
    return out.append(shown < z.length ? ", … " + z.length + ")" : ")").toString();
  }

  /** "reconstruction 143.7 + KL 6.1". */
  static String parts(VaeBatch test, double beta) {
    String times = beta == 1 ? "" : Numbers.plain(beta) + " × ";
    return String.format(
        Locale.ROOT, "reconstruction %.1f + %sKL %.1f", test.reconstruction(), times, test.kl());
  }

  /** The walk with what the model in use reads: "A: 7", "7", ..., "B: 0". */
  static DigitWalk walk(ReadImages walk, LabSession session) {
    int last = walk.pictures().count() - 1;
    List<String> captions = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      String end = i == 0 ? "A" : i == last ? "B" : "";
      String answer = walk.isRead() ? VaeNames.of(session, walk.answer(i)) : "";
      captions.add(end.isEmpty() || answer.isEmpty() ? end + answer : end + ": " + answer);
    }
    return new DigitWalk(walk.pictures().values(), captions, "Walk from A to B");
  }

  /** What the map is, beside its heading. */
  static String map(EncodedSpace space) {
    if (space == null) {
      return "test digits; drag the point";
    }
    if (space.latent() <= 2) {
      return "test digits; drag the point";
    }
    double share = space.plane().variance();
    return Double.isNaN(share)
        ? "two of %d dimensions, the others 0".formatted(space.latent())
        : "two principal axes, %.0f %% of the variance".formatted(100 * share);
  }

  /** What to look for on the map. */
  static String whatToLookFor(int latent, String model) {
    String reader = model.isEmpty() ? "a network" : model;
    if (latent <= 2) {
      return "Neighbours on the map look alike. Between two classes the digit is a blend, and "
          + reader
          + " wavers.";
    }
    return "The map is a shadow of "
        + latent
        + " dimensions: classes that lie over each other here are apart there. Walk from A to B: no"
        + " step is a jump.";
  }

  /** Why the samples look as they do. */
  static String whyBlurred(int latent) {
    return switch (latent) {
      case 1 -> "One number must say everything about a digit, so all digits lie on one line.";
      case 2 ->
          "Two numbers must say everything about a digit. With 20 the samples are sharper, but"
              + " there is no map to look at.";
      default ->
          "The loss asks for the mean of all digits that could have given this z, and a mean is"
              + " soft. With "
              + latent
              + " numbers to a digit it is sharper than with 2, and some z lie where no digit"
              + " was.";
    };
  }
}
