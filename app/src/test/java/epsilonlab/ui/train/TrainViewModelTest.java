package epsilonlab.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.DataSets;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.LabException;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Predictions;
import epsilonlab.settings.CommonSettings;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Phase;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.capsule.WindowCapsules;
import epsilonlab.ui.train.TrainingForm.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainViewModelTest {
  private static final DataSet DIGITS = SyntheticDigits.generate(1, 2000, 500);

  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LabSession session;
  private TrainViewModel model;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    session = services.session();
    session.useData(DIGITS);
    model = new TrainViewModel(services);
    model.form().architecture().set(Architectures.get("logistic"));
    type(Field.EPOCHS, "1");
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private void type(Field field, String text) {
    model.form().text(field).set(text);
  }

  private void phase(Phase wanted) throws Exception {
    fx.until(
        "phase " + wanted,
        () -> {
          model.tick();
          return model.phase().get() == wanted;
        });
  }

  private void models(int count) throws Exception {
    fx.until(count + " models", () -> session.models().size() == count);
  }

  private void epochs(double more) throws Exception {
    fx.until(
        more + " epochs",
        () -> {
          model.tick();
          return model.shown().get() != null && model.shown().get().history().now() > more;
        });
  }

  private double accuracyOf(ModelEntry entry) {
    Classifier classifier = session.classifier(entry);
    return Predictions.of(SessionServices.compute(), classifier, DIGITS.test()).accuracy();
  }

  @Test
  void theTestOfATrainedNetworkVerifiesFromACapsule(@TempDir Path folder) throws Exception {
    session.useData(DataSets.load(Optional.empty(), "synthetic", session.home().downloads(), 0));
    assertTrue(TrainRepeat.of(model).isEmpty());
    model.startOrPause();
    models(1);
    phase(Phase.IDLE);
    WindowCapsules.assertVerifies(
        session,
        folder,
        "train",
        TrainRepeat.of(model).stream().toList(),
        "confusion[3][3]",
        "evaluate");
  }

  @Test
  void aTrainingLandsInTheLibraryAsTheModelInUseAndIsMeasured() throws Exception {
    model.startOrPause();
    assertNotEquals(Phase.IDLE, model.phase().get());
    models(1);
    phase(Phase.IDLE);
    ModelEntry entry = session.model().get();
    ModelCard card = entry.card();
    assertEquals("Logistic", card.name());
    assertEquals("Adam, 1 epoch", card.training());
    assertEquals("synthetic", card.dataset());
    // asked anew, of the file that was written
    assertEquals(accuracyOf(entry), card.cleanAccuracy());
    TestSummary test = model.test().get();
    assertEquals(card.cleanAccuracy(), test.accuracy());
    assertEquals(500, test.size());
    int diagonal = 0;
    for (int i = 0; i < 10; i++) {
      diagonal += test.confusion()[i][i];
    }
    assertEquals(500 - test.wrong(), diagonal);
    TestSummary.Wrong worst = test.worst().get(0);
    assertEquals(DIGITS.test().label(worst.index()), worst.truth());
    assertNotEquals(worst.truth(), worst.answer());
    fx.until("robust", () -> session.model().get().card().robustAccuracy() != null);
    double robust = session.model().get().card().robustAccuracy();
    assertTrue(robust <= card.cleanAccuracy(), "no attack makes a network better: " + robust);
    assertEquals("1 of 1", model.readout().get().epoch());

    model.start();
    models(2);
    fx.until("second", () -> session.model().get().card().name().endsWith(" 2"));
  }

  @Test
  void stopKeepsWhatWasTrained() throws Exception {
    type(Field.EPOCHS, "1000");
    model.start();
    epochs(1.2);
    model.stop();
    assertEquals(Phase.STOPPING, model.phase().get());
    phase(Phase.IDLE);
    models(1);
    ModelEntry entry = session.model().get();
    assertEquals(accuracyOf(entry), entry.card().cleanAccuracy());
    assertTrue(
        entry.card().training().matches("Adam, \\d+(\\.\\d)? epochs"), entry.card().training());
    assertTrue(model.test().get().epochs() > 1);
  }

  @Test
  void pauseHoldsTheTrainingAndResumeLetsItGoOn() throws Exception {
    type(Field.EPOCHS, "1000");
    model.start();
    epochs(0.2);
    model.startOrPause();
    assertEquals(Phase.PAUSED, model.phase().get());
    // the step that was under way may still come in
    double[] before = {-1};
    fx.until(
        "rest",
        () -> {
          double now = model.shown().get().history().now();
          boolean rests = now == before[0];
          before[0] = now;
          Thread.sleep(100);
          return rests;
        });
    model.startOrPause();
    epochs(before[0]);
    assertEquals(Phase.RUNNING, model.phase().get());
    model.startOrPause();
    model.stop();
    models(1);
  }

  @Test
  void whatIsNoNumberIsSaidInOneSentenceAndNothingStarts() {
    type(Field.LEARNING_RATE, "abc");
    model.startOrPause();
    assertEquals(
        "The learning rate is “abc”, but must be a number above 0, for example 0.001.",
        model.form().complaint().get());
    assertEquals(Field.LEARNING_RATE, model.form().wrong().get());
    assertEquals(Phase.IDLE, model.phase().get());
    type(Field.LEARNING_RATE, "-1");
    assertEquals("", model.form().complaint().get());
    model.startOrPause();
    assertTrue(model.form().complaint().get().startsWith("The learning rate is -1.0, but must be"));
    assertEquals(Field.LEARNING_RATE, model.form().wrong().get());
    type(Field.LEARNING_RATE, "0,01");
    type(Field.BATCH, "");
    model.startOrPause();
    assertTrue(model.form().complaint().get().startsWith("The batch size is missing"));
    type(Field.BATCH, "99999999999");
    model.startOrPause();
    assertEquals(Field.BATCH, model.form().wrong().get());
    assertEquals(Phase.IDLE, model.phase().get());
    assertNull(model.shown().get());
  }

  @Test
  void aRateThatExplodesIsSaidAndLosesNothing() throws Exception {
    model.start();
    models(1);
    phase(Phase.IDLE);
    type(Field.LEARNING_RATE, "1e20");
    model.start();
    fx.until("sentence", () -> !model.form().complaint().get().isEmpty());
    assertTrue(
        model.form().complaint().get().contains("take a smaller learning rate than 1.0E20"),
        model.form().complaint().get());
    phase(Phase.IDLE);
    assertEquals("Logistic", session.model().get().card().name());
    type(Field.LEARNING_RATE, "0.001");
    model.start();
    models(2);
  }

  @Test
  void restartGoesOnFromTheWeights() throws Exception {
    type(Field.EPOCHS, "3");
    model.start();
    models(1);
    phase(Phase.IDLE);
    double before = session.model().get().card().cleanAccuracy();
    double loss = model.test().get().loss();
    model.restartWith("nonsense");
    assertEquals(Phase.IDLE, model.phase().get());
    assertFalse(model.form().complaint().get().isEmpty());
    type(Field.EPOCHS, "1");
    // far too small to change an answer: only weights that are gone on from give the same test
    model.restartWith("1e-9");
    models(2);
    phase(Phase.IDLE);
    ModelCard card = session.model().get().card();
    assertEquals("Adam, 3 epochs, then η 1E-9, 1 epoch", card.training());
    assertEquals("Logistic", card.settings().get("continues"));
    assertEquals(before, card.cleanAccuracy());
    assertEquals(loss, model.test().get().loss(), 1e-5);
    assertEquals(4, model.test().get().epochs(), 1e-9);
    assertEquals(4, model.shown().get().history().curves().testX().length);
  }

  @Test
  void restartOfARunningTrainingKeepsItFirst() throws Exception {
    type(Field.EPOCHS, "1000");
    model.start();
    epochs(1.1);
    model.restartWith("abc");
    assertEquals(Phase.RUNNING, model.phase().get());
    type(Field.EPOCHS, "1");
    model.restartWith("0.0005");
    models(2);
    phase(Phase.IDLE);
    assertTrue(session.model().get().card().training().contains(", then η 0.0005, 1 epoch"));
  }

  @Test
  void aSecondTrainingWaitsAndOtherDataLeaveTheFirstAlone() throws Exception {
    type(Field.EPOCHS, "1000");
    model.start();
    epochs(0.1);
    TrainingRun first = model.shown().get();
    session.useData(SyntheticDigits.generate(2, 1000, 300));
    type(Field.EPOCHS, "1");
    model.start();
    model.tick();
    assertEquals(first, model.shown().get());
    assertEquals("Then: Logistic", model.note().get());
    fx.until(
        "message",
        () ->
            services.messages().shown().stream()
                .anyMatch(m -> m.sentence().contains("is trained after the running training")));
    epochs(1.1);
    assertEquals(500, model.test().get().size());
    model.stop();
    models(2);
    phase(Phase.IDLE);
    assertEquals(300, model.test().get().size());
    assertEquals("Adam, 1 epoch", session.model().get().card().training());
  }

  @Test
  void aWrongDigitIsChosenForAllTabs() throws Exception {
    model.start();
    models(1);
    model.choose(17);
    assertEquals(17, session.digit().get());
    assertEquals(17, session.settings().get(CommonSettings.DIGIT));
    session.useData(SyntheticDigits.generate(2, 1000, 300));
    model.choose(18);
    assertEquals(17, session.digit().get(), "18 is another digit there");
  }

  @Test
  void closingOffersToKeepAndKeeps() throws Exception {
    assertTrue(model.atStake().isEmpty());
    type(Field.EPOCHS, "1000");
    model.start();
    epochs(0.5);
    assertTrue(model.atStake().orElseThrow().startsWith("Logistic has been trained for"));
    CompletableFuture<Void> kept = model.keep();
    kept.get();
    assertEquals(1, session.library().list().size());
    List<String> later = new CopyOnWriteArrayList<>();
    services.jobs().onChange(job -> later.add(job.name()));
    fx.settle();
    assertEquals(List.of(), later, "no new work while the window closes");
  }

  @Test
  void whatWasChosenIsRememberedWhenItIsGood() {
    type(Field.LEARNING_RATE, "0.02");
    type(Field.EPOCHS, "7");
    model.form().check();
    type(Field.EPOCHS, "many");
    model.form().check();
    TrainingForm again = new TrainingForm(session);
    assertEquals("0.02", again.text(Field.LEARNING_RATE).get());
    assertEquals("7", again.text(Field.EPOCHS).get());
    assertEquals("logistic", again.architecture().get().id());
  }

  @Test
  void theHistoryStaysSmallHoweverLongATrainingLasts() {
    TrainingHistory history = new TrainingHistory(100);
    for (int i = 1; i <= 100_000; i++) {
      history.batch(i / 100.0, 3, 0.25);
    }
    TrainingHistory.Curves curves = history.curves();
    assertTrue(curves.x().length <= TrainingHistory.MOST);
    assertTrue(curves.x().length >= TrainingHistory.MOST / 2);
    assertEquals(1000, curves.now());
    for (int i = 0; i < curves.x().length; i++) {
      assertEquals(3, curves.smoothLoss()[i], 1e-9);
      assertEquals(0.25, curves.smoothAccuracy()[i], 1e-9);
      assertTrue(i == 0 || curves.x()[i] > curves.x()[i - 1]);
    }
  }

  @Test
  void anEngineThatFailsIsNoTraining() throws Exception {
    LabSession broken =
        new LabSession(
            session.home(),
            session.settings(),
            services.jobs(),
            CompletableFuture.failedFuture(new LabException("No engine; install it.")),
            fx,
            java.util.Optional.empty(),
            failure -> {});
    broken.useData(DIGITS);
    TrainViewModel other =
        new TrainViewModel(
            new LabServices(
                services.jobs(),
                broken.compute(),
                fx,
                services.dialogs(),
                services.messages(),
                services.state(),
                broken));
    other.start();
    fx.until(
        "end",
        () -> {
          other.tick();
          return other.phase().get() == Phase.IDLE;
        });
    assertTrue(session.library().list().isEmpty());
  }
}
