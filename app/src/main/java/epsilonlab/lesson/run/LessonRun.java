package epsilonlab.lesson.run;

import epsilonlab.engine.LabException;
import epsilonlab.lesson.Comparison;
import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.Question;
import epsilonlab.lesson.Step;
import epsilonlab.lesson.Task;
import epsilonlab.lesson.fact.Condition;
import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.PartName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A student on the way through a lesson. The lab tells its facts whenever they change ({@link
 * #update}); what must be shown follows from the other methods. A step runs: task and guess, in the
 * order of the file; the truth as soon as the guess is made, the task is met and the facts say it;
 * then the explanation. A guess that is made stays, and so do the facts of that moment. Not
 * thread-safe; needs no screen.
 */
public final class LessonRun {
  /** How far a step is. */
  public enum Stage {
    /** The student has something to do first. */
    TASK,
    /** The student has to guess. */
    GUESS,
    /** The guess is made; the task or the facts are still missing. */
    WAITING,
    /** All is done and shown. */
    DONE
  }

  private final Lesson lesson;
  private final List<StepRecord> records = new ArrayList<>();
  private int at;
  private int furthest;
  private Facts now = Facts.NONE;
  // what "changed" is measured against; null until the lab has told its facts
  private Facts before;
  // whether the step in view was done while it was in view, and may still be done another way
  private boolean choosing;

  /** A run from the first step on. */
  public LessonRun(Lesson lesson) {
    this.lesson = lesson;
    lesson.steps().forEach(step -> records.add(new StepRecord()));
  }

  /** Goes on where records were left. */
  LessonRun(Lesson lesson, int at, int furthest, List<StepRecord> kept) {
    this.lesson = lesson;
    this.records.addAll(kept);
    this.at = at;
    this.furthest = furthest;
  }

  /**
   * Goes on where the same lesson was left while the lab stayed open: what was done in the lab
   * since counts as done in this step.
   */
  public void resume(LessonRun left) {
    if (left.lesson.fingerprint().equals(lesson.fingerprint()) && left.at == at) {
      before = left.before;
    }
  }

  /** The lesson. */
  public Lesson lesson() {
    return lesson;
  }

  /** The index of the step in view, from 0. */
  public int at() {
    return at;
  }

  /** The index of the last step that was ever in view, from 0. */
  public int furthest() {
    return furthest;
  }

  /** The step in view. */
  public Step step() {
    return lesson.steps().get(at);
  }

  /** What was recorded of a step. */
  public StepRecord record(int index) {
    return records.get(index);
  }

  private StepRecord record() {
    return records.get(at);
  }

  /**
   * Takes in what the lab is like now.
   *
   * @return whether anything that is shown may have changed
   */
  public boolean update(Facts facts) {
    boolean same = facts.equals(now) && before != null;
    now = facts;
    if (before == null) {
      before = facts;
    }
    if (!same) {
      settle();
    }
    return !same;
  }

  private void settle() {
    StepRecord record = record();
    if (record.isDone()) {
      complete(record);
      return;
    }
    if (!isTaskMet()) {
      return;
    }
    Facts all = known();
    Optional<Question> question = step().question();
    if (question.isEmpty()) {
      record.finish(now, Optional.empty());
      choosing = step().task().isPresent();
    } else if (record.guess().isPresent()) {
      question.get().answer().truth(all).ifPresent(truth -> record.finish(now, Optional.of(truth)));
    }
    keep(record);
  }

  /**
   * Where the student only had to choose, the last choice counts. Else adds what has become known
   * since of the same digit and settings.
   */
  private void complete(StepRecord record) {
    if (choosing && step().task().orElseThrow().isMet(known(), beginning())) {
      record.finish(now, Optional.empty());
      record.restoreKept(Facts.NONE);
      keep(record);
    } else if (isAsDone()) {
      record.learn(now);
      keep(record);
    }
  }

  /** Whether the step in view is done and the lab is still set as it was then. */
  public boolean isAsDone() {
    return record().isDone() && unlike().findAny().isEmpty();
  }

  /** The settings of when the step in view was done that are others now. */
  private Stream<Condition> unlike() {
    Facts then = record().facts();
    return FactNames.ALL.stream()
        .filter(FactName::settable)
        .map(FactName::name)
        .filter(name -> then.get(name).isPresent() && !then.get(name).equals(now.get(name)))
        .map(name -> Condition.is(name, then.get(name).get()));
  }

  private void keep(StepRecord record) {
    if (record.isDone()) {
      Facts all = record.facts().orElse(keptBefore(at));
      step()
          .keep()
          .forEach((name, value) -> value.of(all).ifPresent(known -> record.keep(name, known)));
    }
  }

  /** Whether the task is met; true where there is none. */
  public boolean isTaskMet() {
    return record().isDone()
        || step().task().map(task -> task.isMet(known(), beginning())).orElse(true);
  }

  private Facts beginning() {
    return before == null ? now : before;
  }

  /** What is missing of the task, a sentence each; empty when it is met. */
  public List<String> missing() {
    return isTaskMet()
        ? List.of()
        : step().task().map(task -> task.missing(known(), beginning())).orElse(List.of());
  }

  /** The task's tick line, once it is met. */
  public Optional<String> tick() {
    return isTaskMet()
        ? step().task().map(Task::done).map(line -> line.fill(facts()))
        : Optional.empty();
  }

  /** How far the step in view is. */
  public Stage stage() {
    if (record().isDone()) {
      return Stage.DONE;
    }
    boolean guessed = step().question().isEmpty() || record().guess().isPresent();
    boolean guessComesNow = step().guessFirst() || isTaskMet();
    if (!guessed && guessComesNow) {
      return Stage.GUESS;
    }
    return isTaskMet() ? Stage.WAITING : Stage.TASK;
  }

  /**
   * The facts that texts of the step in view are filled with: those of when it was done, or now.
   */
  public Facts facts() {
    return record().isDone() ? factsOf(at) : known();
  }

  private Facts known() {
    return now.orElse(keptBefore(at));
  }

  private Facts keptBefore(int step) {
    Facts all = Facts.NONE;
    for (StepRecord record : records.subList(0, step)) {
      all = record.kept().orElse(all);
    }
    return all;
  }

  /**
   * Commits a guess, which stays.
   *
   * @throws LabException if it cannot be made now, or is none that the question takes
   */
  public void guess(Guess guess) {
    if (stage() != Stage.GUESS) {
      throw new LabException(
          record().guess().isPresent()
              ? "The guess is made and stays; go on to what the lab says."
              : "Do the task first; then guess.");
    }
    Question question = step().question().orElseThrow();
    if (!question.answer().accepts(guess)) {
      throw new LabException("That is no answer to this question; choose one of those offered.");
    }
    record().commit(guess);
    settle();
  }

  /** The guess beside the truth, once both are there. */
  public Optional<Comparison> comparison() {
    return comparison(at);
  }

  /** The same for any step. */
  public Optional<Comparison> comparison(int index) {
    StepRecord record = records.get(index);
    if (record.truth().isEmpty() || record.guess().isEmpty()) {
      return Optional.empty();
    }
    Question question = lesson.steps().get(index).question().orElseThrow();
    Comparison plain = question.answer().compare(record.guess().get(), record.truth().get());
    Facts then = factsOf(index);
    return Optional.of(
        new Comparison(
            plain.right(),
            plain.guess(),
            question.told().map(told -> told.fill(then)).orElse(plain.truth()),
            plain.words()));
  }

  /**
   * The parts of the window that are covered now: those that would answer a question of a step that
   * was reached, whichever step is in view, or give a later one away.
   */
  public Set<PartName> covered() {
    Set<PartName> all = new LinkedHashSet<>();
    for (int i = 0; i < records.size(); i++) {
      Optional<Question> question = lesson.steps().get(i).question();
      if (question.isPresent() && records.get(i).guess().isEmpty()) {
        all.addAll(question.get().coverBefore());
        if (i <= furthest) {
          all.addAll(question.get().cover());
        }
      }
    }
    return all;
  }

  /** What the step sets when it comes into view, in the order of the file. */
  public Map<String, Object> settings() {
    Map<String, Object> all = new LinkedHashMap<>(step().setup());
    all.putAll(step().suggest());
    return all;
  }

  /** The names of what is set by the lesson and cannot be changed in this step. */
  public Set<String> locked() {
    return Set.copyOf(step().setup().keySet());
  }

  /** The hints that are open. */
  public List<String> hints() {
    return step().hints().subList(0, record().hintsOpened()).stream()
        .map(hint -> hint.fill(facts()))
        .toList();
  }

  /** Opens one more hint, if there is one. */
  public void openHint() {
    if (record().hintsOpened() < step().hints().size()) {
      record().openHint();
    }
  }

  /** Takes what the student writes in own words. */
  public void write(String words) {
    record().write(words);
  }

  /** Whether the last step is in view. */
  public boolean isLast() {
    return at == lesson.steps().size() - 1;
  }

  /** Whether the student can go on: the step is done, and what it keeps for later is known. */
  public boolean canGoOn() {
    return record().isDone() && !isLast() && unknownOfKept().isEmpty();
  }

  /**
   * What a step that is done still waits for before the student can go on, and what to do about it,
   * a sentence each.
   */
  public List<String> awaited() {
    List<String> unknown = unknownOfKept();
    if (!record().isDone() || isLast() || unknown.isEmpty()) {
      return List.of();
    }
    if (isAsDone()) {
      return unknown.stream().map(name -> Condition.known(name).missing(now)).toList();
    }
    // another choice, or the way back to the one that was made
    return choosing
        ? step().task().orElseThrow().missing(known(), beginning())
        : unlike().map(then -> then.missing(now)).limit(1).toList();
  }

  /** The facts that were not known when the step was done, and are needed for what it keeps. */
  private List<String> unknownOfKept() {
    StepRecord record = record();
    return step().keep().entrySet().stream()
        .filter(kept -> record.kept().get(Facts.KEPT + kept.getKey()).isEmpty())
        .flatMap(kept -> kept.getValue().names().stream())
        // no more comes of an earlier step, and a division by 0 stays one
        .filter(name -> FactNames.find(name).isPresent() && record.facts().get(name).isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** Goes to the next step, if it {@link #canGoOn}. */
  public void next() {
    if (canGoOn()) {
      move(at + 1);
    }
  }

  /** Goes back a step, if there is one. */
  public void back() {
    if (at > 0) {
      move(at - 1);
    }
  }

  /**
   * The step in view is about to be left: what was chosen in it is chosen, however the lab changes
   * before the next one begins.
   */
  public void leave() {
    choosing = false;
  }

  private void move(int to) {
    leave();
    at = to;
    furthest = Math.max(furthest, at);
    before = now;
    settle();
  }

  /** Whether the step of this index is done. */
  public boolean isDone(int index) {
    return records.get(index).isDone();
  }

  /** Whether all steps are. */
  public boolean isDone() {
    return records.stream().allMatch(StepRecord::isDone);
  }

  /** What the student hands in, as far as it is done. */
  public HandIn handIn() {
    return HandIns.of(this);
  }

  /** What the texts of a step that is done are filled with. */
  Facts factsOf(int index) {
    return records.get(index).facts().orElse(keptBefore(index + 1));
  }

  List<StepRecord> records() {
    return records;
  }
}
