package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.model.Network;
import java.util.List;

/**
 * Auto-PGD of Croce and Hein, "Reliable Evaluation of Adversarial Robustness with an Ensemble of
 * Diverse Parameter-free Attacks" (2020): sign steps with momentum from a random start, which
 * choose their own size. It comes with the cross-entropy and with the difference-of-logits ratio.
 */
final class Apgd implements Attack {
  private final String id;
  private final String title;
  private final String sentence;
  private final AttackLoss loss;

  private Apgd(String id, String title, String sentence, AttackLoss loss) {
    this.id = id;
    this.title = title;
    this.sentence = sentence;
    this.loss = loss;
  }

  static Apgd crossEntropy() {
    return new Apgd(
        "apgd-ce",
        "APGD, cross-entropy",
        "PGD that chooses its own step size and goes back to the best point.",
        AttackLoss.CROSS_ENTROPY);
  }

  static Apgd logitsRatio() {
    return new Apgd(
        "apgd-dlr",
        "APGD, logits ratio",
        "APGD with a loss that does not vanish where the network is very sure.",
        AttackLoss.DLR);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.STEPS.withInitial(50), Attempts.PARAMETER);
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    int steps = settings.integer("steps");
    int restarts = settings.integer("restarts");
    return new Dropping() {
      @Override
      public NDArray at(NDArray epsilon) {
        return Attempts.best(
            restarts,
            network,
            examples,
            loss,
            restart -> walk(examples, restart, epsilon).run(steps, false).best());
      }

      @Override
      public Examples survivors(Examples some, NDArray epsilon) {
        return Attempts.survivors(
            restarts,
            some,
            (restart, left) -> walk(left, restart, epsilon).run(steps, true).examples());
      }

      private ApgdWalk walk(Examples some, int restart, NDArray epsilon) {
        NDArray noise = some.uniformNoise(id + " start " + restart).muli(epsilon);
        return new ApgdWalk(network, some, loss, noise.addi(some.images()), epsilon);
      }
    };
  }
}
