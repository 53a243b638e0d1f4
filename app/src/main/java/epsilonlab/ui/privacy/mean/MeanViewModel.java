package epsilonlab.ui.privacy.mean;

import epsilonlab.job.JobContext;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.privacy.mean.MeanScores;
import epsilonlab.privacy.mean.ScoresJob;
import epsilonlab.privacy.mean.Simulation;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.privacy.microscope.MicroscopeModel;
import epsilonlab.ui.privacy.microscope.Scores;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The part's state: what is chosen, the scores under the microscope, which follow it, and the
 * curves, which are asked for. Belongs to the FX thread; needs no screen.
 */
final class MeanViewModel {
  private final LabSession session;
  private final MeanForm form;
  private final MicroscopeModel microscope = new MicroscopeModel();
  private final Repeating repeating;
  private final Latest<Look> following;
  private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>();
  private MeanForm.Chosen asked;
  private boolean shown;

  /** Draws nothing before it is shown. */
  MeanViewModel(LabSession session) {
    this.session = session;
    form = new MeanForm(session);
    repeating = new Repeating(session, form);
    following = new Latest<>(session.jobs(), session.fx());
    form.chosen()
        .addListener(
            (property, before, now) -> {
              // a threshold that was set by hand says nothing about another score
              if (before.score() != now.score()) {
                microscope.moveToBest();
              }
              follow();
            });
  }

  LabSession session() {
    return session;
  }

  MeanForm form() {
    return form;
  }

  MicroscopeModel microscope() {
    return microscope;
  }

  Repeating repeating() {
    return repeating;
  }

  /** What the microscope shows; null before the first scores. */
  ReadOnlyObjectProperty<Look> look() {
    return look.getReadOnlyProperty();
  }

  void shown() {
    shown = true;
    follow();
  }

  void hidden() {
    shown = false;
  }

  private void follow() {
    MeanForm.Chosen now = form.chosen().get();
    if (!shown || asked != null && now.scores().equals(asked.scores())) {
      return;
    }
    asked = now;
    // the fast way answers before one could see it
    microscope.stale().set(now.simulation() == Simulation.FAITHFUL);
    following.request(
        Work.interactive("Scores on a Gaussian mean", () -> draw(now)), this::show, this::fail);
  }

  private Look draw(MeanForm.Chosen of) {
    MeanScores drawn =
        new ScoresJob(session.compute().join(), of.scores()).run(JobContext.of(event -> {}));
    return new Look(of, Scores.of(MeanWords.axis(of.score()), drawn.members(), drawn.others()));
  }

  private void show(Look now) {
    look.set(now);
    microscope.show(now.scores());
    // a failure may have been told in between
    microscope.stale().set(asked != null && !now.of().scores().equals(asked.scores()));
  }

  private void fail(Throwable failure) {
    asked = null;
    microscope.stale().set(false);
    session.fail(failure);
  }

  /** The primary button. */
  void startOrCancel() {
    repeating.startOrCancel();
  }
}
