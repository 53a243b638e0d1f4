package epsilonlab.defence;

import java.util.List;

/**
 * How trained networks do under attack.
 *
 * @param epsilons the attacker's radii
 * @param rows one a network
 */
public record RobustTable(List<Double> epsilons, List<Row> rows) {
  /**
   * The accuracies of one network, in [0, 1].
   *
   * @param name what to call it
   * @param clean on the images as they are
   * @param fgsm under FGSM, one for each epsilon
   * @param pgd under PGD-40 with a random start, one for each epsilon
   */
  public record Row(String name, double clean, List<Double> fgsm, List<Double> pgd) {}
}
