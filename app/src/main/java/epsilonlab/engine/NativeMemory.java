package epsilonlab.engine;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.lang.System.Logger.Level;

/**
 * Asks glibc to keep freed memory: it gives blocks back to the system all the time, and faulting
 * them in again costs 15 to 25 % of a training step (notes-djl 11).
 */
final class NativeMemory {
  private static final System.Logger LOG = System.getLogger(NativeMemory.class.getName());
  private static final int TRIM_THRESHOLD = -1;
  private static final int TOP_PAD = -2;
  private static final int MMAP_THRESHOLD = -3;

  // the largest that glibc takes on 64 bits; a larger one is refused, and 128 KB would stay
  private static final int LARGEST_MMAP_THRESHOLD = 32 << 20;

  private NativeMemory() {}

  static void keepFreedMemory() {
    if (!Platform.isLinux()) {
      return;
    }
    try {
      Function mallopt = Function.getFunction("c", "mallopt");
      int taken =
          mallopt.invokeInt(new Object[] {TRIM_THRESHOLD, 1 << 30})
              & mallopt.invokeInt(new Object[] {TOP_PAD, 64 << 20})
              & mallopt.invokeInt(new Object[] {MMAP_THRESHOLD, LARGEST_MMAP_THRESHOLD});
      if (taken == 0) {
        LOG.log(Level.INFO, "glibc refused a setting of mallopt; training may be slower");
      }
    } catch (UnsatisfiedLinkError withoutGlibc) {
      // another C library: slower, not wrong
      LOG.log(Level.DEBUG, "no mallopt", withoutGlibc);
    }
  }
}
