package epsilonlab.ui.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.defence.Defences;
import epsilonlab.defence.Gallery;
import epsilonlab.defence.GalleryJob;
import epsilonlab.defence.GalleryRow;
import epsilonlab.job.JobContext;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.robustness.GalleryViewModel.Step;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryViewModelTest {
  private static final int DIGITS = 20;

  @TempDir Path folder;
  private World world;
  private GalleryViewModel gallery;

  @BeforeEach
  void open() {
    world = new World(folder);
    gallery = new GalleryViewModel(world.session);
    gallery.count().text().set(String.valueOf(DIGITS));
    gallery.defence().set(Defences.get("bit-depth"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private ModelEntry ready() {
    world.useDigits(50);
    ModelEntry model = world.addModel("one");
    world.session.model().set(model);
    return model;
  }

  private void until(Step step) throws Exception {
    world.fx.until("step " + step, () -> gallery.step().get() == step);
  }

  @Test
  void plainThenAPredictionThenWhatTheJobOfTheCommandLineFinds() throws Exception {
    ModelEntry model = ready();
    gallery.next();
    assertEquals(Step.PLAIN, gallery.step().get());
    // a race may end meanwhile, or a card be written
    world.session.model().set(world.addModel("two"));
    until(Step.PREDICT);
    world.session.model().set(model);
    gallery.next();
    assertEquals(Step.PREDICT, gallery.step().get(), "nobody has predicted anything");
    gallery.guess().set(0.8);
    gallery.next();
    until(Step.DONE);
    Subject subject = gallery.subject();
    Gallery direct =
        new GalleryJob(
                SessionServices.compute(),
                world.session.classifier(model),
                List.of(Defences.get("bit-depth")),
                subject.images(),
                0.2,
                world.session.seed().get())
            .run(JobContext.of(any -> {}));
    GalleryRow row = direct.rows().get(0);
    assertEquals(DIGITS, subject.images().size());
    assertEquals(direct.bare(), gallery.looks().bare());
    assertEquals(row.plain(), gallery.looks().plain().accuracy());
    assertEquals(row.adaptive(), gallery.outcome().adaptive().accuracy());
    assertEquals(row.sentence(), gallery.outcome().sentence());
    long off = Math.round(100 * Math.abs(0.8 - row.adaptive()));
    assertTrue(
        GalleryWords.ofGuess(0.8, gallery.outcome()).contains(" " + off + " points off"),
        GalleryWords.ofGuess(0.8, gallery.outcome()));
    world.rename(model, "the same");
    assertEquals(Step.DONE, gallery.step().get(), "only the card has changed");
    gallery.defence().set(Defences.get("noise"));
    assertEquals(Step.BEGIN, gallery.step().get());
    assertNull(gallery.looks(), "it was of another defence");
    assertFalse(gallery.guessed().get());
  }

  @Test
  void stoppedAttacksLeaveWhatWasKnownAndSayNothingLater() throws Exception {
    ready();
    gallery.next();
    gallery.next();
    assertEquals(Step.BEGIN, gallery.step().get());
    world.fx.until("the job is over", () -> world.begun.get(0).state().isOver());
    world.fx.settle();
    assertNull(gallery.looks());
    gallery.next();
    until(Step.PREDICT);
    gallery.guess().set(0.1);
    gallery.next();
    gallery.stop();
    assertEquals(Step.PREDICT, gallery.step().get());
    assertEquals(0.1, gallery.guess().get());
    assertEquals(List.of(), world.failures);
  }

  @Test
  void whatIsTypedWronglyIsSaidInOneSentence() {
    gallery.next();
    assertEquals("The digits are being loaded; try again in a moment.", gallery.complaint().get());
    world.useDigits(5);
    gallery.next();
    assertEquals("There is no model to examine; train one first.", gallery.complaint().get());
    world.session.model().set(world.addModel("one"));
    gallery.epsilon().text().set("1.5");
    gallery.next();
    assertEquals(
        "The epsilon of the attacker is “1.5”, but must be a number from 0 to 1.",
        gallery.complaint().get());
    gallery.epsilon().text().set("0.1");
    assertEquals("", gallery.complaint().get());
    gallery.count().text().set("2.5");
    gallery.surveyOrStop();
    assertEquals(
        "The number of digits is “2.5”, but must be a whole number from 1 to 10000.",
        gallery.complaint().get());
    assertEquals(Step.BEGIN, gallery.step().get());
  }

  @Test
  void theDigitsAreTheFirstOnesOrThoseUpToTheChosenOne() {
    ready();
    assertEquals(0, Subject.of(world.session, 20).from());
    world.session.digit().set(30);
    Subject of = Subject.of(world.session, 20);
    assertEquals(11, of.from());
    assertEquals(19, of.place(30));
    assertEquals(-1, of.place(10));
    assertEquals(50, Subject.of(world.session, 1000).images().size());
  }

  @Test
  void allDefencesArriveOneByOneAndGoWithTheirModel() throws Exception {
    ready();
    gallery.count().text().set("4");
    gallery.surveyOrStop();
    Survey survey = gallery.survey();
    world.fx.until(
        "the first defence",
        () -> !Double.isNaN(survey.at(Defences.ALL.get(0), GalleryJob.Stage.ADAPTIVE)));
    gallery.surveyOrStop();
    assertFalse(survey.job().running().get());
    double first = survey.at(Defences.ALL.get(0), GalleryJob.Stage.PLAIN);
    assertEquals(Math.round(first * 10_000) / 100.0, survey.table().rows().get(0).get(2));
    assertNull(survey.table().rows().get(9).get(3), "stopped before");
    assertEquals(11, survey.lines().size());
    boolean fell = first - survey.at(Defences.ALL.get(0), GalleryJob.Stage.ADAPTIVE) >= 0.5;
    assertEquals(
        fell ? "It only looked strong" : null,
        survey.table().rows().get(0).get(5),
        "known without the network, or not before the end");
    world.session.model().set(world.addModel("two"));
    assertTrue(Double.isNaN(survey.at(Defences.ALL.get(0), GalleryJob.Stage.PLAIN)));
  }
}
