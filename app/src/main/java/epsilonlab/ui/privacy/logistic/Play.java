package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.privacy.Confusion;
import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.privacy.logistic.MembershipJob;
import epsilonlab.privacy.logistic.MembershipSettings;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.LabSession;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The game in which the student is the attacker: twenty images, half of them members, to be judged
 * from what the model says of them. Belongs to the FX thread; needs no screen.
 */
final class Play {
  private final LabSession session;
  private final Sweep sweep;
  private final CurrentJob job;
  private final ReadOnlyObjectWrapper<Deal> deal = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Boolean> guesses = FXCollections.observableArrayList();
  private int games;

  Play(LabSession session, Sweep sweep) {
    this.session = session;
    this.sweep = sweep;
    job = new CurrentJob(session);
    sweep.data().data().addListener(any -> leave());
  }

  CurrentJob job() {
    return job;
  }

  /** The images of the game; null while there is none. */
  ReadOnlyObjectProperty<Deal> deal() {
    return deal.getReadOnlyProperty();
  }

  /** What was said so far: true for a member. */
  ObservableList<Boolean> guesses() {
    return guesses;
  }

  boolean isOver() {
    return deal.get() != null && guesses.size() == Deal.ROUNDS;
  }

  /** Whether some but not all images are judged. */
  boolean isUnderWay() {
    return !guesses.isEmpty() && !isOver();
  }

  /** The image to be judged, or null. */
  Deal.Round now() {
    return deal.get() == null || isOver() ? null : deal.get().rounds().get(guesses.size());
  }

  /** Judges the image that is shown; nothing without one. */
  void guess(boolean member) {
    if (now() != null) {
      guesses.add(member);
    }
  }

  /** Takes the last judgement back, while the game is not over. */
  void back() {
    if (!guesses.isEmpty() && !isOver()) {
      guesses.remove(guesses.size() - 1);
    }
  }

  /** What came of the judgements so far. */
  Confusion student() {
    return deal.get().judged(i -> i < guesses.size() && guesses.get(i));
  }

  private void leave() {
    job.cancel();
    deal.set(null);
    guesses.clear();
  }

  /** Deals new images of the chosen model, which is fitted first if it must be; or stops that. */
  void startOrCancel() {
    if (job.running().get()) {
      job.cancel();
      return;
    }
    DataSet data = sweep.data().data().get();
    LogisticForm form = sweep.form();
    if (!form.commit() || data == null) {
      return;
    }
    LogisticForm.Chosen chosen = form.chosen().get();
    if (chosen.n() < Deal.ROUNDS) {
      form.complaint()
          .set(
              "The number of images n is %d, but a game needs at least %d."
                  .formatted(chosen.n(), Deal.ROUNDS));
      return;
    }
    FitPoint known = sweep.known().get().fit(chosen.c(), chosen.n()).orElse(null);
    int number = games++;
    Job<Void, Deal> work =
        new Job<>() {
          @Override
          public String name() {
            return "Deal twenty images";
          }

          @Override
          public Deal run(JobContext<Void> context) {
            FitPoint fit = known == null ? fit(context, data, chosen) : known;
            Asked asked =
                Asked.of(session.compute().join(), data, fit, chosen.variance(), chosen.seed());
            return Deal.of(data, asked, chosen.seed(), number);
          }
        };
    job.start(work, event -> {}, this::begin, () -> {});
  }

  private FitPoint fit(JobContext<Void> context, DataSet data, LogisticForm.Chosen chosen) {
    MembershipSettings settings =
        new MembershipSettings(
            List.of(chosen.n()), List.of(chosen.c()), chosen.n(), List.of(), 1, chosen.seed());
    return new MembershipJob(session.compute().join(), data, settings)
        .run(context.forwarding(event -> null))
        .fits()
        .get(0);
  }

  private void begin(Deal dealt) {
    guesses.clear();
    deal.set(dealt);
  }
}
