package epsilonlab.ui.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.PartNames;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.capsule.Moment;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.attack.Lab;
import epsilonlab.ui.state.BoardLab;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lecturer before a lab that a map stands for, without a screen. */
class LectureModelTest {
  private static final PartName VERDICT = PartNames.find("attack.verdict").orElseThrow();
  private static final PartName CURVE = PartNames.find("attack.curve").orElseThrow();

  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private BoardLab lab;
  private LectureModel model;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    lab = new BoardLab(services.session());
    model = new LectureModel(services, lab);
    lab.values.put("attack.attack", "fgsm");
    lab.values.put("attack.class", 7.0);
    lab.values.put("attack.index", 17.0);
    lab.values.put("attack.epsilon", 0.1);
    model.add("A little", "Will it fall?", List.of(VERDICT, CURVE));
    lab.values.put("attack.epsilon", 0.3);
    model.add("A lot", "", List.of());
    lab.values.put("attack.attack", "pgd");
    lab.values.put("lab.tab", "train");
    model.add("Elsewhere", "", List.of(VERDICT));
    lab.values.put("attack.index", 1.0);
    lab.order.clear();
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private List<String> titles() {
    return model.moments().stream().map(Moment::title).toList();
  }

  @Test
  void aMomentSetsWhatTheWindowShowedTheDigitAfterItsFilter() {
    model.show(0);
    assertEquals("attack", lab.values.get("lab.tab"));
    assertEquals("fgsm", lab.values.get("attack.attack"));
    assertEquals(0.1, lab.values.get("attack.epsilon"));
    assertEquals(17.0, lab.values.get("attack.index"));
    assertEquals("lab.tab", lab.order.get(0));
    assertTrue(lab.order.indexOf("attack.class") < lab.order.indexOf("attack.index"));
  }

  @Test
  void theRemoteUncoversBeforeItGoesOn() {
    assertTrue(model.next());
    assertEquals(0, model.at().get());
    assertEquals(Set.of(VERDICT, CURVE), model.coveredParts());
    assertTrue(model.next());
    assertEquals(0, model.at().get(), "uncovered first");
    assertEquals(Set.of(), model.coveredParts());
    assertTrue(model.next());
    assertEquals(1, model.at().get());
    assertFalse(model.covered().get(), "nothing to cover here");
    assertTrue(model.next());
    assertEquals(2, model.at().get());
    assertTrue(model.uncover());
    assertFalse(model.uncover());
    assertTrue(model.next());
    assertEquals(2, model.at().get(), "it stays at the last one");
    assertTrue(model.previous());
    assertEquals(1, model.at().get());
    assertEquals(0.3, lab.values.get("attack.epsilon"));
    model.leave();
    assertEquals(LectureModel.NONE, model.at().get());
  }

  @Test
  void whatIsCoveredIsOnTheTabOfTheMoment() {
    List<Object> tabs = new ArrayList<>();
    model
        .covered()
        .addListener(
            (property, before, now) -> {
              if (now) {
                tabs.add(lab.values.get("lab.tab"));
              }
            });
    model.show(0);
    model.show(2);
    model.show(0);
    assertEquals(List.of("attack", "train", "attack"), tabs);
  }

  @Test
  void withoutMomentsTheKeysAreNotUsed() {
    LectureModel none = new LectureModel(SessionServices.with(fx, new TestDialogs()), lab);
    assertFalse(none.next());
    assertFalse(none.previous());
    assertFalse(none.uncover());
  }

  @Test
  void movingChangingAndDeletingWithUndo() {
    model.show(2);
    model.move(2, 0);
    assertEquals(List.of("Elsewhere", "A little", "A lot"), titles());
    assertEquals(0, model.at().get(), "it is still in view");
    model.move(0, -1);
    assertEquals(List.of("Elsewhere", "A little", "A lot"), titles());
    Moment before = model.moments().get(1);
    model.replace(1, new Moment("Small", "", before.settings(), List.of()));
    assertEquals(List.of("Elsewhere", "Small", "A lot"), titles());
    model.delete(1);
    assertEquals(List.of("Elsewhere", "A lot"), titles());
    assertEquals(0, model.at().get());
    fx.settle();
    services.messages().shown().get(0).action().orElseThrow().run().run();
    assertEquals(List.of("Elsewhere", "Small", "A lot"), titles());
  }

  @Test
  void theyAreThereAtTheNextStart() {
    LectureModel again = new LectureModel(services, lab);
    assertEquals(model.moments(), again.moments());
    assertEquals(0.1, again.moments().get(0).settings().get("attack.epsilon"));
  }

  @Test
  void whatCannotBeSetIsSaidOnceAndTriedAgain() throws Exception {
    lab.refusals.put("attack.index", "The data set is still being loaded; wait a moment.");
    model.show(0);
    for (int i = 0; i < 30; i++) {
      model.tick();
    }
    fx.settle();
    assertEquals(1, services.messages().shown().size());
    assertEquals(1.0, lab.values.get("attack.index"));
    lab.refusals.clear();
    for (int i = 0; i < 10; i++) {
      model.tick();
    }
    assertEquals(17.0, lab.values.get("attack.index"));
    lab.values.put("attack.index", 5.0);
    for (int i = 0; i < 30; i++) {
      model.tick();
    }
    assertEquals(5.0, lab.values.get("attack.index"), "the lecturer may change it");
  }

  @Test
  void theWayIsTakenUpWhereItWasSavedCoveredOrNot() {
    assertEquals(Facts.NONE, model.facts(), "no moment is in view");
    model.show(2);
    Facts covered = model.facts();
    model.uncover();
    Facts open = model.facts();
    model.leave();
    lab.order.clear();
    model.resume(covered);
    assertEquals(2, model.at().get());
    assertEquals(Set.of(VERDICT), model.coveredParts());
    model.resume(open);
    assertEquals(2, model.at().get());
    assertEquals(Set.of(), model.coveredParts());
    assertEquals(List.of(), lab.order, "the capsule sets the lab itself");
    model.resume(Facts.of(Map.of("lecture.moment", 9.0, "lecture.covered", true)));
    assertEquals(2, model.at().get(), "there is no ninth");
  }

  @Test
  void aTitleSaysWhatTellsTheViewFromOthers() {
    assertEquals("Attack: FGSM, ε = 0.10", titleOf(model.moments().get(0).settings()));
    assertEquals(
        "Attack: 5 steps of FGSM, ε = 0.10",
        titleOf(
            Map.of(
                "lab.tab",
                "attack",
                "attack.attack",
                "iterated-fgsm",
                "attack.steps",
                5.0,
                "attack.epsilon",
                0.1)));
    assertEquals("Train: LeNet", titleOf(Map.of("lab.tab", "train", "train.network", "lenet")));
    assertEquals(
        "Theory: Linear adversary",
        titleOf(Map.of("lab.tab", "theory", "theory.page", "linear-adversary")));
    assertEquals("Photo", titleOf(Map.of("lab.tab", "photo")));
  }

  @Test
  void aTitleNamesTheModelAsTheWindowDoes() {
    LabSession session = services.session();
    ModelEntry first = Lab.addModel(session, "rows", 20);
    ModelEntry second = Lab.addModel(session, "rows", 21);
    for (ModelEntry entry : List.of(first, second)) {
      assertEquals(
          "Attack: rows",
          MomentTitle.of(
              Map.of("lab.tab", "attack", "lab.model", entry.id()), List.of(first, second)));
    }
  }

  private static String titleOf(Map<String, Object> settings) {
    return MomentTitle.of(settings, List.of());
  }
}
