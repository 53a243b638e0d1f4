package epsilonlab.ui.train;

import epsilonlab.data.DataSet;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelEntry;
import epsilonlab.training.TrainingDiverged;
import epsilonlab.training.TrainingSettings;
import epsilonlab.ui.Failures;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Measurement;
import epsilonlab.ui.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The trainings of the tab: one runs, others wait behind it, and one is shown. A timer calls {@link
 * #tick()} while the tab is in view. Belongs to the FX thread; needs no screen.
 */
final class TrainViewModel {
  private final LabServices services;
  private final LabSession session;
  private final TrainingForm form;
  private final TrainCharts charts;
  private final List<TrainingRun> open = new ArrayList<>();
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
  private final ReadOnlyObjectWrapper<TrainingRun> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<TestSummary> test = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Readout> readout = new ReadOnlyObjectWrapper<>(Readout.NONE);
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper restartable = new ReadOnlyBooleanWrapper();

  private TrainingRun stopping;
  private TrainingSettings restart;
  private boolean closing;
  private int finished;

  TrainViewModel(LabServices services) {
    this.services = services;
    this.session = services.session();
    this.form = new TrainingForm(session);
    this.charts = new TrainCharts(session.settings());
  }

  TrainingForm form() {
    return form;
  }

  TrainCharts charts() {
    return charts;
  }

  ReadOnlyObjectProperty<Phase> phase() {
    return phase.getReadOnlyProperty();
  }

  /** The phase at this moment, also while nobody looks. */
  Phase phaseNow() {
    return phaseOf(open.isEmpty() ? null : open.get(0));
  }

  /** How many trainings have left a network in the library. */
  int finished() {
    return finished;
  }

  /** The training whose course is shown, or null before the first. */
  ReadOnlyObjectProperty<TrainingRun> shown() {
    return shown.getReadOnlyProperty();
  }

  /** The last test of the shown training, or null. */
  ReadOnlyObjectProperty<TestSummary> test() {
    return test.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Readout> readout() {
    return readout.getReadOnlyProperty();
  }

  /** What is going on in words, or empty. */
  ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }

  /** Whether there are weights to go on from. */
  ReadOnlyBooleanProperty restartable() {
    return restartable.getReadOnlyProperty();
  }

  /** What the primary button and the space bar do: start, pause or go on. */
  void startOrPause() {
    switch (phase.get()) {
      case IDLE -> start();
      case RUNNING -> open.get(0).handle().setPaused(true);
      case PAUSED -> open.get(0).handle().setPaused(false);
      case WAITING, STOPPING -> {
        // both go on by themselves
      }
    }
    tick();
  }

  /** Starts the short training that a lab without models offers. */
  void startFirst() {
    form.architecture().set(Architectures.get("small-cnn"));
    form.text(TrainingForm.Field.EPOCHS).set("3");
    start();
  }

  /** Starts a training with what the form says, behind those that run or wait. */
  void start() {
    DataSet data = session.data().get();
    Optional<TrainingSettings> settings = form.check();
    if (settings.isEmpty()) {
      return;
    }
    if (data == null) {
      form.complain("The data set is still being loaded; start again in a moment.");
      return;
    }
    boolean behind = !open.isEmpty();
    submit(new TrainingPlan(form.architecture().get(), settings.get(), data, Optional.empty()));
    if (behind) {
      services
          .messages()
          .info(form.architecture().get().title() + " is trained after the running training.");
    }
  }

  private void submit(TrainingPlan plan) {
    TrainingRun run = new TrainingRun(plan);
    open.add(run);
    TrainAndKeep job =
        new TrainAndKeep(
            session.compute(), session.library(), session.home(), plan, run::lastAccuracy);
    run.started(session.jobs().submit(job, run::accept));
    run.handle()
        .future()
        .whenComplete((kept, failure) -> session.fx().execute(() -> ended(run, kept, failure)));
    tick();
  }

  /** Ends the running training and keeps what it has learnt; takes back a waiting one. */
  void stop() {
    if (open.isEmpty()) {
      return;
    }
    TrainingRun first = open.get(0);
    if (first.isWaiting()) {
      open.remove(first);
    } else {
      stopping = first;
    }
    first.handle().cancel();
    tick();
  }

  /**
   * Goes on from the present weights with another learning rate, as a new training; what was
   * trained so far stays in the library. What is no learning rate changes nothing but the
   * complaint.
   */
  void restartWith(String rate) {
    Optional<TrainingSettings> settings = form.checkWithRate(rate);
    if (settings.isEmpty() || shown.get() == null) {
      return;
    }
    if (!open.isEmpty() && open.get(0) == shown.get()) {
      restart = settings.get();
      stop();
    } else {
      goOn(shown.get(), settings.get());
    }
  }

  private void goOn(TrainingRun from, TrainingSettings settings) {
    TrainingPlan.Start start = from.end();
    if (start != null) {
      TrainingPlan before = from.plan();
      submit(new TrainingPlan(before.architecture(), settings, before.data(), Optional.of(start)));
    }
  }

  private void ended(TrainingRun run, TrainAndKeep.Kept kept, Throwable failure) {
    open.remove(run);
    if (kept != null || run.history().now() > run.plan().epochsBefore()) {
      // it may have begun and ended while nobody looked
      shown.set(run);
    }
    if (stopping == run) {
      stopping = null;
    }
    ModelEntry entry = null;
    if (kept != null) {
      finished++;
      run.ended(kept);
      entry = kept.entry();
    } else if (Failures.cause(failure) instanceof TrainAndKeep.DivergedAndKept diverged) {
      entry = diverged.entry();
      form.complain(diverged.getMessage());
    } else if (Failures.cause(failure) instanceof TrainingDiverged diverged) {
      form.complain(diverged.getMessage());
    }
    if (entry != null) {
      session.use(entry);
    }
    TrainingSettings next = restart;
    restart = null;
    if (next != null && kept != null && !closing) {
      goOn(run, next);
    }
    // when the window closes, no new work is let in
    if (entry != null && !closing) {
      session.jobs().submit(new Measurement(session, entry, run.plan().data()));
    }
    tick();
  }

  /** Brings everything that is shown up to date. */
  void tick() {
    TrainingRun first = open.isEmpty() ? null : open.get(0);
    if (first != null && first != shown.get() && (shown.get() == null || !first.isWaiting())) {
      shown.set(first);
    }
    phase.set(phaseOf(first));
    TrainingRun run = shown.get();
    charts.show(run);
    if (run == null) {
      return;
    }
    test.set(run.test());
    readout.set(Readout.of(run));
    restartable.set(
        phase.get() != Phase.STOPPING
            && (run.kept() != null || run == first && run.history().now() > 0));
    note.set(
        switch (phase.get()) {
          case WAITING -> first.plan().architecture().title() + " waits for the jobs before it.";
          case STOPPING -> "Keeping what was trained …";
          default -> open.size() > 1 ? "Then: " + open.get(1).plan().architecture().title() : "";
        });
  }

  private Phase phaseOf(TrainingRun first) {
    if (first == null) {
      return Phase.IDLE;
    }
    if (first == stopping) {
      return Phase.STOPPING;
    }
    return switch (first.handle().state()) {
      case WAITING -> Phase.WAITING;
      case PAUSED -> Phase.PAUSED;
      default -> Phase.RUNNING;
    };
  }

  /** Makes a test digit the one that all tabs look at. */
  void choose(int index) {
    TrainingRun run = shown.get();
    if (run == null || session.data().get() != run.plan().data()) {
      services
          .messages()
          .info("This digit is of another data set than the one in use; choose that one again.");
      return;
    }
    session.digit().set(index);
    services
        .messages()
        .info(String.format(Locale.ROOT, "Test digit %,d is chosen; attack it in Attack.", index));
  }

  /** What would be lost if the window closed now. */
  Optional<String> atStake() {
    if (open.isEmpty() || open.get(0).isWaiting() || open.get(0).history().now() <= 0) {
      return Optional.empty();
    }
    return Optional.of(open.get(0).stake());
  }

  /** Stops the running training; completed when its model is in the library. */
  CompletableFuture<Void> keep() {
    if (open.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    closing = true;
    CompletableFuture<TrainAndKeep.Kept> future = open.get(0).handle().future();
    List.copyOf(open).forEach(run -> run.handle().cancel());
    return future.handle(
        (kept, failure) -> {
          if (failure != null && !Failures.isCancelled(failure)) {
            // the window stays open then
            session.fx().execute(() -> closing = false);
            throw new CompletionException(Failures.cause(failure));
          }
          return null;
        });
  }
}
