package epsilonlab.defence;

import epsilonlab.attack.Epsilon;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts defences before a network, attacks each with plain PGD and with the attack that knows it,
 * and says what it is worth.
 *
 * <p>Plain PGD is the attack with the gradient that automatic differentiation gives through the
 * defence, 40 steps on the cross-entropy from a random start; where that gradient is zero
 * everywhere, it is PGD on the bare network. "Everywhere" is about the network, not about the loss:
 * a cross-entropy that saturates has no gradient either, but the logits have one. Whatever the
 * attacker looked at, the defended network decides, on the last image of the attack and with draws
 * of its own.
 */
public final class GalleryJob implements Job<GalleryJob.Measured, Gallery> {
  /** Where undefended networks on MNIST are broken and their digits can still be read. */
  public static final double EPSILON = 0.2;

  /** Plain PGD on the gradient of the defended network. */
  public static final String THROUGH = "PGD through the defence";

  /** Plain PGD where that gradient is zero everywhere. */
  public static final String ON_BARE =
      "PGD on the bare network, for the gradient through the defence is zero everywhere";

  private static final int SAMPLES = 10;

  /** What was measured. */
  public enum Stage {
    CLEAN,
    PLAIN,
    ADAPTIVE,
    ENDING
  }

  /** One accuracy of one defence. */
  public record Measured(Defence defence, Stage stage, String attack, double accuracy) {}

  private final Network bare;
  private final List<Defence> defences;
  private final ImageSet images;
  private final double epsilon;
  private final Crafting crafting;
  private final long seed;

  /**
   * @param bare the network without a defence
   * @param images the test images; the i-th has the random numbers of id i
   * @param epsilon the largest change of a pixel
   */
  public GalleryJob(
      Compute compute,
      Network bare,
      List<Defence> defences,
      ImageSet images,
      double epsilon,
      long seed) {
    Epsilon.check(epsilon);
    this.bare = bare;
    this.defences = List.copyOf(defences);
    this.images = images;
    this.epsilon = epsilon;
    this.crafting = new Crafting(compute, images, seed);
    this.seed = seed;
  }

  @Override
  public String name() {
    return "Gallery of defences, " + images.size() + " digits";
  }

  @Override
  public Gallery run(JobContext<Measured> context) {
    Attacked onBare = DefenceTrial.undefended(crafting, bare, epsilon);
    List<GalleryRow> rows = new ArrayList<>();
    for (Defence defence : defences) {
      rows.add(row(context, defence, onBare));
      context.progress((double) rows.size() / defences.size());
    }
    return new Gallery(crafting.judge(bare).accuracy(), onBare.accuracy(), rows);
  }

  private GalleryRow row(JobContext<Measured> context, Defence defence, Attacked onBare) {
    DefenceTrial trial = new DefenceTrial(crafting, bare, defence, epsilon, seed);
    Looks looks =
        trial.looks(onBare, clean -> say(context, defence, Stage.CLEAN, "none", clean.accuracy()));
    say(context, defence, Stage.PLAIN, looks.plainAttack(), looks.plain().accuracy());
    Outcome outcome =
        trial.outcome(
            looks,
            left ->
                say(context, defence, Stage.ADAPTIVE, defence.adaptiveAttack(), left.accuracy()));
    outcome
        .ended()
        .ifPresent(
            end -> say(context, defence, Stage.ENDING, end.ending().attack(), end.accuracy()));
    return new GalleryRow(
        defence,
        looks.clean().accuracy(),
        looks.plain().accuracy(),
        looks.plainAttack(),
        looks.zeroGradients(),
        outcome.adaptive().accuracy(),
        outcome.verdict(),
        outcome.sentence(),
        outcome.ended(),
        samples(outcome.adaptive()));
  }

  private static void say(
      JobContext<Measured> context, Defence defence, Stage stage, String attack, double accuracy) {
    context.check();
    context.emit(new Measured(defence, stage, attack, accuracy));
  }

  private GalleryRow.Samples samples(Attacked attacked) {
    int some = Math.min(SAMPLES, images.size());
    return new GalleryRow.Samples(
        Arrays.copyOf(attacked.images(), some),
        Arrays.copyOf(images.labels(), some),
        Arrays.copyOf(attacked.answers(), some));
  }
}
