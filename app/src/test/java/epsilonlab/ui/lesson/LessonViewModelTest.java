package epsilonlab.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.TestFolder;
import epsilonlab.engine.LabException;
import epsilonlab.lesson.Comparison;
import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.LessonSettings;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.file.LessonParser;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.lesson.run.LessonRun.Stage;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.attack.Lab;
import epsilonlab.ui.state.LabAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A student before a lab that a map stands for, without a screen. */
class LessonViewModelTest {
  private static final String TEXT =
      """
      ---
      id: will-it-fool
      title: Will it fool?
      minutes: 5
      tabs: [attack]
      summary: One step of FGSM on a 7.
      ---

      # Choose

      ```setup
      lab.tab: attack
      attack.class: 7
      ```

      ```suggest
      attack.epsilon: 0
      ```

      ```task
      say: Click a 7.
      when:
        attack.label: 7
      done: "No. {attack.index}."
      ```

      # Predict

      ```setup
      lab.tab: attack
      attack.epsilon: 0.1
      ```

      ```question
      ask: Will it fool?
      options:
        fooled: "Yes"
        right: "No"
      truth:
        fooled: {attack.fooled: true}
        right: otherwise
      told: "A {attack.after}."
      cover: [attack.after, attack.smallest]
      ```

      ```hints
      - It is little.
      - It is in all pixels.
      ```

      ```words
      Why?
      ```
      """;

  /** A lab whose facts are what the test says. */
  private static final class Board implements LabAccess {
    final Map<String, Object> values = new HashMap<>(Map.of("lab.tab", "train"));
    final TabFacts facts =
        new TabFacts()
            .set("lab.tab", () -> values.get("lab.tab"), String.class, v -> put("lab.tab", v))
            .set("attack.class", () -> values.get("attack.class"), Double.class, this::classOf)
            .set("attack.epsilon", () -> values.get("attack.epsilon"), Double.class, this::epsilon)
            .tell("attack.index", () -> values.get("attack.index"))
            .tell("attack.label", () -> values.get("attack.label"))
            .tell("attack.fooled", () -> values.get("attack.fooled"))
            .tell("attack.after", () -> values.get("attack.after"));
    String refusal;
    int taken;

    void put(String name, Object value) {
      values.put(name, value);
    }

    private void classOf(double wanted) {
      taken++;
      if (refusal != null) {
        throw new LabException(refusal);
      }
      put("attack.class", wanted);
    }

    private void epsilon(double wanted) {
      put("attack.epsilon", wanted);
      // as in the lab: the answer belongs to the epsilon before
      put("attack.fooled", null);
      put("attack.after", null);
    }

    @Override
    public Facts now() {
      return facts.now();
    }

    @Override
    public boolean canTake(String name) {
      return facts.settable().contains(name);
    }

    @Override
    public void take(String name, Object value) {
      facts.take(name, value);
    }
  }

  private final QueuedFx fx = new QueuedFx();
  private final TestDialogs dialogs = new TestDialogs();
  private final Board board = new Board();
  private final Lesson lesson = LessonParser.parse(TEXT, "test.md");
  private LabServices services;
  private LessonViewModel model;

  @BeforeEach
  void open() throws Exception {
    services = SessionServices.with(fx, dialogs);
    model = new LessonViewModel(services, board, left -> {});
    openLesson(model);
  }

  private void openLesson(LessonViewModel of) throws Exception {
    of.open(lesson);
    fx.until("the lesson opens", () -> of.run().get() != null);
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private LessonRun run() {
    return model.run().get();
  }

  private void chooseSeven() {
    board.put("attack.index", 4);
    board.put("attack.label", 7);
    model.tick();
  }

  private void toTheQuestion() {
    chooseSeven();
    model.next();
    assertEquals(1, run().at());
  }

  @Test
  void aStepSetsWhatItSaysAndLocksOnlyTheSetup() {
    assertEquals("attack", board.values.get("lab.tab"));
    assertEquals(7.0, board.values.get("attack.class"));
    assertEquals(0.0, board.values.get("attack.epsilon"));
    board.put("attack.class", 3.0);
    board.put("attack.epsilon", 0.25);
    board.put("lab.tab", "theory");
    model.tick();
    assertEquals(7.0, board.values.get("attack.class"), "it was locked");
    assertEquals(0.25, board.values.get("attack.epsilon"), "it was only suggested");
    assertEquals("theory", board.values.get("lab.tab"), "a student may look elsewhere");
    assertEquals(Optional.of("attack"), model.elsewhere());
    model.goThere();
    assertEquals("attack", board.values.get("lab.tab"));
    assertEquals(Optional.empty(), model.elsewhere());
  }

  @Test
  void theTaskIsTickedWhenTheLabShowsIt() {
    assertEquals(Stage.TASK, run().stage());
    assertFalse(run().canGoOn());
    int before = model.version().get();
    model.tick();
    assertEquals(before, model.version().get(), "nothing happened, nothing is drawn");
    chooseSeven();
    assertTrue(model.version().get() > before);
    assertEquals(Optional.of("No. 4."), run().tick());
    assertTrue(run().canGoOn());
  }

  @Test
  void aRightGuessIsRevealedWhenTheLabKnows() {
    toTheQuestion();
    assertEquals(0.1, board.values.get("attack.epsilon"));
    assertEquals(
        List.of("attack.after", "attack.smallest"),
        run().covered().stream().map(part -> part.name()).sorted().toList());
    model.guess(new Guess.Choice("right"));
    assertTrue(run().covered().isEmpty());
    assertEquals(Stage.WAITING, run().stage());
    board.put("attack.fooled", false);
    board.put("attack.after", 7);
    model.tick();
    Comparison compared = run().comparison().orElseThrow();
    assertTrue(compared.right());
    assertEquals("A 7.", compared.truth());
    assertThrows(LabException.class, () -> model.guess(new Guess.Choice("fooled")));
  }

  @Test
  void aWrongGuessStaysBesideTheTruth() {
    toTheQuestion();
    board.put("attack.fooled", true);
    board.put("attack.after", 2);
    model.guess(new Guess.Choice("right"));
    Comparison compared = run().comparison().orElseThrow();
    assertFalse(compared.right());
    assertEquals("No", compared.guess());
    assertEquals("A 2.", compared.truth());
  }

  @Test
  void aStepDoesNotSeeTheAnswersOfTheOneBefore() {
    board.put("attack.fooled", true);
    board.put("attack.after", 2);
    toTheQuestion();
    model.guess(new Guess.Choice("right"));
    assertEquals(Stage.WAITING, run().stage(), "that was at ε = 0");
  }

  @Test
  void whatIsChosenAtNextIsChosen() {
    chooseSeven();
    board.put("attack.index", 5);
    model.next();
    assertEquals(1, run().at());
    assertEquals(Optional.of(5.0), run().record(0).facts().get("attack.index"));
    assertEquals(
        Optional.of(0.0), run().record(0).facts().get("attack.epsilon"), "not what step two sets");
  }

  @Test
  void whatHappensWhileTheLessonIsLeftCounts() throws Exception {
    model.close();
    Lesson other =
        LessonParser.parse(
            TEXT.replace("attack.label: 7", "attack.index: changed").replace("will-it", "it-will"),
            "other.md");
    board.put("attack.index", 4);
    model.open(other);
    fx.until("the other lesson opens", () -> model.run().get() != null);
    model.close();
    board.put("attack.index", 5);
    model.open(other);
    fx.until("it opens again", () -> model.run().get() != null);
    model.tick();
    assertTrue(run().canGoOn());
  }

  @Test
  void leavingAndComingBackLosesNothing() throws Exception {
    toTheQuestion();
    model.openHint();
    board.put("attack.fooled", true);
    board.put("attack.after", 2);
    model.guess(new Guess.Choice("fooled"));
    model.write("All pixels move.");
    assertEquals("will-it-fool", services.session().settings().get(LessonSettings.OPEN));
    model.close();
    assertNull(model.run().get());
    assertEquals("", services.session().settings().get(LessonSettings.OPEN));
    // at once, while they are still being written
    openLesson(model);
    assertEquals("All pixels move.", run().record(1).words());
    model.windowCloses();
    LessonViewModel again = new LessonViewModel(services, board, left -> {});
    openLesson(again);
    assertEquals(1, again.run().get().at());
    assertEquals(1, again.run().get().hints().size());
    assertEquals("All pixels move.", again.run().get().record(1).words());
    assertTrue(again.run().get().comparison().orElseThrow().right());
    assertTrue(again.run().get().isDone());
    again.back();
    assertEquals(0, again.run().get().at());
    assertEquals(7.0, board.values.get("attack.class"), "its settings hold again");
  }

  @Test
  void withoutANetworkItSaysWhereToTrainOne() throws Exception {
    assertEquals(Optional.empty(), model.need(), "no data yet: that comes first");
    services.session().useData(Lab.data(20));
    assertEquals(Optional.empty(), model.need(), "nobody has looked into the library yet");
    int shown = model.version().get();
    ModelEntry gone = Lab.addModel(services.session(), "gone", 20);
    services.session().library().delete(gone.id());
    fx.until("the library is read", () -> model.need().isPresent());
    assertTrue(model.version().get() > shown, "and the panel says it");
    assertEquals(Optional.of("train"), model.need().flatMap(LessonViewModel.Need::tab));
    model.goAndTrain();
    assertEquals("train", board.values.get("lab.tab"));
    assertEquals(Optional.of("attack"), model.elsewhere(), "and it says how to come back");
    services.session().model().set(Lab.addModel(services.session(), "rows", 20));
    assertEquals(Optional.empty(), model.need());
  }

  @Test
  void whatCannotBeHadIsSaidAndTriedAgain() throws Exception {
    model.close();
    board.refusal = "There is no such class; train one.";
    openLesson(model);
    assertEquals(
        Optional.of(
            new LessonViewModel.Need("There is no such class; train one.", Optional.empty())),
        model.need());
    int tries = board.taken;
    for (int i = 0; i < 5; i++) {
      model.tick();
    }
    assertEquals(tries, board.taken, "not at every look");
    board.refusal = null;
    for (int i = 0; i < 10; i++) {
      model.tick();
    }
    assertEquals(Optional.empty(), model.need());
    assertEquals(7.0, board.values.get("attack.class"));
  }

  @Test
  void beginningAnewAsksFirst() {
    toTheQuestion();
    dialogs.answer = "Keep them";
    model.restart();
    assertEquals(1, run().at());
    dialogs.answer = "Begin anew";
    model.restart();
    assertEquals(0, run().at());
    assertTrue(dialogs.asked.get(0).contains("Will it fool?"));
  }

  @Test
  void ownLessonsAreListedAndABrokenOneSaysItsLine() throws Exception {
    Path folder = TestFolder.create();
    Files.writeString(folder.resolve("mine.md"), TEXT);
    Files.writeString(
        folder.resolve("broken.md"), TEXT.replace("attack.label: 7", "attack.lab: 7"));
    services.state().lessonFolder().set(folder);
    toTheQuestion();
    model.close();
    Path kept = services.session().home().lessons();
    fx.until(
        "the answers are kept",
        () ->
            Files.isDirectory(kept)
                && kept.toFile().list((in, name) -> name.endsWith(".json")).length > 0);
    LessonShelf shelf = new LessonShelf(services);
    shelf.load();
    fx.until("the lessons are read", () -> !shelf.stock().get().entries().isEmpty());
    LessonShelf.Entry own =
        shelf.stock().get().entries().stream()
            .filter(LessonShelf.Entry::own)
            .findFirst()
            .orElseThrow();
    assertEquals("will-it-fool", own.lesson().id());
    assertEquals(1, own.done());
    assertEquals(18, shelf.stock().get().entries().size() - 1, "those of the lab");
    assertEquals(1, shelf.stock().get().faults().size());
    String fault = shelf.stock().get().faults().get(0);
    assertTrue(fault.startsWith("Line 23 of broken.md: there is no fact 'attack.lab'"), fault);
  }

  /** What is the same is not drawn anew. */
  @Test
  void onesOwnLessonsAreTheSameWhenTheyAreReadAnew() throws Exception {
    Path file = TestFolder.create().resolve("mine.md");
    Files.writeString(file, TEXT);
    services.state().lessonFolder().set(file.getParent());
    LessonShelf shelf = new LessonShelf(services);
    LessonShelf.Stock first = readAnew(shelf);
    LessonShelf.Stock second = readAnew(shelf);
    assertTrue(first.equals(second));
    assertEquals(first.hashCode(), second.hashCode());
    Files.writeString(file, TEXT.replace("One step of", "Two steps of"));
    assertFalse(second.equals(readAnew(shelf)), "another text");
    Files.writeString(file, TEXT);
    toTheQuestion();
    model.windowCloses();
    assertFalse(second.equals(readAnew(shelf)), "a step of it is done");
  }

  private LessonShelf.Stock readAnew(LessonShelf shelf) throws Exception {
    LessonShelf.Stock before = shelf.stock().get();
    shelf.load();
    fx.until("the lessons are read", () -> shelf.stock().get() != before);
    return shelf.stock().get();
  }

  @Test
  void aFileIsOpenedAndFoundAgainAtTheNextStart() throws Exception {
    Path file = TestFolder.create().resolve("mine.md");
    Files.writeString(file, TEXT);
    dialogs.file = Optional.of(file);
    LessonShelf shelf = new LessonShelf(services);
    Lesson[] opened = new Lesson[1];
    shelf.openFile(found -> opened[0] = found);
    fx.until("the file is read", () -> opened[0] != null);
    assertEquals(lesson.fingerprint(), opened[0].fingerprint());
    services.session().settings().set(LessonSettings.OPEN, "will-it-fool");
    opened[0] = null;
    shelf.last(found -> opened[0] = found);
    fx.until("the file is read again", () -> opened[0] != null);
    assertNotNull(opened[0]);
    LessonShelf.Entry listed = readAnew(shelf).entries().get(0);
    shelf.open(listed, found -> opened[0] = found);
    assertEquals(listed.lesson(), opened[0]);
    assertEquals("", services.session().settings().get(LessonSettings.OPEN_FILE), "not the file");
  }

  @Test
  void whatBecomesKnownAfterAStepIsKept() throws Exception {
    chooseSeven();
    Path kept = services.session().home().lessons();
    fx.until(
        "it is saved", () -> kept.toFile().list((in, name) -> name.endsWith(".json")).length > 0);
    board.put("attack.after", 2);
    model.tick();
    model.windowCloses();
    LessonViewModel again = new LessonViewModel(services, board, left -> {});
    board.put("attack.after", null);
    openLesson(again);
    assertEquals(Optional.of(2.0), again.run().get().record(0).facts().get("attack.after"));
  }

  @Test
  void answersOfACapsuleThatAreNoneLeaveOnesOwn() throws Exception {
    toTheQuestion();
    model.write("my own");
    model.takeUp(lesson, "{}");
    fx.until("it is open again", () -> model.run().get() != null);
    assertEquals("my own", run().record(1).words());
  }
}
