package epsilonlab.ui;

import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/** Begins the lab anew in the same process, as if it had been closed and opened again. */
public interface Restart {
  /**
   * Closes the window, does something to the lab's folder while nobody has it open, and opens the
   * window again; also if that something failed, which is told then.
   *
   * @param between is called on a thread of its own
   * @param then gets the services of the new window and what {@code between} gave
   */
  <T> void anew(Callable<T> between, BiConsumer<LabServices, T> then);
}
