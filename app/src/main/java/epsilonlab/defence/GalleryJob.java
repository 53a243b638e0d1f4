package epsilonlab.defence;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackLoss;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Epsilon;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

  private final Compute compute;
  private final Network bare;
  private final List<Defence> defences;
  private final ImageSet images;
  private final double epsilon;
  private final Crafting crafting;
  private final Seed draws;
  private final Attack pgd = Attacks.get("pgd");

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
    if (images.size() == 0) {
      throw new LabException("There are no images to attack; choose a data set that has some.");
    }
    this.compute = compute;
    this.bare = bare;
    this.defences = List.copyOf(defences);
    this.images = images;
    this.epsilon = epsilon;
    this.crafting = new Crafting(compute, images, seed);
    this.draws = Seed.of(seed).split("defence");
  }

  @Override
  public String name() {
    return "Gallery of defences, " + images.size() + " digits";
  }

  @Override
  public Gallery run(JobContext<Measured> context) {
    float[][] onBare = crafting.craft(bare, pgd, AttackSettings.defaults(pgd), epsilon);
    double broken = crafting.accuracy(crafting.answers(bare, onBare));
    List<GalleryRow> rows = new ArrayList<>();
    for (Defence defence : defences) {
      rows.add(row(context, defence, onBare, broken));
      context.progress((double) rows.size() / defences.size());
    }
    return new Gallery(crafting.accuracy(crafting.answers(bare)), broken, rows);
  }

  private GalleryRow row(
      JobContext<Measured> context, Defence defence, float[][] onBare, double broken) {
    Seed own = draws.split(defence.id());
    Network defended = defence.defend(bare, own.split("defender"));
    double clean = crafting.accuracy(crafting.answers(defended));
    say(context, defence, Stage.CLEAN, "none", clean);

    Network differentiated = defence.defend(bare, own.split("plain"));
    boolean flat = crafting.zeroGradients(differentiated, AttackLoss.MARGIN, epsilon) == 1;
    String plainAttack = flat ? ON_BARE : THROUGH;
    float[][] plainImages =
        flat ? onBare : crafting.craft(differentiated, pgd, AttackSettings.defaults(pgd), epsilon);
    double plain = crafting.accuracy(crafting.answers(defended, plainImages));
    say(context, defence, Stage.PLAIN, plainAttack, plain);

    AdaptiveAttack attacker = defence.adaptive(bare, own.split("adaptive"));
    float[][] adaptiveImages =
        crafting.craft(attacker.network(), attacker.attack(), attacker.settings(), epsilon);
    int[] answers = crafting.answers(defended, adaptiveImages);
    double adaptive = crafting.accuracy(answers);
    say(context, defence, Stage.ADAPTIVE, defence.adaptiveAttack(), adaptive);

    Verdict verdict = Verdict.of(broken, plain, adaptive);
    Optional<GalleryRow.Ended> ended =
        verdict == Verdict.HOLDS
            ? defence
                .ending()
                .filter(ending -> isThere(ending.attack()))
                .map(ending -> end(ending, attacker.network(), defended))
            : Optional.empty();
    ended.ifPresent(
        end -> say(context, defence, Stage.ENDING, end.ending().attack(), end.accuracy()));
    return new GalleryRow(
        defence,
        clean,
        plain,
        plainAttack,
        crafting.zeroGradients(differentiated, AttackLoss.CROSS_ENTROPY, epsilon),
        adaptive,
        verdict,
        verdict.sentence(broken, plain, adaptive),
        ended,
        samples(adaptiveImages, answers));
  }

  private static void say(
      JobContext<Measured> context, Defence defence, Stage stage, String attack, double accuracy) {
    context.check();
    context.emit(new Measured(defence, stage, attack, accuracy));
  }

  private static boolean isThere(String attack) {
    return Attacks.ALL.stream().anyMatch(known -> known.id().equals(attack));
  }

  private GalleryRow.Ended end(Ending ending, Network attacked, Network defended) {
    Attack attack = Attacks.get(ending.attack());
    float[][] found =
        crafting.craft(attacked, attack, AttackSettings.defaults(attack), ending.epsilon());
    return new GalleryRow.Ended(ending, crafting.accuracy(crafting.answers(defended, found)));
  }

  private GalleryRow.Samples samples(float[][] attacked, int[] answers) {
    int some = Math.min(SAMPLES, attacked.length);
    return new GalleryRow.Samples(
        Arrays.copyOf(attacked, some),
        Arrays.copyOf(images.labels(), some),
        Arrays.copyOf(answers, some));
  }
}
