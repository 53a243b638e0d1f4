package epsilonlab.ui.robustness;

import epsilonlab.defence.Defence;
import epsilonlab.defence.Defences;
import epsilonlab.defence.Looks;
import epsilonlab.defence.LooksJob;
import epsilonlab.defence.Outcome;
import epsilonlab.defence.OutcomeJob;
import epsilonlab.engine.LabException;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.LabSession;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * One defence after another: plain PGD, a prediction, the attack that knows the defence. Whatever
 * else is chosen sends it back to the beginning. Belongs to the FX thread; needs no screen.
 */
final class GalleryViewModel {
  /** The attacker's largest epsilon on the slider. */
  static final double MOST = 0.5;

  /** How far the chosen defence has come. */
  enum Step {
    BEGIN,
    PLAIN,
    PREDICT,
    ADAPTIVE,
    DONE
  }

  private final LabSession session;
  private final ObjectProperty<Defence> defence = new SimpleObjectProperty<>();
  private final NumberText epsilon;
  private final NumberText count;
  private final CurrentJob job;
  private final DoubleProperty guess = new SimpleDoubleProperty(0.5);
  private final BooleanProperty guessed = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.BEGIN);
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
  private final Survey survey;
  private Subject subject;
  private double radius;
  private Looks looks;
  private Outcome outcome;

  GalleryViewModel(LabSession session) {
    this.session = session;
    epsilon =
        new NumberText(
            session.settings(),
            RobustnessSettings.GALLERY_EPSILON,
            new NumberText.Range("epsilon of the attacker", 0, 1, false));
    count =
        new NumberText(
            session.settings(),
            RobustnessSettings.GALLERY_COUNT,
            new NumberText.Range("number of digits", 1, 10_000, true));
    job = new CurrentJob(session);
    survey = new Survey(session);
    String last = session.settings().get(RobustnessSettings.DEFENCE);
    defence.set(
        Defences.ALL.stream()
            .filter(known -> known.id().equals(last))
            .findFirst()
            .orElse(Defences.ALL.get(0)));
    defence.addListener(
        (property, before, now) -> {
          session.settings().set(RobustnessSettings.DEFENCE, now.id());
          forget();
        });
    guess.addListener((property, before, now) -> guessed.set(true));
    epsilon.text().addListener((property, before, now) -> changed());
    count.text().addListener((property, before, now) -> changed());
    session.onOtherNetwork(this::otherInUse);
    session.data().addListener((property, before, now) -> changed());
    session.digit().addListener((property, before, now) -> followDigit());
  }

  LabSession session() {
    return session;
  }

  ObjectProperty<Defence> defence() {
    return defence;
  }

  NumberText epsilon() {
    return epsilon;
  }

  NumberText count() {
    return count;
  }

  /** The share of right answers that the student expects under the adaptive attack, in [0, 1]. */
  DoubleProperty guess() {
    return guess;
  }

  /** Whether the student has said what to expect. */
  BooleanProperty guessed() {
    return guessed;
  }

  ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }

  /** What is wrong with what was typed, or nothing. */
  ReadOnlyStringProperty complaint() {
    return complaint.getReadOnlyProperty();
  }

  CurrentJob job() {
    return job;
  }

  Survey survey() {
    return survey;
  }

  /** What was found so far; null before plain PGD. */
  Looks looks() {
    return looks;
  }

  /** What the adaptive attack left; null before it. */
  Outcome outcome() {
    return outcome;
  }

  /** What was examined; null before plain PGD. */
  Subject subject() {
    return subject;
  }

  /** The epsilon of what was found. */
  double radius() {
    return radius;
  }

  /** The next step, or the end of the one that runs. */
  void next() {
    switch (step.get()) {
      case BEGIN, DONE -> plain();
      case PREDICT -> adaptive();
      case PLAIN, ADAPTIVE -> stop();
    }
  }

  private void plain() {
    forget();
    try {
      double at = epsilon.value();
      Subject of = Subject.of(session, count.whole());
      Defence chosen = defence.get();
      complaint.set("");
      step.set(Step.PLAIN);
      job.start(
          Loaded.of(
              "Plain PGD, " + chosen.title(),
              session,
              of.model(),
              (compute, network) ->
                  new LooksJob(compute, network, chosen, of.images(), at, of.seed())),
          nothing -> {},
          found -> {
            subject = of;
            radius = at;
            looks = found;
            step.set(Step.PREDICT);
          },
          this::stop);
    } catch (LabException wrong) {
      complaint.set(wrong.getMessage());
    }
  }

  private void adaptive() {
    if (!guessed.get()) {
      return;
    }
    Looks before = looks;
    Subject of = subject;
    double at = radius;
    step.set(Step.ADAPTIVE);
    job.start(
        Loaded.of(
            "Adaptive attack, " + before.defence().title(),
            session,
            of.model(),
            (compute, network) ->
                new OutcomeJob(compute, network, before, of.images(), at, of.seed())),
        nothing -> {},
        found -> {
          outcome = found;
          step.set(Step.DONE);
        },
        this::stop);
  }

  /** Ends the attack that runs; what was found before it stays. */
  void stop() {
    job.cancel();
    if (step.get() == Step.PLAIN) {
      step.set(Step.BEGIN);
    } else if (step.get() == Step.ADAPTIVE) {
      step.set(Step.PREDICT);
    }
  }

  private void followDigit() {
    if (subject != null && subject.place(session.digit().get()) < 0) {
      forget();
    }
  }

  /** An examination under way goes on: it is of the network that was in use when it began. */
  private void otherInUse() {
    if (step.get() == Step.BEGIN || step.get() == Step.DONE) {
      forget();
    }
    if (!survey.job().running().get()) {
      survey.forget();
    }
  }

  /** Back to the beginning: something else is to be examined. */
  void changed() {
    forget();
    survey.forget();
  }

  private void forget() {
    job.cancel();
    complaint.set("");
    subject = null;
    looks = null;
    outcome = null;
    guess.set(0.5);
    guessed.set(false);
    step.set(Step.BEGIN);
  }

  /** Every defence of the gallery, or the end of that. */
  void surveyOrStop() {
    if (survey.job().running().get()) {
      survey.job().cancel();
      return;
    }
    try {
      survey.start(Subject.of(session, count.whole()), epsilon.value());
      complaint.set("");
    } catch (LabException wrong) {
      complaint.set(wrong.getMessage());
    }
  }
}
