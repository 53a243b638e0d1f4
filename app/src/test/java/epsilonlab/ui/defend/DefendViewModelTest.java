package epsilonlab.ui.defend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.data.DataSet;
import epsilonlab.data.DataSets;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.defence.RaceDefaults;
import epsilonlab.defence.RobustTableJob.Against;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.evaluation.RobustAccuracy;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.job.JobHandle;
import epsilonlab.job.JobRunner;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelCard;
import epsilonlab.model.Predictions;
import epsilonlab.settings.Home;
import epsilonlab.training.TrainingMethods;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Phase;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.capsule.WindowCapsules;
import epsilonlab.ui.defend.DefendForm.Field;
import epsilonlab.ui.defend.DefendForm.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefendViewModelTest {
  private static final DataSet DIGITS = SyntheticDigits.generate(1, 300, 60);

  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LabSession session;
  private DefendViewModel model;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    session = services.session();
    session.useData(DIGITS);
    model = new DefendViewModel(services);
    model.digit().setInView(true);
    model.form().architecture().set(Architectures.get("logistic"));
    type(Field.EPOCHS, "1");
    type(Field.STEPS, "2");
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private void type(Field field, String text) {
    model.form().text(field).set(text);
  }

  private void race() throws Exception {
    model.startOrPause();
    fx.until(
        "end of the race",
        () -> {
          model.tick();
          return model.phase().get() == Phase.IDLE;
        });
  }

  private Classifier classifier(int m) {
    return session.classifier(model.models().get().get(m).entry());
  }

  private double under(String attack, int m, double epsilon) {
    AttackPlan plan = AttackPlan.defaults(Attacks.get(attack), 0);
    try (PreparedAttack prepared =
        PreparedAttack.of(SessionServices.compute(), classifier(m), DIGITS.test(), i -> i, plan)) {
      return prepared.accuracy(epsilon);
    }
  }

  @Tag("full")
  @Test
  void theTableVerifiesFromACapsule(@TempDir Path folder) throws Exception {
    session.useData(DataSets.load(Optional.empty(), "synthetic", session.home().downloads(), 0));
    model.attacker().choice().set(0.1);
    race();
    fx.until(
        "the table", () -> RaceDefaults.ATTACKERS.stream().allMatch(model.table()::isComplete));
    // the table stays that of the seed that PGD began with
    session.seed().set(44);
    WindowCapsules.assertVerifies(
        session,
        folder,
        "defend",
        TableRepeat.of(model),
        "curves[1].accuracy[2]",
        "curve",
        "curve",
        "curve");
  }

  @Test
  void aRaceFillsTheLibraryTheTableAndTheDigits() throws Exception {
    model.attacker().choice().set(0.1);
    race();
    List<RaceModel> models = model.models().get();
    assertEquals(List.of("Standard", "FGSM", "PGD"), models.stream().map(RaceModel::name).toList());
    ModelCard card = models.get(2).entry().card();
    assertEquals("Logistic, PGD", card.name());
    assertEquals("PGD, ε 0.3, 1 epoch", card.training());
    assertEquals("2", card.settings().get("steps"));
    assertEquals("1.00", card.settings().get("epochs-done"));
    assertEquals(card.name(), session.model().get().card().name());
    assertEquals(
        Predictions.of(SessionServices.compute(), classifier(2), DIGITS.test()).accuracy(),
        card.cleanAccuracy());
    assertNotNull(model.chart().get());
    assertTrue(model.chart().get().toTable().rows().size() >= 9);

    fx.until("table", () -> model.table().isComplete(0.1) && model.table().isComplete(0.5));
    for (int m = 0; m < 3; m++) {
      assertEquals(under("fgsm", m, 0.1), model.table().at(m, Against.FGSM, 0.1), 1e-9);
      assertEquals(under("pgd", m, 0.1), model.table().at(m, Against.PGD, 0.1), 1e-9);
    }
    assertTrue(DefendWords.ofTable(model).startsWith("Against PGD at $ε$ = 0.1, "));

    fx.until("digits", () -> model.digit().shown().get() != null);
    assertEquals(3, model.digit().shown().get().digits().size());
    model.digit().step(5);
    assertEquals(5, session.digit().get());
    model.attacker().move(0.02);
    assertTrue(model.table().isStale(), "the table still shows what is known");
    assertEquals(0.1, model.table().shownEpsilon());
    fx.until(
        "the digit follows",
        () -> {
          SameDigit.Shown now = model.digit().shown().get();
          return now.epsilon() == 0.12 && now.digits().get(0).index() == 5;
        });
    fx.until("the table follows", () -> !model.table().isStale());
    assertEquals(under("fgsm", 1, 0.12), model.table().at(1, Against.FGSM, 0.12), 1e-9);
  }

  @Test
  void stoppedHalfWayWhatIsTrainedIsKeptAndItCanStartAgain() throws Exception {
    type(Field.EPOCHS, "1000");
    model.startOrPause();
    fx.until(
        "some epochs",
        () -> {
          model.tick();
          return model.shown().get().epochs() > 1.2;
        });
    assertEquals(Phase.RUNNING, model.phase().get());
    assertTrue(model.atStake().orElseThrow().startsWith("The race of Logistic has run for"));
    model.startOrPause();
    assertEquals(Phase.PAUSED, model.phase().get());
    model.stop();
    assertEquals(Phase.STOPPING, model.phase().get());
    fx.until("kept", () -> model.models().get().size() == 3);
    assertEquals(3, session.library().list().size());
    type(Field.EPOCHS, "1");
    race();
    assertEquals(6, session.library().list().size());
    assertEquals("Logistic, Standard 2", model.models().get().get(0).entry().card().name());
  }

  /** Holds the lane of background jobs until it is let go. */
  private JobHandle<Void> hold(CountDownLatch until) {
    Job<Void, Void> job =
        new Job<>() {
          @Override
          public String name() {
            return "Hold";
          }

          @Override
          public Void run(JobContext<Void> context) throws Exception {
            until.await();
            return null;
          }
        };
    return session.jobs().submit(job);
  }

  @Test
  void aWaitingRaceIsTakenBackAtOnceAndDoesNotComeBack() throws Exception {
    race();
    RaceRun before = model.shown().get();
    fx.until("table", () -> model.table().isComplete(0.5));
    CountDownLatch go = new CountDownLatch(1);
    JobHandle<Void> first = hold(go);
    model.startOrPause();
    assertEquals(Phase.WAITING, model.phase().get());
    RaceRun waiting = model.shown().get();
    model.stop();
    assertEquals(Phase.IDLE, model.phase().get());
    assertSame(before, model.shown().get());
    model.startOrPause();
    RaceRun next = model.shown().get();
    go.countDown();
    fx.until("the first race is over", () -> waiting.handle().state().isOver());
    fx.until("the hold is over", () -> first.state().isOver());
    fx.settle();
    assertSame(next, model.shown().get());
    fx.until(
        "end of the second race",
        () -> {
          model.tick();
          return model.phase().get() == Phase.IDLE;
        });
    assertEquals(6, session.library().list().size());
  }

  @Test
  void theDigitRestsWhileNobodyLooksAndDeletedNetworksCanBeAsked() throws Exception {
    race();
    fx.until("digits", () -> model.digit().shown().get() != null);
    model.digit().setInView(false);
    model.digit().step(7);
    model.attacker().choice().set(0.1);
    // what was asked before the tab was left has come by then
    fx.until("table", () -> model.table().isComplete(0.1));
    assertEquals(0, model.digit().shown().get().digits().get(0).index());
    for (RaceModel one : model.models().get()) {
      session.library().delete(one.entry().id());
    }
    model.digit().setInView(true);
    fx.until("it catches up", () -> model.digit().shown().get().digits().get(0).index() == 7);
    assertEquals(0.1, model.digit().shown().get().epsilon());
    model.attacker().move(0.03);
    fx.until("the table follows", () -> model.table().isComplete(0.13));
    assertEquals(List.of(), messages());
  }

  private List<String> messages() {
    return services.messages().shown().stream().map(message -> message.sentence()).toList();
  }

  @Test
  void aTableThatWasStoppedSaysSoAndCanBeMeasuredAgain() throws Exception {
    List<JobHandle<?>> tables = new CopyOnWriteArrayList<>();
    session
        .jobs()
        .onChange(
            job -> {
              if (job.name().equals("Training against attack") && tables.isEmpty()) {
                tables.add(job);
                job.cancel();
              }
            });
    race();
    fx.until("the table is stopped", () -> model.table().isUnmeasured());
    assertTrue(DefendWords.ofTable(model).contains("**not measured**"));
    model.table().measureAgain();
    assertFalse(model.table().isUnmeasured());
    fx.until("table", () -> model.table().isComplete(0.1));
    assertFalse(model.table().isUnmeasured());
  }

  @Test
  void afterTheTableTheLibraryLearnsTheRobustAccuracy() throws Exception {
    race();
    fx.until(
        "robust accuracies",
        () ->
            session.library().list().stream()
                .allMatch(entry -> entry.card().robustAccuracy() != null));
    assertEquals(3, session.library().list().size());
    double pgd =
        new RobustAccuracy(SessionServices.compute(), classifier(2), DIGITS.test())
            .run(JobContext.of(nothing -> {}));
    assertEquals(pgd, session.library().list().get(2).card().robustAccuracy());
  }

  @Test
  void closingKeepsWhatIsTrained() throws Exception {
    assertTrue(model.atStake().isEmpty());
    type(Field.EPOCHS, "1000");
    model.startOrPause();
    fx.until(
        "a start",
        () -> {
          model.tick();
          return model.shown().get().epochs() > 0.5;
        });
    CompletableFuture<Void> kept = model.keep();
    kept.get();
    assertFalse(session.library().list().isEmpty());
  }

  @Test
  void whatIsWrongIsSaidWhereItStandsAndNothingStarts() {
    type(Field.EPSILON, "2");
    model.startOrPause();
    assertEquals(
        "The epsilon of the training is 2.0, but must be from 0 to 1.",
        model.form().complaint().get());
    assertEquals(Field.EPSILON, model.form().wrong().get());
    assertEquals(Section.ATTACK, model.form().section().get());
    type(Field.EPSILON, "0.3");
    assertEquals("", model.form().complaint().get());
    type(Field.STEPS, "0");
    model.startOrPause();
    assertEquals(Field.STEPS, model.form().wrong().get());
    type(Field.STEPS, "7");
    type(Field.BATCH, "x");
    model.startOrPause();
    assertEquals(Section.TRAINING, model.form().section().get());
    type(Field.BATCH, "128");
    TrainingMethods.ALL.forEach(method -> model.form().chosen(method).set(false));
    model.startOrPause();
    assertEquals(Section.METHODS, model.form().section().get());
    assertEquals(Phase.IDLE, model.phase().get());
    assertNull(model.shown().get());
  }

  @Test
  void whatWasChosenIsRemembered() {
    model.form().chosen(TrainingMethods.get("trades")).set(true);
    model.form().chosen(TrainingMethods.STANDARD).set(false);
    type(Field.STEP_SIZE, "0,05");
    type(Field.BETA, "3");
    assertTrue(model.form().check().isPresent());
    model.attacker().move(0.03);
    DefendForm again = new DefendForm(session);
    assertEquals(
        List.of("fgsm", "pgd", "trades"),
        again.methods().stream().map(method -> method.id()).toList());
    assertEquals("0,05", again.text(Field.STEP_SIZE).get());
    assertEquals("3", again.text(Field.BETA).get());
    assertEquals(0.23, new Attacker(session.settings()).epsilon().get(), 1e-12);
  }

  @Test
  void strongerAttacksFillTheirTableRowByRowAndCanBeStopped() throws Exception {
    race();
    Trial.Outcome before = model.trial().outcome().get();
    assertEquals(2, before.models().size(), "the standard network only lends images");
    assertTrue(Double.isNaN(before.together()[0]));
    model.trial().runOrCancel();
    assertTrue(model.trial().outcome().get().running());
    fx.until("end", () -> model.trial().outcome().get().complete());
    Trial.Outcome after = model.trial().outcome().get();
    for (int m = 0; m < 2; m++) {
      for (double[] row : after.accuracies()) {
        assertTrue(after.together()[m] <= row[m]);
      }
    }
    assertEquals(2, DefendWords.ofTrial(after).size());
    model.trial().runOrCancel();
    model.trial().runOrCancel();
    assertFalse(model.trial().outcome().get().running());
    assertEquals(0, DefendWords.ofTrial(model.trial().outcome().get()).size());
  }

  @Test
  void manyColumnsHaveNumbersWithAKey() {
    List<RaceModel> three =
        Stream.of("fgsm", "pgd", "trades")
            .map(id -> new RaceModel(TrainingMethods.get(id), null, null))
            .toList();
    assertEquals("1 FGSM; 2 PGD; 3 TRADES", DefendWords.key(three));
  }

  @Test
  void aRaceThatFailsBeforeItMeasuresLeavesTheEmptyState(@TempDir Path folder) throws Exception {
    CompletableFuture<Compute> none =
        CompletableFuture.failedFuture(new LabException("No engine."));
    LabServices without =
        LabServices.with(
            Home.of(folder),
            Optional.empty(),
            new JobRunner(),
            none,
            fx,
            remembered -> new TestDialogs());
    without.session().useData(DIGITS);
    DefendViewModel failing = new DefendViewModel(without);
    failing.startOrPause();
    assertNotNull(failing.shown().get());
    fx.until("failure", () -> !failing.form().complaint().get().isEmpty());
    without.jobs().close();
    assertEquals("No engine.", failing.form().complaint().get());
    assertNull(failing.shown().get());
    assertNull(failing.chart().get());
    assertEquals(Phase.IDLE, failing.phase().get());
  }

  @Test
  void verdictsFollowFromTheNumbers() {
    RaceModel any = new RaceModel(TrainingMethods.get("fgsm"), null, null);
    assertEquals("It hides its gradient.", verdict(any, 0.9, 0.05, 0.05).reason());
    assertEquals("One step is enough.", verdict(any, 0.1, 0.05, 0.05).reason());
    assertTrue(verdict(any, 0.95, 0.93, 0.92).robust());
    // images from elsewhere do what its own gradient does not
    assertEquals("It hides its gradient.", verdict(any, 0.9, 0.85, 0.2).reason());
    assertEquals("It keeps less than half.", verdict(any, 0.55, 0.5, 0.45).reason());
  }

  private static DefendWords.Verdict verdict(
      RaceModel of, double oneStep, double many, double together) {
    Trial.Outcome empty = Trial.Outcome.empty(List.of(of), 0.2, 300, false);
    empty.accuracies()[1][0] = oneStep;
    empty.accuracies()[2][0] = many;
    empty.together()[0] = together;
    return DefendWords.ofTrial(empty.ended(true)).get(0);
  }
}
