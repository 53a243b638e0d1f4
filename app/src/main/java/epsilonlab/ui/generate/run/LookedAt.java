package epsilonlab.ui.generate.run;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Which epoch of a training is looked at: the newest, which moves on by itself ("live"), or an
 * earlier one that the user went back to. Belongs to the FX thread; needs no screen.
 */
public final class LookedAt {
  private final ReadOnlyIntegerWrapper epoch = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper newest = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyIntegerWrapper last = new ReadOnlyIntegerWrapper(1);
  private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(true);

  /** The epoch that is looked at, from 0 to {@link #newest}; 0 while there is none. */
  public ReadOnlyIntegerProperty epoch() {
    return epoch.getReadOnlyProperty();
  }

  /** The last epoch that is trained; -1 before there is anything to see, 0 before the first. */
  public ReadOnlyIntegerProperty newest() {
    return newest.getReadOnlyProperty();
  }

  /** The last epoch that there will be, at least 1. */
  public ReadOnlyIntegerProperty last() {
    return last.getReadOnlyProperty();
  }

  /** Whether the newest epoch is looked at, and will be when there is a newer one. */
  public ReadOnlyBooleanProperty live() {
    return live.getReadOnlyProperty();
  }

  /** Goes to an epoch; beyond the newest, or at it, follows the training. */
  public void lookAt(int wanted) {
    int within = Math.max(0, Math.min(newest.get(), wanted));
    live.set(wanted >= newest.get());
    epoch.set(within);
  }

  /** Goes so many epochs on, or back. */
  public void move(int by) {
    lookAt(epoch.get() + by);
  }

  /** Follows the training from now on. */
  public void follow() {
    lookAt(newest.get());
  }

  /**
   * The training has come so far, or another one is shown.
   *
   * @param trained as {@link #newest}
   */
  public void reached(int trained, int all) {
    last.set(Math.max(1, Math.max(all, trained)));
    newest.set(trained);
    epoch.set(Math.max(0, live.get() ? trained : Math.min(epoch.get(), trained)));
  }
}
