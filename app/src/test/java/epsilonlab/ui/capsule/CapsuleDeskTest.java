package epsilonlab.ui.capsule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.Lessons;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.PartNames;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Safetensors;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleFile;
import epsilonlab.report.capsule.Experiment;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Message;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.attack.Lab;
import epsilonlab.ui.lecture.LectureModel;
import epsilonlab.ui.lesson.LessonViewModel;
import epsilonlab.ui.state.BoardLab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capsule goes from one home to another, without a screen. */
class CapsuleDeskTest {
  private static final Lesson FIRST = Lessons.shipped().get(0);

  /** One lab with a home of its own. */
  private static final class World {
    final QueuedFx fx = new QueuedFx();
    final TestDialogs dialogs = new TestDialogs();
    final LabServices services = SessionServices.with(fx, dialogs);
    final LabSession session = services.session();
    final BoardLab lab = new BoardLab(session);
    final LectureModel lecture = new LectureModel(services, lab);
    final LessonViewModel lessons = new LessonViewModel(services, lab, left -> {});
    final CapsuleDesk desk = new CapsuleDesk(services, lab, lecture, lessons, WindowResults.NONE);

    World() {
      session.useData(data("a".repeat(64)));
    }

    static DataSet data(String sha256) {
      DataSet any = Lab.data(20);
      return new DataSet(
          any.id(), any.title(), any.source(), sha256, any.classNames(), any.train(), any.test());
    }

    List<String> told(Message.Kind kind) {
      return services.messages().shown().stream()
          .filter(message -> message.kind() == kind)
          .map(Message::sentence)
          .toList();
    }

    void open(Path file) throws Exception {
      desk.open(file);
      fx.until("something is said", () -> !services.messages().shown().isEmpty());
      fx.settle();
    }
  }

  @TempDir Path folder;
  private World from;
  private World to;
  private Path file;
  private ModelEntry model;

  @BeforeEach
  void open() throws Exception {
    from = new World();
    to = new World();
    file = folder.resolve("lab.epsilab");
    model = Lab.addModel(from.session, "rows", 20);
    from.session.use(model);
    from.session.seed().set(12);
    from.lab.values.putAll(
        Map.of("attack.attack", "pgd", "attack.epsilon", 0.25, "attack.index", 13.0));
    from.lecture.add("One", "Look.", List.of(PartNames.find("attack.curve").orElseThrow()));
    from.lab.values.put("lab.tab", "train");
  }

  @AfterEach
  void close() {
    from.services.jobs().close();
    to.services.jobs().close();
  }

  private void save() throws Exception {
    Files.deleteIfExists(file);
    from.desk.save(file);
    // it is written in one go
    from.fx.until("it is saved", () -> Files.exists(file));
  }

  @Test
  void aFreshHomeComesToTheSameState() throws Exception {
    // another model took the id there
    ModelEntry other = Lab.addModel(to.session, "rows", 5);
    assertEquals(model.id(), other.id());
    save();
    to.open(file);
    assertEquals(List.of(), to.told(Message.Kind.ERROR));
    assertEquals("train", to.lab.values.get("lab.tab"));
    assertEquals("pgd", to.lab.values.get("attack.attack"));
    assertEquals(0.25, to.lab.values.get("attack.epsilon"));
    assertEquals(13.0, to.lab.values.get("attack.index"));
    assertEquals(12, to.session.seed().get());
    assertEquals(model.sha256(), to.session.model().get().sha256());
    assertNotEquals(other.id(), to.session.model().get().id());
    assertEquals(1, to.lecture.moments().size());
    assertEquals("One", to.lecture.moments().get(0).title());
    to.session.model().set(null);
    to.lecture.show(0);
    assertEquals(model.sha256(), to.session.model().get().sha256(), "by content, not by name");
    assertEquals("attack", to.lab.values.get("lab.tab"));
    assertTrue(to.lecture.covered().get());
  }

  @Test
  void whatIsCoveredIsNotInTheFile() throws Exception {
    from.lab.values.put("attack.after", 3.0);
    save();
    assertTrue(CapsuleFile.read(file).facts().get("attack.after").isPresent());
    from.lecture.show(0);
    assertTrue(from.lecture.covered().get());
    save();
    assertTrue(CapsuleFile.read(file).facts().get("attack.after").isEmpty());
    assertEquals(0.25, CapsuleFile.read(file).facts().get("attack.epsilon").orElseThrow());
    from.lecture.leave();
    from.lessons.open(FIRST);
    from.fx.until("the lesson covers", () -> from.lessons.run().get() != null);
    from.fx.until("the lesson covers", () -> !from.lessons.run().get().covered().isEmpty());
    save();
    assertTrue(CapsuleFile.read(file).facts().get("attack.after").isEmpty());
  }

  @Test
  void allPartsOfATabComeBackAndNotOnlyTheOneInView() throws Exception {
    Map<String, Object> saved =
        Map.ofEntries(
            Map.entry("lab.tab", "attack"),
            Map.entry("generate.part", "vae"),
            Map.entry("gan.epochs", 3.0),
            Map.entry("vae.latent", 2.0),
            Map.entry("denoise.size", 0.3),
            Map.entry("mean.people", 7.0),
            Map.entry("logistic.n", 200.0),
            Map.entry("theory.page", "linear-adversary"),
            Map.entry("linear.epsilon", 0.4),
            Map.entry("uniform.n", 9.0));
    CapsuleFile.write(file, Capsule.empty("1", "window", "Parts").withFacts(Facts.of(saved)));
    PartsLab parts = new PartsLab();
    new CapsuleDesk(to.services, parts, to.lecture, to.lessons, WindowResults.NONE).open(file);
    to.fx.until("something is said", () -> !to.services.messages().shown().isEmpty());
    to.fx.settle();
    saved.forEach((name, value) -> assertEquals(value, parts.values.get(name), name));
    assertEquals("mean", parts.values.get("privacy.part"), "which the capsule does not name");
  }

  @Test
  void modelsComeIntoTheLibraryOnce() throws Exception {
    save();
    to.open(file);
    to.open(file);
    to.fx.until("the library is read", () -> to.session.models().size() == 1);
    assertEquals(1, to.session.library().list().size());
  }

  @Test
  void aLessonGoesOnWhereTheStudentWas() throws Exception {
    from.lessons.open(FIRST);
    from.fx.until("the lesson opens", () -> from.lessons.run().get() != null);
    from.lessons.write("It got greyer.");
    save();
    to.open(file);
    to.fx.until("the lesson opens", () -> to.lessons.run().get() != null);
    assertEquals(FIRST.id(), to.lessons.run().get().lesson().id());
    assertEquals("It got greyer.", to.lessons.run().get().record(0).words());
  }

  @Test
  void ownAnswersComeBackByUndo() throws Exception {
    from.lessons.open(FIRST);
    from.fx.until("the lesson opens", () -> from.lessons.run().get() != null);
    from.lessons.write("Theirs.");
    save();
    to.lessons.open(FIRST);
    to.fx.until("the lesson opens", () -> to.lessons.run().get() != null);
    to.lessons.write("Mine.");
    to.desk.open(file);
    to.fx.until(
        "undo is offered",
        () -> to.services.messages().shown().stream().anyMatch(m -> m.action().isPresent()));
    to.fx.until("the lesson opens", () -> to.lessons.run().get() != null);
    assertEquals("Theirs.", to.lessons.run().get().record(0).words());
    Message undo =
        to.services.messages().shown().stream()
            .filter(message -> message.action().isPresent())
            .findFirst()
            .orElseThrow();
    undo.action().orElseThrow().run().run();
    to.fx.until(
        "they are back",
        () ->
            to.lessons.run().get() != null
                && to.lessons.run().get().record(0).words().equals("Mine."));
  }

  @Test
  void otherImagesAreSaid() throws Exception {
    save();
    to.session.useData(World.data("b".repeat(64)));
    to.desk.open(file);
    to.fx.until("the images are told", () -> !to.told(Message.Kind.ERROR).isEmpty());
    assertTrue(
        to.told(Message.Kind.ERROR).get(0).startsWith("The capsule was made with other images of"),
        to.told(Message.Kind.ERROR).get(0));
  }

  @Test
  void aHostileFileGetsOneSentenceAndChangesNothing() throws Exception {
    Files.writeString(file, "PK no zip at all");
    to.open(file);
    assertEquals(1, to.told(Message.Kind.ERROR).size());
    assertTrue(
        to.told(Message.Kind.ERROR).get(0).contains("is not opened, for it is"),
        to.told(Message.Kind.ERROR).get(0));
    assertEquals(List.of(), to.session.library().list());
    assertFalse(to.lab.order.contains("lab.tab"));
  }

  @Test
  void anExperimentOfTheCommandLineOpensWhereItIsAtHome() throws Exception {
    byte[] weights =
        new Safetensors(from.session.library().weights(model.id()), model.card().toMetadata())
            .toBytes();
    Experiment experiment =
        new Experiment(
            "attack",
            Map.of(
                "attack", List.of("pgd"),
                "epsilon", List.of("0.15"),
                "weights", List.of("weights/model.safetensors")),
            Map.of(),
            5,
            "test-20");
    Capsule capsule =
        new Capsule(
            "1",
            "epsilonlab attack",
            "Experiment: attack",
            Optional.of(experiment),
            Optional.empty(),
            List.of("4"),
            epsilonlab.lesson.fact.Facts.NONE,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of("weights/model.safetensors", weights));
    CapsuleFile.write(file, capsule);
    to.lab.values.put("lab.tab", "train");
    to.open(file);
    assertEquals("attack", to.lab.values.get("lab.tab"));
    assertEquals("pgd", to.lab.values.get("attack.attack"));
    assertEquals(0.15, to.lab.values.get("attack.epsilon"));
    assertEquals(4.0, to.lab.values.get("attack.index"));
    assertEquals(5, to.session.seed().get());
    assertEquals(model.sha256(), to.session.model().get().sha256());
  }
}
