package epsilonlab.ui.generate.run;

import epsilonlab.data.DataSet;
import epsilonlab.engine.LabException;
import epsilonlab.generative.GenerativeSettings;
import epsilonlab.model.Weights;
import epsilonlab.ui.Failures;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.ModelKeeper;
import epsilonlab.ui.Phase;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The trainings of one part of the Generate tab: one runs or waits at a time, and the last one is
 * shown. A timer calls {@link #tick()} while the part is in view. Belongs to the FX thread; needs
 * no screen.
 *
 * @param <B> what is known after a batch
 * @param <R> what is known after an epoch
 */
public final class Trainings<B, R> {
  private final LabServices services;
  private final LabSession session;
  private final Supplier<GenerativeSettings<B, R>> form;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
  private final ReadOnlyObjectWrapper<GenerativeRun<B, R>> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper(-1);
  private final StringProperty complaint = new SimpleStringProperty("");

  private GenerativeRun<B, R> open;
  private boolean stopping;
  private Runnable next;
  private boolean closing;
  private TrainingCourse<B, R> counted;
  private long countedAt;

  /**
   * @param form makes the settings of what the user typed, or throws a {@link LabException} with
   *     the sentence to show
   */
  public Trainings(LabServices services, Supplier<GenerativeSettings<B, R>> form) {
    this.services = services;
    this.session = services.session();
    this.form = form;
  }

  /** Where the open training stands. */
  public ReadOnlyObjectProperty<Phase> phase() {
    return phase.getReadOnlyProperty();
  }

  /** The training that runs or waits. */
  public Optional<GenerativeRun<B, R>> open() {
    return Optional.ofNullable(open);
  }

  /** The training whose course is shown, or null before the first. */
  public ReadOnlyObjectProperty<GenerativeRun<B, R>> shown() {
    return shown.getReadOnlyProperty();
  }

  /** The training that is shown, if it learns the data set in use. */
  public Optional<GenerativeRun<B, R>> current() {
    DataSet data = session.data().get();
    return Optional.ofNullable(shown.get())
        .filter(run -> data != null && run.data().sha256().equals(data.sha256()));
  }

  /** Changes with whatever is known of the shown training. */
  public ReadOnlyLongProperty version() {
    return version.getReadOnlyProperty();
  }

  /** One sentence about what is wrong with the form or went wrong in the training, or empty. */
  public StringProperty complaint() {
    return complaint;
  }

  /** What the primary button and the space bar do: start, pause or go on. */
  public void startOrPause() {
    switch (phase.get()) {
      case IDLE -> start();
      case RUNNING -> open.handle().setPaused(true);
      case PAUSED -> open.handle().setPaused(false);
      case WAITING, STOPPING -> {
        // both go on by themselves
      }
    }
    tick();
  }

  /** Starts a training with what the form says. */
  public void start() {
    checked().ifPresent(settings -> submit(settings, Optional.empty(), new TrainingCourse<>()));
  }

  /**
   * Goes on from the weights after an epoch with what the form says now, as a new training; what
   * was trained so far stays in the library.
   *
   * @param epoch the one that is looked at; of a large network the last before it whose weights are
   *     kept is taken
   */
  public void restartFrom(int epoch) {
    GenerativeRun<B, R> from = shown.get();
    Optional<GenerativeSettings<B, R>> settings = from == null ? Optional.empty() : checked();
    if (settings.isEmpty()) {
      return;
    }
    Map.Entry<Integer, Weights> start = from.course().weights().floorEntry(epoch);
    if (start == null) {
      complaint.set("Nothing has been trained yet that could go on; start a training first.");
      return;
    }
    try {
      settings.get().network().validate("The training that is shown", start.getValue());
    } catch (LabException otherSizes) {
      complaint.set(
          "The network that is shown has other sizes than the form; a training can only go on"
              + " with the same ones.");
      return;
    }
    Runnable goOn =
        () ->
            submit(
                settings.get(),
                Optional.of(start.getValue()),
                new TrainingCourse<>(from.course(), start.getKey()));
    if (open == null) {
      goOn.run();
    } else {
      next = goOn;
      stop();
    }
  }

  /** The epoch that {@link #restartFrom} would begin at. */
  public int restartEpoch(int epoch) {
    GenerativeRun<B, R> from = shown.get();
    Integer kept = from == null ? null : from.course().weights().floorKey(epoch);
    return kept == null ? epoch : kept;
  }

  private Optional<GenerativeSettings<B, R>> checked() {
    complaint.set("");
    if (session.data().get() == null) {
      complaint.set("The data set is still being loaded; start again in a moment.");
      return Optional.empty();
    }
    try {
      return Optional.of(form.get());
    } catch (LabException wrong) {
      complaint.set(wrong.getMessage());
      return Optional.empty();
    }
  }

  private void submit(
      GenerativeSettings<B, R> settings, Optional<Weights> start, TrainingCourse<B, R> course) {
    DataSet data = session.data().get();
    GenerativeRun<B, R> run = new GenerativeRun<>(settings, data, start, course);
    open = run;
    stopping = false;
    ModelKeeper keeper = new ModelKeeper(session.library(), session.home());
    run.started(
        session.jobs().submit(new TrainAndKeep<>(session.compute(), keeper, run), course::accept));
    run.handle()
        .future()
        .whenComplete((kept, failure) -> session.fx().execute(() -> ended(run, kept, failure)));
    tick();
  }

  /** Ends the running training and keeps what it has learnt; takes back a waiting one. */
  public void stop() {
    if (open == null) {
      return;
    }
    stopping = true;
    open.handle().cancel();
    tick();
  }

  private void ended(GenerativeRun<B, R> run, TrainAndKeep.Kept<R> kept, Throwable failure) {
    open = null;
    stopping = false;
    run.ended(kept);
    if (kept != null) {
      services.messages().success("Kept in the library as " + kept.entry().card().name() + ".");
    }
    if (kept != null || run.course().now() > run.course().epochsBefore()) {
      // it may have begun and ended while nobody looked
      shown.set(run);
    }
    if (failure != null && Failures.isExplained(failure)) {
      complaint.set(Failures.sentence(failure));
    } else if (failure != null) {
      session.fail(failure);
    }
    Runnable then = next;
    next = null;
    if (then != null && kept != null && !closing) {
      then.run();
    }
    version.set(version.get() + 1);
    tick();
  }

  /** Brings everything that is shown up to date. */
  public void tick() {
    if (open != null && open != shown.get() && (shown.get() == null || !open.isWaiting())) {
      shown.set(open);
    }
    phase.set(phaseNow());
    GenerativeRun<B, R> run = shown.get();
    if (run != null && run.course() != counted) {
      counted = run.course();
      countedAt = -1;
    }
    if (run != null && run.course().version() != countedAt) {
      countedAt = run.course().version();
      version.set(version.get() + 1);
    }
  }

  private Phase phaseNow() {
    if (open == null) {
      return Phase.IDLE;
    }
    if (stopping) {
      return Phase.STOPPING;
    }
    return switch (open.handle().state()) {
      case WAITING -> Phase.WAITING;
      case PAUSED -> Phase.PAUSED;
      default -> Phase.RUNNING;
    };
  }

  /** What would be lost if the window closed now. */
  public Optional<String> atStake() {
    return open == null || open.isWaiting() || open.course().now() <= open.course().epochsBefore()
        ? Optional.empty()
        : Optional.of(open.stake());
  }

  /** Stops the running training; completed when its model is in the library. */
  public CompletableFuture<Void> keep() {
    if (open == null) {
      return CompletableFuture.completedFuture(null);
    }
    closing = true;
    CompletableFuture<TrainAndKeep.Kept<R>> future = open.handle().future();
    open.handle().cancel();
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
