package epsilonlab.engine;

import com.sun.jna.Function;
import com.sun.jna.Platform;

/**
 * Asks glibc to keep freed memory: it gives blocks back to the system all the time, and faulting
 * them in again costs 15 to 25 % of a training step (notes-djl 11).
 */
final class NativeMemory {
  private static final int TRIM_THRESHOLD = -1;
  private static final int TOP_PAD = -2;
  private static final int MMAP_THRESHOLD = -3;

  private NativeMemory() {}

  static void keepFreedMemory() {
    if (!Platform.isLinux()) {
      return;
    }
    try {
      Function mallopt = Function.getFunction("c", "mallopt");
      mallopt.invokeInt(new Object[] {TRIM_THRESHOLD, 1 << 30});
      mallopt.invokeInt(new Object[] {TOP_PAD, 64 << 20});
      mallopt.invokeInt(new Object[] {MMAP_THRESHOLD, 1 << 30});
    } catch (UnsatisfiedLinkError withoutGlibc) {
      // another C library: slower, not wrong
      System.getLogger(NativeMemory.class.getName())
          .log(System.Logger.Level.DEBUG, "no mallopt", withoutGlibc);
    }
  }
}
