package epsilonlab.ui.component;

import epsilonlab.report.figure.FormulaImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Typesets formulas on a thread of its own, and keeps the last ones. */
final class Typesetter {
  private static final System.Logger LOG = System.getLogger(Typesetter.class.getName());
  private static final int KEPT = 300;

  private record Wanted(String tex, double size, int ink) {}

  private static final Map<Wanted, FormulaImage> DONE =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, FormulaImage> eldest) {
          return size() > KEPT;
        }
      };

  private static final ExecutorService THREAD =
      Executors.newSingleThreadExecutor(
          body -> {
            Thread thread = new Thread(body, "formulas");
            thread.setDaemon(true);
            return thread;
          });

  private Typesetter() {}

  /** Hands over the picture, on the formulas' thread. */
  static void request(String tex, double size, int ink, Consumer<FormulaImage> done) {
    Wanted wanted = new Wanted(tex, size, ink);
    THREAD.execute(
        () -> {
          try {
            done.accept(
                DONE.computeIfAbsent(wanted, w -> FormulaImage.of(w.tex(), w.size(), w.ink())));
          } catch (RuntimeException malformed) {
            LOG.log(System.Logger.Level.ERROR, "a formula cannot be shown", malformed);
          }
        });
  }
}
