package epsilonlab.ui.defend;

import epsilonlab.data.DataSet;
import epsilonlab.defence.Alarm;
import epsilonlab.defence.RaceSettings;
import epsilonlab.report.RaceChart;
import epsilonlab.report.figure.Figure;
import epsilonlab.ui.Failures;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Measurement;
import epsilonlab.ui.ModelKeeper;
import epsilonlab.ui.Phase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The races of the tab, one at a time, and what is asked of the networks that they leave. A timer
 * calls {@link #tick()} while the tab is in view. Belongs to the FX thread; needs no screen.
 */
final class DefendViewModel {
  private final LabServices services;
  private final LabSession session;
  private final DefendForm form;
  private final Attacker attacker;
  private final TableCells table;
  private final SameDigit digit;
  private final Trial trial;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
  private final ReadOnlyObjectWrapper<RaceRun> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Figure> chart = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Alarm>> alarms = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<RaceModel>> models =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private RaceRun running;
  private RaceRun shownBefore;
  private RaceRun trained;
  private boolean stopping;
  private boolean closing;
  private long drawn = -1;
  private int finished;

  DefendViewModel(LabServices services) {
    this.services = services;
    session = services.session();
    form = new DefendForm(session);
    attacker = new Attacker(session.settings());
    table = new TableCells(session, attacker);
    digit = new SameDigit(session, attacker);
    trial = new Trial(session, attacker);
  }

  LabSession session() {
    return session;
  }

  DefendForm form() {
    return form;
  }

  Attacker attacker() {
    return attacker;
  }

  TableCells table() {
    return table;
  }

  SameDigit digit() {
    return digit;
  }

  Trial trial() {
    return trial;
  }

  ReadOnlyObjectProperty<Phase> phase() {
    return phase.getReadOnlyProperty();
  }

  /** The race whose course is shown, or null before the first. */
  ReadOnlyObjectProperty<RaceRun> shown() {
    return shown.getReadOnlyProperty();
  }

  /** The course of the shown race, or null before the first. */
  ReadOnlyObjectProperty<Figure> chart() {
    return chart.getReadOnlyProperty();
  }

  /** What went wrong in the shown race. */
  ReadOnlyObjectProperty<List<Alarm>> alarms() {
    return alarms.getReadOnlyProperty();
  }

  /** The networks of the last race that ended; empty before. */
  ReadOnlyObjectProperty<List<RaceModel>> models() {
    return models.getReadOnlyProperty();
  }

  /** How many races have left networks in the library. */
  int finished() {
    return finished;
  }

  /** The race that the networks come from, or null. */
  RaceRun trained() {
    return trained;
  }

  /** What is going on in words, or empty. */
  ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }

  /** What the primary button and the space bar do: start, pause or go on. */
  void startOrPause() {
    switch (phase.get()) {
      case IDLE -> start();
      case RUNNING -> running.handle().setPaused(true);
      case PAUSED -> running.handle().setPaused(false);
      case WAITING, STOPPING -> {
        // both go on by themselves
      }
    }
    tick();
  }

  private void start() {
    Optional<RaceSettings> settings = form.check();
    DataSet data = session.data().get();
    if (settings.isEmpty()) {
      return;
    }
    if (data == null) {
      form.complain("The data set is still being loaded; start again in a moment.");
      return;
    }
    // the window may have stayed open because another tab could not keep what it has
    closing = false;
    RacePlan plan = new RacePlan(settings.get(), data);
    RaceRun run = new RaceRun(plan);
    RaceAndKeep job =
        new RaceAndKeep(
            session.compute(), new ModelKeeper(session.library(), session.home()), plan);
    run.started(session.jobs().submit(job, run::accept));
    running = run;
    shownBefore = shown.get();
    show(run);
    run.handle()
        .future()
        .whenComplete((kept, failure) -> session.fx().execute(() -> ended(run, kept, failure)));
  }

  /** Ends the race and keeps what it has trained; takes back a waiting one. */
  void stop() {
    if (running == null) {
      return;
    }
    RaceRun run = running;
    if (run.isWaiting()) {
      // its handle ends only when the jobs before it have
      running = null;
      show(shownBefore);
    } else {
      stopping = true;
    }
    run.handle().cancel();
    tick();
  }

  private void show(RaceRun run) {
    shown.set(run);
    drawn = -1;
  }

  private void ended(RaceRun run, RaceAndKeep.Kept kept, Throwable failure) {
    if (run != running) {
      return;
    }
    running = null;
    stopping = false;
    if (kept != null) {
      kept.troubles().forEach(services.messages()::error);
      if (!kept.models().isEmpty()) {
        finished++;
        trained = run;
        models.set(kept.models());
        session.use(kept.models().get(kept.models().size() - 1).entry());
        // when the window closes, no new work is let in
        if (!closing) {
          ask(kept.models(), run.plan().data());
        }
      }
    } else {
      if (!Failures.isCancelled(failure)) {
        form.complain(Failures.sentence(failure));
      }
      if (run.version() == 0 || Failures.isCancelled(failure) && run.epochs() == 0) {
        // nothing came of it: what was there before is shown again
        show(shownBefore);
      }
    }
    tick();
  }

  private void ask(List<RaceModel> networks, DataSet data) {
    trial.use(networks, data);
    digit.use(networks, data);
    table.measure(networks, data.test());
    for (RaceModel network : networks) {
      session.jobs().submit(new Measurement(session, network.entry(), data));
    }
  }

  /** Brings everything that is shown up to date. */
  void tick() {
    phase.set(phaseNow());
    note.set(
        switch (phase.get()) {
          case WAITING -> "The race waits for the jobs before it.";
          case STOPPING -> "Keeping what was trained …";
          default -> "";
        });
    RaceRun run = shown.get();
    if (run == null) {
      chart.set(null);
      alarms.set(List.of());
    } else if (run.version() != drawn) {
      drawn = run.version();
      List<Alarm> rang = run.alarms();
      chart.set(RaceChart.of(run.lines(), run.plan().settings().training().epochs(), rang));
      alarms.set(rang);
    }
  }

  private Phase phaseNow() {
    if (running == null) {
      return Phase.IDLE;
    }
    if (stopping) {
      return Phase.STOPPING;
    }
    return switch (running.handle().state()) {
      case WAITING -> Phase.WAITING;
      case PAUSED -> Phase.PAUSED;
      default -> Phase.RUNNING;
    };
  }

  /** What would be lost if the window closed now. */
  Optional<String> atStake() {
    return running == null || running.isWaiting() || running.epochs() == 0
        ? Optional.empty()
        : Optional.of(running.stake());
  }

  /** Stops the race; completed when its networks are in the library. */
  CompletableFuture<Void> keep() {
    if (running == null) {
      return CompletableFuture.completedFuture(null);
    }
    closing = true;
    CompletableFuture<RaceAndKeep.Kept> future = running.handle().future();
    running.handle().cancel();
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
