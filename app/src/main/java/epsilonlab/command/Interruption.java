package epsilonlab.command;

import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns Ctrl+C into a cancelled job, so that the command can keep what it has before it ends; a
 * second Ctrl+C ends at once. A shutdown hook would not do: while the JVM shuts down, fonts and
 * files that the result needs cannot be opened any more. The class for signals is in every JDK but
 * not in its public API, hence the reflection.
 */
final class Interruption {
  private static final System.Logger LOG = System.getLogger(Interruption.class.getName());

  private Interruption() {}

  /** Calls {@code cancel} when the user or the system wants the process to end. */
  static void onInterrupt(Runnable cancel) {
    AtomicInteger times = new AtomicInteger();
    for (String name : new String[] {"INT", "TERM"}) {
      try {
        handle(
            name,
            () -> {
              if (times.incrementAndGet() > 1) {
                Runtime.getRuntime().halt(LabCommand.CANCELLED);
              }
              cancel.run();
            });
      } catch (ReflectiveOperationException | IllegalArgumentException unavailable) {
        LOG.log(Level.DEBUG, "signal " + name + " ends the process at once", unavailable);
      }
    }
  }

  private static void handle(String name, Runnable body) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object proxy =
        Proxy.newProxyInstance(
            handler.getClassLoader(),
            new Class<?>[] {handler},
            (self, method, arguments) -> {
              if (method.getName().equals("handle")) {
                body.run();
              }
              return null;
            });
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
  }
}
