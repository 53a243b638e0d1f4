package epsilonlab.evaluation;

import epsilonlab.attack.AttackPlan;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.model.Network;
import epsilonlab.model.Predictions;

/** Attacks one digit again and again, as a slider moves epsilon. Thread-safe. */
public final class LiveDigit implements AutoCloseable {
  private final Compute compute;
  private final LiveAttack live;
  private Network network;
  private ImageSet digit;
  private Predictions before;

  /** Holds nothing yet. */
  public LiveDigit(Compute compute) {
    this.compute = compute;
    this.live = new LiveAttack(compute);
  }

  /**
   * The digit before the attack and after it.
   *
   * @param one a set of one image, compared by identity
   * @param index what its random numbers depend on
   */
  public synchronized AttackedImage attack(
      Network attacked, ImageSet one, int index, AttackPlan plan, double epsilon) {
    if (network != attacked || digit != one) {
      before = Predictions.of(compute, attacked, one);
      network = attacked;
      digit = one;
    }
    return live.use(
        attacked,
        one,
        i -> index,
        plan,
        prepared -> AttackedImage.of(index, one.image(0), before, 0, prepared.at(epsilon)));
  }

  @Override
  public void close() {
    live.close();
  }
}
