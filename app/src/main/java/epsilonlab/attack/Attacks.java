package epsilonlab.attack;

import epsilonlab.engine.LabException;
import java.util.List;
import java.util.stream.Collectors;

/** The list of attacks; a new one is a class and a line here. */
public final class Attacks {
  /** In the order in which they are offered. */
  public static final List<Attack> ALL =
      List.of(
          new Fgsm(),
          new IteratedFgsm(),
          Pgd.linf(),
          new MomentumFgsm(),
          Apgd.crossEntropy(),
          Apgd.logitsRatio(),
          new NoiseAttack(),
          new FgmL2(),
          Pgd.l2(),
          DeepFool.l2(),
          DeepFool.linf(),
          new CarliniWagner(),
          new OnePixel(),
          new Jsma(),
          new Square(),
          new HopSkipJump(),
          new Transfer(),
          new Strongest());

  private Attacks() {}

  /**
   * The attack of this name.
   *
   * @throws LabException that lists the names there are
   */
  public static Attack get(String id) {
    return get(ALL, id);
  }

  /**
   * The attack of this name among some.
   *
   * @throws LabException that lists the names there are
   */
  public static Attack get(List<Attack> some, String id) {
    return some.stream()
        .filter(attack -> attack.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new LabException(
                    (ALL.stream().anyMatch(attack -> attack.id().equals(id))
                            ? "The attack '" + id + "' has no place here"
                            : "There is no attack '" + id + "'")
                        + "; choose one of "
                        + some.stream().map(Attack::id).collect(Collectors.joining(", "))
                        + "."));
  }
}
