package epsilonlab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Examples;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.model.Network;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Learns from images that an attack has just perturbed: the outer minimisation of Madry et al.,
 * "Towards Deep Learning Models Resistant to Adversarial Attacks" (2018), with any attack as the
 * inner maximisation.
 *
 * @param attack the attack's name
 * @param parameters its settings for those of the training and the part of epsilon that holds
 * @param passesOfAttack how many passes the attack makes
 */
record AttackTraining(
    String id,
    String title,
    String sentence,
    String attack,
    BiFunction<AdversarialSettings, Double, Map<String, Double>> parameters,
    Function<AdversarialSettings, Integer> passesOfAttack)
    implements TrainingMethod {

  @Override
  public int passes(AdversarialSettings settings) {
    return settings.copies() * (passesOfAttack.apply(settings) + 1);
  }

  @Override
  public LayerScript.BatchGradients gradients(Shard shard) {
    AdversarialSettings settings = shard.settings();
    Attack kind = Attacks.get(attack);
    AttackSettings chosen = AttackSettings.of(kind, parameters.apply(settings, shard.ramp()));
    Examples all = shard.examples();
    Network network = shard.network();
    NDArray epsilon = shard.epsilon();
    int clean = (int) Math.round(settings.cleanShare() * shard.size());
    Examples attacked = from(all, clean);
    NDList images = new NDList();
    NDList labels = new NDList();
    for (int copy = 0; copy < settings.copies(); copy++) {
      if (clean > 0) {
        images.add(all.images().get(":" + clean));
        labels.add(all.labels().get(":" + clean));
      }
      if (attacked.size() > 0) {
        Examples own =
            new Examples(
                attacked.images(),
                attacked.labels(),
                null,
                attacked.ids(),
                attacked.seed().split(copy));
        images.add(kind.prepare(network, own, chosen).at(epsilon));
        labels.add(attacked.labels());
      }
    }
    return shard.learn(joined(images), joined(labels), 1.0 / settings.copies());
  }

  private static NDArray joined(NDList parts) {
    return parts.size() == 1 ? parts.get(0) : NDArrays.concat(parts);
  }

  private static Examples from(Examples all, int first) {
    if (first == 0) {
      return all;
    }
    return new Examples(
        all.images().get(first + ":"),
        all.labels().get(first + ":"),
        null,
        Arrays.copyOfRange(all.ids(), first, all.size()),
        all.seed());
  }
}
