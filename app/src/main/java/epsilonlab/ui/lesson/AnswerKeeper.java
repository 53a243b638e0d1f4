package epsilonlab.ui.lesson;

import epsilonlab.engine.LabException;
import epsilonlab.job.Work;
import epsilonlab.lesson.run.LessonProgress;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.ui.LabSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Saves what a student has answered, a moment after the last change. Belongs to the FX thread. */
final class AnswerKeeper {
  private static final long REST_MILLIS = 500;

  private final LabSession session;
  private final LessonProgress progress;
  private LessonRun unsaved;
  private long newest;
  private CompletableFuture<?> saving = CompletableFuture.completedFuture(null);

  AnswerKeeper(LabSession session) {
    this.session = session;
    progress = new LessonProgress(session.home());
  }

  LessonProgress progress() {
    return progress;
  }

  /** Something was answered. */
  void changed(LessonRun run) {
    if (unsaved != null && unsaved != run) {
      saveSoon();
    }
    unsaved = run;
    long mine = ++newest;
    CompletableFuture.delayedExecutor(REST_MILLIS, TimeUnit.MILLISECONDS, session.fx())
        .execute(
            () -> {
              if (mine == newest) {
                saveSoon();
              }
            });
  }

  /** Saves what is not saved yet, in a job. */
  void saveSoon() {
    if (unsaved != null) {
      LessonRun run = unsaved;
      String text = LessonProgress.text(run);
      unsaved = null;
      saving =
          session
              .jobs()
              .submit(
                  Work.following(
                      "Keep the answers",
                      () -> {
                        progress.write(run.lesson(), text);
                        return null;
                      }))
              .future();
      saving.exceptionally(
          failure -> {
            session.fx().execute(() -> notSaved(run, failure));
            return null;
          });
    }
  }

  /** Tries again with the next answer, or when the window closes. */
  private void notSaved(LessonRun run, Throwable failure) {
    unsaved = unsaved == null ? run : unsaved;
    session.fail(failure);
  }

  /** Calls, on the FX thread, when what was saved last is on the disk. */
  void afterSaving(Runnable then) {
    saving.whenComplete((nothing, failure) -> session.fx().execute(then));
  }

  /** Saves what is not saved yet, at once: the window closes and takes no jobs any more. */
  void saveNow() {
    if (unsaved != null) {
      try {
        progress.save(unsaved);
      } catch (LabException impossible) {
        session.fail(impossible);
      }
      unsaved = null;
    }
  }
}
