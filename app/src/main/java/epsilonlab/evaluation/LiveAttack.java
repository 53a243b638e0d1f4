package epsilonlab.evaluation;

import epsilonlab.attack.AttackPlan;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.model.Network;
import java.util.Objects;
import java.util.function.IntToLongFunction;

/**
 * Keeps the last prepared attack, so that a slider that moves epsilon costs no new gradient where
 * the attack needs none. Thread-safe: one request at a time.
 */
public final class LiveAttack implements AutoCloseable {
  private final Compute compute;
  private Key key;
  private PreparedAttack prepared;

  private record Key(Network network, ImageSet images, AttackPlan plan) {}

  /** Holds nothing yet. */
  public LiveAttack(Compute compute) {
    this.compute = compute;
  }

  /** A use of the prepared attack. */
  @FunctionalInterface
  public interface Use<T> {
    /** Reads what is wanted. */
    T apply(PreparedAttack attack);
  }

  /**
   * Prepares the attack if it is not the last one, and uses it.
   *
   * @param images compared by identity
   */
  public synchronized <T> T use(
      Network network, ImageSet images, IntToLongFunction ids, AttackPlan plan, Use<T> use) {
    Key wanted = new Key(network, images, plan);
    if (!sameAs(wanted)) {
      close();
      prepared = PreparedAttack.of(compute, network, images, ids, plan);
      key = wanted;
    }
    return use.apply(prepared);
  }

  private boolean sameAs(Key wanted) {
    return key != null
        && key.network == wanted.network
        && key.images == wanted.images
        && Objects.equals(key.plan, wanted.plan);
  }

  @Override
  public synchronized void close() {
    key = null;
    if (prepared != null) {
      prepared.close();
      prepared = null;
    }
  }
}
