package epsilonlab.ui.generate.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Seed;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.TrainedVae;
import epsilonlab.generative.Vae;
import epsilonlab.generative.VaeSettings;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Predictions;
import epsilonlab.model.Weights;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.LatentMap;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Phase;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.generate.run.TypedField;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VaeViewModelTest {
  private static final DataSet DIGITS = SyntheticDigits.generate(1, 600, 120);

  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LabSession session;
  private VaeViewModel model;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    session = services.session();
    session.useData(DIGITS);
    model = new VaeViewModel(services);
    type(VaeForm.HIDDEN, "16");
    type(VaeForm.LATENT, "2");
    type(VaeForm.LEARNING_RATE, "0.002");
    type(VaeForm.EPOCHS, "3");
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private void type(TypedField field, String text) {
    model.form().fields().text(field).set(text);
  }

  private void until(Phase wanted) throws Exception {
    fx.until(
        "phase " + wanted,
        () -> {
          model.trainings().tick();
          return model.trainings().phase().get() == wanted;
        });
  }

  private void train() throws Exception {
    model.startOrPause();
    until(Phase.IDLE);
    settle();
  }

  /** Until what is looked at is encoded, decoded and walked. */
  private void settle() throws Exception {
    fx.until(
        "digits of what is looked at",
        () ->
            model.space().encoded().get() != null
                && model.space().encoded().get().weights() == model.weights().orElseThrow()
                && !model.space().stale().get()
                && isOf(model.cursor().digit().get(), model.cursor().point().get())
                && isWalk());
  }

  private boolean isOf(ReadImages read, Spot spot) {
    EncodedSpace space = model.space().encoded().get();
    return read != null
        && Arrays.equals(read.z(0), spot.in(space))
        && isDecoded(read, spot.in(space));
  }

  // as good as equal: the number of images in a batch may change the last bit
  private boolean isDecoded(ReadImages read, float[] z) {
    float[] expected = model.space().encoded().get().vae().decode(z).image(0);
    for (int i = 0; i < expected.length; i++) {
      if (Math.abs(expected[i] - read.pictures().values()[i]) > 1e-5) {
        return false;
      }
    }
    return true;
  }

  private boolean isWalk() {
    return isOf(model.cursor().walk().get(), model.cursor().a().get());
  }

  private ModelEntry classifier() throws Exception {
    Weights weights = Architectures.get("logistic").initialWeights(Seed.of(3));
    ModelEntry entry =
        session
            .library()
            .add(
                new ModelCard(
                    "Logistic",
                    "logistic",
                    "synthetic",
                    "none",
                    0,
                    null,
                    null,
                    Instant.EPOCH,
                    Map.of()),
                weights);
    fx.until("model in use", () -> session.model().get() != null);
    return entry;
  }

  @Test
  void trainsShowsAndKeeps() throws Exception {
    train();
    assertEquals(3, model.course().lookedAt().epoch().get());
    assertEquals(16, model.samples().get().count());
    assertEquals(120, model.space().encoded().get().cloud().size());
    assertTrue(model.record().orElseThrow().test().loss() > 0);
    fx.until("in the library", () -> session.generativeModels().size() == 1);
    ModelEntry kept = session.generativeModels().get(0);
    assertEquals("2", kept.card().settings().get("latent"));
  }

  @Test
  void goesBackInTimeAndForthAgain() throws Exception {
    train();
    Weights end = model.space().encoded().get().weights();
    float[] now = model.cursor().digit().get().pictures().image(0);
    float[] samples = model.samples().get().values();
    model.course().lookedAt().lookAt(1);
    settle();
    assertNotSame(end, model.space().encoded().get().weights());
    assertSame(model.course().course().weights().get(1), model.space().encoded().get().weights());
    assertFalse(Arrays.equals(now, model.cursor().digit().get().pictures().image(0)));
    assertFalse(Arrays.equals(samples, model.samples().get().values()));
    assertEquals(1, model.record().orElseThrow().epoch());
    model.course().lookedAt().follow();
    settle();
    assertArrayEquals(now, model.cursor().digit().get().pictures().image(0));
    assertArrayEquals(samples, model.samples().get().values());
  }

  @Test
  void pausesResumesStopsAndGoesOnWithAnotherBeta() throws Exception {
    type(VaeForm.EPOCHS, "5000");
    model.startOrPause();
    fx.until(
        "two epochs",
        () -> {
          model.trainings().tick();
          return model.course().lookedAt().newest().get() >= 2;
        });
    model.startOrPause();
    until(Phase.PAUSED);
    model.startOrPause();
    until(Phase.RUNNING);
    model.trainings().stop();
    until(Phase.IDLE);
    fx.until("kept", () -> session.generativeModels().size() == 1);
    settle();
    type(VaeForm.EPOCHS, "1");
    model.course().lookedAt().lookAt(1);
    model.goOn("4");
    fx.until(
        "a second model",
        () -> {
          model.trainings().tick();
          return session.generativeModels().size() == 2;
        });
    until(Phase.IDLE);
    assertEquals(4, model.settings().beta());
    assertEquals(2, model.course().course().lastEpoch().orElseThrow().epochs());
  }

  @Test
  void aWalkBeginsAtAAndEndsAtBAndBothCanBeDigits() throws Exception {
    train();
    model.cursor().a().set(Spot.ofDigit(7));
    model.cursor().b().set(Spot.ofDigit(11));
    EncodedSpace space = model.space().encoded().get();
    TrainedVae vae = space.vae();
    float[] a = vae.means(DIGITS.test().image(7));
    float[] b = vae.means(DIGITS.test().image(11));
    fx.until(
        "walk between digits",
        () ->
            close(model.cursor().walk().get().z(0), a)
                && close(model.cursor().walk().get().z(10), b));
    ReadImages walk = model.cursor().walk().get();
    assertEquals(LatentCursor.STEPS, walk.pictures().count());
    assertArrayEquals(vae.decode(walk.z(0)).image(0), walk.pictures().image(0), 1e-6f);
    assertArrayEquals(vae.decode(walk.z(10)).image(0), walk.pictures().image(10), 1e-6f);
    LatentMap.Place place = model.cursor().a().get().on(space);
    assertEquals(a[0], place.x(), 1e-5);
    assertEquals(a[1], place.y(), 1e-5);
  }

  private static boolean close(float[] one, float[] other) {
    return Math.abs(one[0] - other[0]) < 1e-5 && Math.abs(one[1] - other[1]) < 1e-5;
  }

  @Test
  void whatIsDraggedIsReadByTheModelInUse() throws Exception {
    train();
    assertFalse(model.cursor().digit().get().isRead(), "there is no model yet");
    ModelEntry reader = classifier();
    for (int i = 0; i <= 20; i++) {
      model.cursor().point().set(Spot.at(i / 10.0, -i / 20.0));
    }
    float[] last = {2, -1};
    fx.until(
        "the last place",
        () ->
            Arrays.equals(last, model.cursor().digit().get().z(0))
                && model.cursor().digit().get().isRead());
    ReadImages read = model.cursor().digit().get();
    byte[] bytes = new byte[784];
    for (int i = 0; i < 784; i++) {
      bytes[i] = (byte) Math.round(255 * read.pictures().values()[i]);
    }
    Predictions expected =
        Predictions.of(
            SessionServices.compute(),
            session.classifier(reader),
            epsilonlab.data.ImageSet.ofBytes(bytes, new byte[1]));
    assertEquals(expected.answers()[0], read.answer(0));
    assertEquals(
        expected.probabilities()[read.best(0, 3).get(2)],
        read.share(0, read.best(0, 3).get(2)),
        1e-6);
    fx.settle();
    assertArrayEquals(last, model.cursor().digit().get().z(0), "nothing older comes later");
  }

  @Test
  void theMapIsPaintedForItsSizeAndFollowsTheDrag() throws Exception {
    train();
    model.painter().showOn(200, 180, 1, FigureTheme.LIGHT);
    fx.until("map", () -> model.painter().map().get() != null);
    LatentMap map = model.painter().map().get();
    assertEquals(200, map.backdrop().w());
    assertNull(map.tiles());
    model.cursor().point().set(Spot.at(1.5, 0.5));
    assertEquals(new LatentMap.Place(1.5, 0.5), model.painter().map().get().point());
    assertSame(map.backdrop(), model.painter().map().get().backdrop(), "only put on top");
    model.painter().digits().set(true);
    fx.until("digits", () -> model.painter().map().get().tiles() != null);
    float[] first = Arrays.copyOf(model.painter().map().get().tiles().images(), 784);
    var tiles = model.painter().map().get().tiles();
    float[] z = {
      (float) (tiles.left() + tiles.step() / 2), (float) (tiles.top() - tiles.step() / 2)
    };
    assertArrayEquals(model.space().encoded().get().vae().decode(z).image(0), first, 1e-5f);
  }

  @Test
  void manyDimensionsAreMappedOnPrincipalAxesOrOnChosenOnes() throws Exception {
    type(VaeForm.LATENT, "5");
    type(VaeForm.EPOCHS, "1");
    train();
    EncodedSpace axes = model.space().encoded().get();
    assertEquals("1st axis", axes.choice().axisName(0, 5));
    assertTrue(axes.plane().variance() > 0.3, "two of five say more than none");
    model.space().choice().set(new PlaneChoice(3, 1));
    fx.until("plane", () -> model.space().encoded().get() != axes);
    EncodedSpace chosen = model.space().encoded().get();
    assertSame(axes.means(), chosen.means(), "encoded once");
    assertArrayEquals(new float[] {0, 2, 0, 1, 0}, Spot.at(1, 2).in(chosen));
    assertEquals("$z_4$", chosen.choice().axisName(0, 5));
    type(VaeForm.LATENT, "2");
    train();
    assertArrayEquals(new float[] {1, 2}, Spot.at(1, 2).in(model.space().encoded().get()));
    assertEquals("$z_1$", model.space().choice().get().axisName(0, 2));
  }

  @Test
  void oneDimensionIsALineWithTheClassesAboveEachOther() throws Exception {
    type(VaeForm.LATENT, "1");
    type(VaeForm.EPOCHS, "1");
    train();
    EncodedSpace line = model.space().encoded().get();
    assertArrayEquals(new float[] {1.5f}, Spot.at(1.5, 3).in(line));
    assertEquals(1, model.cursor().digit().get().z(0).length);
    assertTrue(model.space().encoded().get().plane().isLine());
  }

  @Test
  void opensOneFromTheLibraryWhateverWasTrained() throws Exception {
    train();
    VaeSettings other = new VaeSettings(new Vae(12, 3), 1, 0.001, 32, 1, 5);
    Weights weights = other.freshWeights();
    ModelEntry entry =
        session.library().add(GenerativeModels.card("Other", other, "synthetic", 1), weights);
    model.open(entry);
    fx.until("opened", () -> model.opened().get() != null);
    fx.until("encoded", () -> model.space().encoded().get().latent() == 3);
    settle();
    fx.until("samples", () -> model.samples().get().count() == 16);
    assertEquals(new Vae(12, 3), model.network().get());
    assertTrue(model.record().isEmpty());
    type(VaeForm.EPOCHS, "1");
    train();
    assertNull(model.opened().get());
    assertEquals(2, model.network().get().latent());
  }

  @Test
  void whatIsWrongIsOneSentence() throws Exception {
    type(VaeForm.LATENT, "0");
    model.startOrPause();
    assertEquals(
        "The number of latent dimensions z is 0, but must be from 1 to 1024, for example 20.",
        model.trainings().complaint().get());
    type(VaeForm.LATENT, "2");
    type(VaeForm.BETA, "-1");
    model.startOrPause();
    assertTrue(model.trainings().complaint().get().startsWith("The weight beta is -1"));
    type(VaeForm.BETA, "1");
    type(VaeForm.LEARNING_RATE, "1e20");
    model.startOrPause();
    fx.until(
        "divergence",
        () -> {
          model.trainings().tick();
          return model.trainings().phase().get() == Phase.IDLE;
        });
    assertTrue(
        model.trainings().complaint().get().contains("smaller learning rate than 1.0E20"),
        model.trainings().complaint().get());
    assertEquals(0, session.generativeModels().size());
  }

  @Test
  void theFormRemembersAndItsSliderKeepsWhatWasTyped() {
    VaeForm form = model.form();
    form.setLogBeta(-1);
    assertEquals("0.1", form.fields().text(VaeForm.BETA).get());
    form.setLogBeta(0.6);
    assertEquals("4", form.fields().text(VaeForm.BETA).get());
    assertEquals(Math.log10(4), form.logBeta().orElseThrow(), 1e-9);
    type(VaeForm.BETA, "0");
    assertTrue(form.logBeta().isEmpty());
    assertEquals(
        784 * 16 + 16 + 2 * (16 * 2 + 2) + 2 * 16 + 16 + 16 * 784 + 784,
        form.weights().orElseThrow());
    type(VaeForm.LATENT, "20");
    type(VaeForm.LEARNING_RATE, "0.0005");
    type(VaeForm.BATCH, "64");
    type(VaeForm.EPOCHS, "7");
    form.chooseLatent(2);
    assertEquals("0.001", form.fields().text(VaeForm.LEARNING_RATE).get());
    assertEquals("128", form.fields().text(VaeForm.BATCH).get());
    assertEquals("7", form.fields().text(VaeForm.EPOCHS).get(), "what was typed stays");
    form.settings();
    assertEquals("7", new VaeForm(session).fields().text(VaeForm.EPOCHS).get());
    assertEquals(0, new VaeForm(session).settings().beta());
    assertNotNull(VaeWords.whyBlurred(2));
  }
}
