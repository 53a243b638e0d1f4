package epsilonlab.ui.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import epsilonlab.lesson.Guess;
import epsilonlab.photo.PhotoResult;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LessonPlay;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TestDialogs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tab tells lessons, and "Elephant to bullet train" as a student does it. */
class PhotoLessonTest {
  @TempDir Path folder;
  private final QueuedFx fx = new QueuedFx();
  private final TestDialogs dialogs = new TestDialogs();
  private PhotoWorld world;
  private LabServices services;
  private PhotoViewModel model;
  private TabFacts facts;

  @BeforeEach
  void open() throws IOException {
    world = new PhotoWorld(folder);
    services = SessionServices.with(fx, dialogs);
    world.rememberNames(services);
    services.session().settings().set(PhotoKept.TARGET, "");
    dialogs.answer = "Allow and open";
    model = new PhotoViewModel(services.session(), dialogs);
    facts = PhotoFacts.of(model);
    model.form().parameters().stream()
        .filter(parameter -> parameter.name().equals("steps"))
        .forEach(parameter -> model.type(parameter, "4"));
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private Optional<Object> told(String name) {
    return facts.now().get(name);
  }

  private void load() throws Exception {
    model.photos().open(world.picture);
    model.networks().open(world.network);
    fx.until("classified", () -> told("photo.before").isPresent());
  }

  private void attack() throws Exception {
    model.startOrStop();
    fx.until("attacked", () -> model.result().get() != null && !model.running().get());
    fx.until("searched", () -> model.smallest().get().known());
  }

  @Test
  void onlyWhatBelongsToTheChoiceIsTold() throws Exception {
    assertEquals(false, told("photo.loaded").orElseThrow());
    assertEquals("none", told("photo.target").orElseThrow());
    load();
    assertEquals(true, told("photo.loaded").orElseThrow());
    assertEquals(Optional.empty(), told("photo.reached"));
    facts.take("photo.epsilon", 0.02);
    attack();
    PhotoResult result = model.result().get();
    assertEquals(result.success(), told("photo.reached").orElseThrow());
    assertEquals(result.after().best().label(), told("photo.after").orElseThrow());
    assertEquals(0.02, (Double) told("photo.linf").orElseThrow(), 1e-4);
    assertEquals(Optional.empty(), told("photo.target_after"), "there is no target");
    facts.take("photo.target", "tabby");
    assertEquals("tabby", model.form().target().get());
    assertEquals(Optional.empty(), told("photo.reached"), "an attack without a target");
    assertEquals(Optional.empty(), told("photo.smallest_epsilon"));
    attack();
    assertTrue((Double) told("photo.target_after").orElseThrow() > 0);
    facts.take("photo.epsilon", 0.01);
    assertEquals(Optional.empty(), told("photo.after"), "an attack of another size");
    fx.until("once more", () -> told("photo.after").isPresent());
    facts.take("photo.target", "none");
    assertEquals("", model.form().target().get());
  }

  @Test
  void whatCannotBeHadGetsASentence() throws Exception {
    assertThrows(LabException.class, () -> facts.take("photo.epsilon", 0.5));
    load();
    assertThrows(LabException.class, () -> facts.take("photo.target", "bullet_trains"));
    assertEquals("none", told("photo.target").orElseThrow());
  }

  @Test
  void aStudentWalksThroughTwice() throws Exception {
    load();
    String other = other();
    LessonPlay play = play(other);
    play.goOn(false);
    attack();
    play.guess(false);
    play.goOn(false);
    play.guess(new Guess.Number(0.03));
    assertFalse(play.isTaskMet());
    attack();
    play.goOn(false);
    play.goOn(false);
    play.goOn(false);
    assertTrue(play.run().isDone());

    LessonPlay again = play(other);
    again.goOn(true);
    attack();
    again.guess(true);
    again.goOn(true);
    attack();
    double smallest = (Double) told("photo.smallest_epsilon").orElseThrow();
    facts.take("photo.target", "none");
    facts.take("photo.target", other);
    again.guess(new Guess.Number(smallest));
    attack();
    again.goOn(true);
    again.goOn(true);
    again.goOn(true);
    assertTrue(again.run().isDone());
  }

  /** A class that the small network can be led to. */
  private String other() throws Exception {
    facts.take("photo.epsilon", 0.03);
    attack();
    String reached = told("photo.after").orElseThrow().toString();
    assertEquals(true, told("photo.reached").orElseThrow());
    return reached;
  }

  private LessonPlay play(String target) {
    return new LessonPlay(
        LessonPlay.shortened(
            "12-elephant-to-bullet-train.md",
            "photo.target: bullet_train",
            "photo.target: " + target,
            "photo.epsilon: 0.02",
            "photo.epsilon: 0.03",
            "photo.epsilon: 0.01",
            "photo.epsilon: 0.03"),
        services.session().home(),
        () -> PhotoFacts.of(model));
  }
}
