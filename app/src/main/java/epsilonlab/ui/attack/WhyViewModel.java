package epsilonlab.ui.attack;

import epsilonlab.attack.AttackPlan;
import epsilonlab.data.DataSet;
import epsilonlab.evaluation.diagnosis.Diagnosis;
import epsilonlab.evaluation.diagnosis.Step;
import epsilonlab.evaluation.diagnosis.Trace;
import epsilonlab.job.JobHandle;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.LabSession;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableDoubleValue;

/**
 * Why the attack on the chosen digit ended as it did, and which of its steps is looked at. A
 * diagnosis of another digit, model, attack or epsilon is dropped. Belongs to the FX thread; needs
 * no screen.
 */
final class WhyViewModel {
  private final LabSession session;
  private final DigitChoice digits;
  private final AttackChoice attacks;
  private final ObservableDoubleValue epsilon;
  private final ReadOnlyObjectWrapper<Diagnosis> diagnosis = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final IntegerProperty step = new SimpleIntegerProperty();
  private JobHandle<Diagnosis> job;
  private long generation;

  WhyViewModel(
      LabSession session, DigitChoice digits, AttackChoice attacks, ObservableDoubleValue epsilon) {
    this.session = session;
    this.digits = digits;
    this.attacks = attacks;
    this.epsilon = epsilon;
    digits.digit().addListener((property, before, now) -> forget());
    attacks.plan().addListener((property, before, now) -> forget());
    attacks.onSourceInUse(this::forget);
    session.onOtherNetwork(this::forget);
    session.data().addListener((property, before, now) -> forget());
    epsilon.addListener((property, before, now) -> forget());
  }

  /** The diagnosis of what is chosen now; null while it is not known. */
  ReadOnlyObjectProperty<Diagnosis> diagnosis() {
    return diagnosis.getReadOnlyProperty();
  }

  /** Whether it is on its way. */
  ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** The step that is looked at, from 0; the last one at first. */
  IntegerProperty step() {
    return step;
  }

  LabSession session() {
    return session;
  }

  /** The true class of the digit. */
  int label() {
    return digits.digit().get().label();
  }

  /** Finds the diagnosis, unless it is known or on its way. */
  void ask() {
    DataSet data = session.data().get();
    ModelEntry model = session.model().get();
    Digit digit = digits.digit().get();
    if (data == null || model == null || digit == null || attacks.needsAnotherModel()) {
      return;
    }
    if (running.get() || diagnosis.get() != null) {
      return;
    }
    long mine = ++generation;
    running.set(true);
    AttackPlan plan = attacks.plan().get();
    job =
        session
            .jobs()
            .submit(
                new WhyJob(
                    session,
                    "Why, " + model.card().name() + ", " + plan.attack().title(),
                    model,
                    data.test(),
                    digit,
                    attacks.loading(plan, model),
                    epsilon.get()));
    job.future()
        .whenComplete(
            (found, failure) ->
                session
                    .fx()
                    .execute(
                        () -> {
                          // the frame tells of failures
                          if (mine == generation) {
                            // in this order: neither running nor known means that it ended
                            show(found);
                            running.set(false);
                          }
                        }));
  }

  private void show(Diagnosis found) {
    if (found != null) {
      step.set(found.trace().steps().size() - 1);
    }
    diagnosis.set(found);
  }

  /** Stops finding it. */
  void cancel() {
    if (running.get()) {
      forget();
    }
  }

  private void forget() {
    generation++;
    if (job != null) {
      job.cancel();
      job = null;
    }
    running.set(false);
    diagnosis.set(null);
  }

  /** "PGD at ε 0.20 on LeNet, digit 28". */
  String subject() {
    Digit digit = digits.digit().get();
    ModelEntry model = session.model().get();
    if (digit == null || model == null) {
      return "";
    }
    return "%s at epsilon %s on %s, %s"
        .formatted(
            attacks.plan().get().attack().title(),
            Numbers.epsilon(epsilon.get()),
            model.card().name(),
            digit.isDrawn() ? "the drawn digit" : "No. " + digit.index());
  }

  /** The step that is looked at in words: "Step 3 of 41: 7, 98.2 %; margin −3.1". */
  String stepInWords() {
    Diagnosis found = diagnosis.get();
    if (found == null) {
      return "";
    }
    Trace trace = found.trace();
    Step now = trace.steps().get(step.get());
    String name =
        now.step() == 0
            ? "The original"
            : "Step %d of %d".formatted(now.step(), trace.last().step());
    return "%s: %s, %s"
        .formatted(
            name,
            ClassNames.of(session, now.answer()),
            Numbers.percent(trace.probabilities()[step.get()][now.answer()]));
  }
}
