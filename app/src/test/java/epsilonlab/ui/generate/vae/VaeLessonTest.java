package epsilonlab.ui.generate.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.generative.VaeBatch;
import epsilonlab.lesson.Guess;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.LessonPlay;
import epsilonlab.ui.Phase;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.generate.run.Reader;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the part tells lessons, and "A map of digits" as a student does it. */
class VaeLessonTest {
  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LabSession session;
  private VaeViewModel model;
  private TabFacts facts;
  private String part = "vae";
  private double ganEpoch = Double.NaN;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    session = services.session();
    session.useData(SyntheticDigits.generate(1, 600, 120));
    model = new VaeViewModel(services);
    model.form().fields().text(VaeForm.HIDDEN).set("16");
    facts = facts();
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  // the GAN is another part of the tab; its own test trains one
  private TabFacts facts() {
    return VaeFacts.of(model)
        .set("generate.part", () -> part, String.class, chosen -> part = chosen)
        .tell("gan.epoch", () -> ganEpoch)
        .tell("gan.generator_loss", () -> 1.0)
        .tell("gan.discriminator_loss", () -> 1.0);
  }

  private Optional<Object> told(String name) {
    return facts.now().get(name);
  }

  private void train() throws Exception {
    model.startOrPause();
    fx.until(
        "trained",
        () -> {
          model.trainings().tick();
          return model.trainings().phase().get() == Phase.IDLE;
        });
    fx.settle();
    model.trainings().tick();
    fx.until(
        "the map", () -> model.space().encoded().get() != null && !model.space().stale().get());
  }

  @Test
  void onlyTheNetworkThatIsChosenIsTold() throws Exception {
    facts.take("vae.latent", 2.0);
    facts.take("vae.epochs", 2.0);
    facts.take("vae.beta", 1.0);
    assertEquals(Optional.empty(), told("vae.epoch"));
    train();
    assertEquals(Optional.of(2.0), told("vae.epoch"));
    VaeBatch now = model.record().orElseThrow().test();
    assertEquals(Optional.of(now.loss()), told("vae.loss"));
    assertEquals(now.loss(), now.reconstruction() + now.kl(), 1e-6);
    assertEquals(Optional.of(now.kl()), told("vae.kl"));
    assertEquals(Optional.empty(), told("vae.point_class"), "nobody reads the digit");
    Reader.use(session);
    fx.until("read", () -> told("vae.point_class").isPresent());
    assertEquals(Optional.of(4.0), told("vae.point_class"));
    model.cursor().point().set(Spot.at(1, 1));
    assertEquals(Optional.empty(), told("vae.point_class"), "the digit is on its way");
    fx.until("read again", () -> told("vae.point_class").isPresent());
    facts.take("vae.latent", 20.0);
    assertEquals(20, model.form().latent());
    assertEquals(Optional.empty(), told("vae.epoch"), "a network of 2 is looked at");
    assertEquals(Optional.empty(), told("vae.loss"));
    assertEquals(Optional.empty(), told("vae.point_class"));
    facts.take("vae.latent", 2.0);
    assertTrue(told("vae.loss").isPresent());
    facts.take("vae.beta", 4.0);
    assertEquals(Optional.empty(), told("vae.loss"), "trained with another weight");
    facts.take("vae.latent", 5.0);
    assertEquals(5, model.form().latent());
  }

  @Test
  void theButtonsRecipeComesWithTheSize() {
    facts.take("vae.latent", 20.0);
    facts.take("vae.latent", 2.0);
    assertEquals("0.001", model.form().fields().text(VaeForm.LEARNING_RATE).get());
  }

  @Test
  void aStudentWalksThroughTwice() throws Exception {
    Reader.use(session);
    LessonPlay play = play();
    play.guess(new Guess.Choice("mixed"));
    assertFalse(play.isTaskMet());
    train();
    play.goOn(false);
    fx.until("a digit", play::isTaskMet);
    play.goOn(false);
    play.guess(new Guess.Number(1000));
    assertFalse(play.isTaskMet(), "it is trained with z = 2");
    train();
    double loss = (Double) told("vae.loss").orElseThrow();
    play.goOn(false);
    assertEquals("gan", part);
    play.guess(new Guess.Choice("gan"));
    assertFalse(play.isTaskMet());
    ganEpoch = 1;
    play.goOn(false);
    assertTrue(play.run().isDone());

    part = "vae";
    LessonPlay again = play();
    again.guess(new Guess.Choice("clusters"));
    train();
    again.goOn(true);
    fx.until("a digit", again::isTaskMet);
    again.goOn(true);
    again.guess(new Guess.Number(loss));
    train();
    assertEquals(loss, (Double) told("vae.loss").orElseThrow(), 1e-3, "the same seed");
    again.goOn(true);
    again.guess(new Guess.Choice("vae"));
    again.goOn(true);
    assertTrue(again.run().isDone());
  }

  private LessonPlay play() {
    return new LessonPlay(
        LessonPlay.shortened(
            "10-map-of-digits.md",
            "vae.epochs: 10",
            "vae.epochs: 1",
            "at least 10\n",
            "at least 1\n",
            "from: 80, to: 180",
            "from: 0, to: 1000"),
        session.home(),
        this::facts);
  }
}
