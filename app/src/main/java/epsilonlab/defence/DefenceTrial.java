package epsilonlab.defence;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackLoss;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.engine.Seed;
import epsilonlab.model.Network;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One defence before one network: first how strong it looks, then what the attack that knows it
 * leaves. Both steps give the same whether or not others were taken before, and by whom.
 */
final class DefenceTrial {
  private static final Attack PGD = Attacks.get("pgd");

  private final Crafting crafting;
  private final Network bare;
  private final Defence defence;
  private final double epsilon;
  private final Seed draws;
  private final Network defended;

  /**
   * @param seed of the whole gallery; the defence has its own branch of it
   */
  DefenceTrial(Crafting crafting, Network bare, Defence defence, double epsilon, long seed) {
    this.crafting = crafting;
    this.bare = bare;
    this.defence = defence;
    this.epsilon = epsilon;
    this.draws = Seed.of(seed).split("defence").split(defence.id());
    this.defended = defence.defend(bare, draws.split("defender"));
  }

  /** The images of plain PGD on the network without a defence. */
  static Attacked undefended(Crafting crafting, Network bare, double epsilon) {
    float[][] images = crafting.craft(bare, PGD, AttackSettings.defaults(PGD), epsilon);
    return crafting.judge(bare, images);
  }

  /**
   * Attacks it as who does not know it.
   *
   * @param onBare see {@link #undefended}
   * @param clean hears of the accuracy on clean images as soon as it is known
   */
  Looks looks(Attacked onBare, Consumer<Attacked> clean) {
    Attacked originals = crafting.judge(defended);
    clean.accept(originals);
    Network differentiated = defence.defend(bare, draws.split("plain"));
    boolean flat = crafting.zeroGradients(differentiated, AttackLoss.MARGIN, epsilon) == 1;
    float[][] images =
        flat
            ? onBare.images()
            : crafting.craft(differentiated, PGD, AttackSettings.defaults(PGD), epsilon);
    return new Looks(
        defence,
        onBare.accuracy(),
        originals,
        flat ? GalleryJob.ON_BARE : GalleryJob.THROUGH,
        crafting.judge(defended, images),
        crafting.zeroGradients(differentiated, AttackLoss.CROSS_ENTROPY, epsilon));
  }

  /**
   * Attacks it as who knows it; where it is real, also with what may end it.
   *
   * @param adaptive hears of what is left as soon as it is known
   */
  Outcome outcome(Looks looks, Consumer<Attacked> adaptive) {
    AdaptiveAttack attacker = defence.adaptive(bare, draws.split("adaptive"));
    Attacked left =
        crafting.judge(
            defended,
            crafting.craft(attacker.network(), attacker.attack(), attacker.settings(), epsilon));
    adaptive.accept(left);
    double plain = looks.plain().accuracy();
    Verdict verdict = Verdict.of(looks.bare(), plain, left.accuracy());
    Optional<GalleryRow.Ended> ended =
        verdict == Verdict.HOLDS
            ? defence
                .ending()
                .filter(ending -> isThere(ending.attack()))
                .map(ending -> end(ending, attacker.network()))
            : Optional.empty();
    return new Outcome(
        left, verdict, verdict.sentence(looks.bare(), plain, left.accuracy()), ended);
  }

  private static boolean isThere(String attack) {
    return Attacks.ALL.stream().anyMatch(known -> known.id().equals(attack));
  }

  private GalleryRow.Ended end(Ending ending, Network attacked) {
    Attack attack = Attacks.get(ending.attack());
    float[][] found =
        crafting.craft(attacked, attack, AttackSettings.defaults(attack), ending.epsilon());
    return new GalleryRow.Ended(ending, crafting.judge(defended, found).accuracy());
  }
}
