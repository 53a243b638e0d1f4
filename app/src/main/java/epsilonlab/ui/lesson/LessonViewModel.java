package epsilonlab.ui.lesson;

import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.LessonSettings;
import epsilonlab.lesson.Step;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.run.LessonProgress;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.training.TrainingMethods;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.state.AppliedSettings;
import epsilonlab.ui.state.LabAccess;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The open lesson: follows the lab, applies what its steps set and keeps what the student answers.
 * A timer calls {@link #tick()} while a lesson is open. Belongs to the FX thread; needs no screen.
 */
public final class LessonViewModel {
  private static final String ATTACK = "attack";

  private final LabServices services;
  private final LabSession session;
  private final LabAccess lab;
  private final Consumer<LessonRun> leaving;
  private final AppliedSettings settings;
  private final AnswerKeeper keeper;
  private final Latest<LessonProgress.Loaded> loading;
  private final ReadOnlyObjectWrapper<LessonRun> run = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
  // what was open in this window, by the id of its lesson
  private final Map<String, LessonRun> left = new HashMap<>();
  private Optional<String> trouble = Optional.empty();
  private long opening;

  /**
   * No lesson is open yet.
   *
   * @param leaving is called before the step in view is left
   */
  public LessonViewModel(LabServices services, LabAccess lab, Consumer<LessonRun> leaving) {
    this.leaving = leaving;
    this.services = services;
    this.session = services.session();
    this.lab = lab;
    settings = new AppliedSettings(lab, session::isLoading);
    keeper = new AnswerKeeper(session);
    loading = new Latest<>(session.jobs(), session.fx());
    session.libraryRead().addListener((property, before, now) -> changed());
  }

  /** The student's way through the open lesson; null while none is open. */
  public ReadOnlyObjectProperty<LessonRun> run() {
    return run.getReadOnlyProperty();
  }

  /** Grows whenever anything that is shown may have changed. */
  public ReadOnlyIntegerProperty version() {
    return version.getReadOnlyProperty();
  }

  /**
   * What the step needs and the lab has not.
   *
   * @param sentence says what that is
   * @param tab where it can be trained; empty for what is no network
   */
  public record Need(String sentence, Optional<String> tab) {}

  /** What the step sets and could not be had, or the network that it looks at. */
  public Optional<Need> need() {
    if (trouble.isPresent()) {
      return Optional.of(new Need(trouble.get(), settings.troubled().flatMap(this::trainedOn)));
    }
    boolean attacks = run.get() != null && ATTACK.equals(run.get().settings().get("lab.tab"));
    return attacks && hasNoNetwork()
        ? Optional.of(
            new Need(
                "The library has no network yet, and this step attacks one. Train the small one"
                    + " in the middle of the window, or another one on the Train tab.",
                Optional.of("train")))
        : Optional.empty();
  }

  private boolean hasNoNetwork() {
    return session.libraryRead().get()
        && session.model().get() == null
        && session.data().get() != null;
  }

  private Optional<String> trainedOn(Map.Entry<String, Object> troubled) {
    return switch (troubled.getKey()) {
      case "lab.network", "lab.model" -> Optional.of("train");
      case "lab.training" ->
          Optional.of(
              TrainingMethods.STANDARD.id().equals(troubled.getValue()) ? "train" : "defend");
      default -> Optional.empty();
    };
  }

  /** Goes to where the network can be trained that {@link #need()} speaks of. */
  public void goAndTrain() {
    need().flatMap(Need::tab).ifPresent(tab -> lab.take("lab.tab", tab));
    tick();
  }

  /** Opens a lesson where the student left it; the one that is open stays until it is read. */
  public void open(Lesson lesson) {
    loading.forget();
    leave();
    keeper.saveSoon();
    long mine = ++opening;
    keeper.afterSaving(
        () -> {
          if (mine == opening) {
            load(lesson);
          }
        });
  }

  /**
   * Opens a lesson where somebody else left it, as a capsule says; what was answered here before
   * can be brought back.
   *
   * @param progress what {@link LessonProgress#text} gave
   */
  public void takeUp(Lesson lesson, String progress) {
    close();
    left.remove(lesson.id());
    long mine = ++opening;
    keeper.afterSaving(
        () ->
            session
                .jobs()
                .submit(
                    Work.interactive(
                        "Take up the lesson", () -> keeper.progress().replace(lesson, progress)))
                .future()
                .whenComplete(
                    (before, failure) ->
                        session
                            .fx()
                            .execute(
                                () -> {
                                  if (failure != null) {
                                    session.fail(failure);
                                  } else if (mine == opening) {
                                    before.ifPresent(own -> offerBack(lesson, own));
                                  }
                                  if (mine == opening) {
                                    load(lesson);
                                  }
                                })));
  }

  private void offerBack(Lesson lesson, String own) {
    services
        .messages()
        .info(
            "The capsule’s answers to “" + lesson.title() + "” took the place of yours.",
            "Undo",
            () -> takeUp(lesson, own));
  }

  private void leave() {
    if (run.get() != null) {
      leaving.accept(run.get());
      left.put(run.get().lesson().id(), run.get());
    }
  }

  private void load(Lesson lesson) {
    loading.request(
        Work.interactive("Open the lesson", () -> keeper.progress().load(lesson)),
        loaded -> {
          loaded.notice().ifPresent(services.messages()::info);
          begin(loaded.run());
        },
        session::fail);
  }

  private void begin(LessonRun loaded) {
    Optional.ofNullable(left.remove(loaded.lesson().id())).ifPresent(loaded::resume);
    session.settings().set(LessonSettings.OPEN, loaded.lesson().id());
    apply(loaded.step());
    loaded.update(lab.now());
    trouble = settings.trouble();
    run.set(loaded);
    changed();
  }

  /** Leaves the lesson; the answers stay. */
  public void close() {
    opening++;
    loading.forget();
    keeper.saveSoon();
    if (run.get() != null) {
      leave();
      session.settings().set(LessonSettings.OPEN, "");
      run.set(null);
      changed();
    }
  }

  /**
   * Keeps the answers and leaves the lesson open for the next start; no jobs are taken any more.
   */
  public void windowCloses() {
    keeper.saveNow();
  }

  /** Forgets all answers of the open lesson, after a question, and begins it anew. */
  public void restart() {
    LessonRun now = run.get();
    boolean sure =
        now != null
            && services
                .dialogs()
                .ask(
                    "Begin “" + now.lesson().title() + "” anew? Your answers are deleted.",
                    "Begin anew",
                    "Keep them");
    if (sure) {
      LessonRun fresh = new LessonRun(now.lesson());
      left.remove(now.lesson().id());
      begin(fresh);
      keeper.changed(fresh);
    }
  }

  private void changed() {
    version.set(version.get() + 1);
  }

  /** Brings the lesson up to date with the lab. */
  public void tick() {
    LessonRun now = run.get();
    if (now == null) {
      return;
    }
    boolean wasDone = now.isDone(now.at());
    Facts wasKnown = now.record(now.at()).facts();
    boolean news = now.update(settings.keep());
    // some of it becomes known only after the step was done
    if (!wasDone && now.isDone(now.at()) || !wasKnown.equals(now.record(now.at()).facts())) {
      keeper.changed(now);
    }
    if (news || !trouble.equals(settings.trouble())) {
      trouble = settings.trouble();
      changed();
    }
  }

  /** Commits a guess, which stays. */
  public void guess(Guess guess) {
    LessonRun now = run.get();
    // what the lab says at this very moment
    now.update(settings.keep());
    now.guess(guess);
    answered();
  }

  /** Opens one more hint. */
  public void openHint() {
    run.get().openHint();
    answered();
  }

  /** Takes what the student writes in own words. */
  public void write(String words) {
    LessonRun now = run.get();
    if (!now.record(now.at()).words().equals(words)) {
      now.write(words);
      // what is shown is what was typed
      keeper.changed(now);
    }
  }

  private void answered() {
    keeper.changed(run.get());
    changed();
  }

  /** Goes to the next step, if the one in view is done and what it keeps is known. */
  public void next() {
    LessonRun now = run.get();
    // what is chosen at this very moment
    tick();
    if (now.canGoOn()) {
      enter(now.lesson().steps().get(now.at() + 1));
      now.next();
      answered();
    }
  }

  /** Goes back a step, if there is one. */
  public void back() {
    LessonRun now = run.get();
    if (now.at() > 0) {
      enter(now.lesson().steps().get(now.at() - 1));
      now.back();
      answered();
    }
  }

  private void apply(Step step) {
    Map<String, Object> all = new LinkedHashMap<>(step.setup());
    all.putAll(step.suggest());
    settings.enter(all, step.setup());
  }

  /** Sets what the step sets before it begins, so that it does not see what was there before. */
  private void enter(Step step) {
    leaving.accept(run.get());
    run.get().leave();
    apply(step);
    trouble = settings.trouble();
    run.get().update(lab.now());
  }

  /** The tab on which the step in view happens, if another one is in view. */
  public Optional<String> elsewhere() {
    LessonRun now = run.get();
    if (now == null) {
      return Optional.empty();
    }
    Optional<Object> in = lab.now().get("lab.tab");
    return Optional.ofNullable(now.settings().get("lab.tab"))
        .filter(wanted -> in.isPresent() && !in.get().equals(wanted))
        .map(String::valueOf);
  }

  /** Whether the lesson has a page of theory that can be gone to. */
  public boolean hasTheory() {
    return run.get() != null && !run.get().lesson().theory().isEmpty();
  }

  /** Goes to the lesson's page of the Theory tab. */
  public void goToTheory() {
    lab.take("lab.tab", "theory");
    if (lab.canTake("theory.page")) {
      lab.take("theory.page", run.get().lesson().theory());
    }
    tick();
  }

  /** Goes to the tab on which the step in view happens. */
  public void goThere() {
    elsewhere().ifPresent(tab -> lab.take("lab.tab", tab));
    tick();
  }
}
