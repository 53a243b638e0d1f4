package epsilonlab.ui.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.lesson.Guess;
import epsilonlab.lesson.fact.Curve;
import epsilonlab.settings.Home;
import epsilonlab.ui.LessonPlay;
import epsilonlab.ui.TabFacts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lessons of the Attack tab as a student does them, on a linear model whose right digits flip where
 * epsilon passes 0.3; see {@link Lab}.
 */
class AttackLessonsTest {
  @TempDir Path folder;
  private Lab lab;
  private AttackViewModel model;
  private TabFacts facts;

  @BeforeEach
  void open() {
    lab = new Lab(folder);
    model = new AttackViewModel(lab.session);
    facts =
        new TabFacts()
            .tell("lab.model", () -> lab.session.model().get().card().name())
            .tell("lab.accuracy", () -> lab.session.model().get().card().cleanAccuracy())
            .and(new AttackFacts(model).all());
    lab.session.useData(Lab.data(1200));
    lab.session.model().set(lab.addModel("rows", 20));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private LessonPlay play(String id) {
    return new LessonPlay(LessonPlay.shipped(id), Home.of(folder.resolve("student")), () -> facts);
  }

  private boolean known(String name) {
    return facts.now().get(name).isPresent();
  }

  private void stepDone(LessonPlay play) {
    lab.until(
        () -> {
          play.look();
          return play.run().isDone(play.run().at());
        });
  }

  @Test
  void aThousandDigits() {
    LessonPlay play = play("thousand-digits");
    play.guess(new Guess.Line(Curve.of(new double[] {0, 0.1, 0.2, 0.3, 0.5}, new double[5])));
    stepDone(play);
    Curve truth = ((Guess.Line) play.run().record(0).truth().orElseThrow()).curve();
    assertEquals(0.99, truth.at(0.2), 1e-9, "one of a hundred is labelled wrongly");
    assertTrue(truth.at(0.5) <= 0.01);
    play.goOn(false);
    lab.until(play::isTaskMet);
    play.goOn(true);
    lab.until(play::isTaskMet);
    assertFalse(play.run().covered().isEmpty());
    play.guess(true);
    assertEquals(
        new Guess.Number(0.99), play.run().record(2).truth().orElseThrow(), "noise fools nobody");
    play.goOn(true);
    play.goOn(true);
  }

  @Test
  void fiveSmallSteps() {
    LessonPlay play = play("five-small-steps");
    facts.take("attack.index", 17.0);
    lab.until(() -> play.isTaskMet() && known("attack.smallest_epsilon"));
    play.goOn(true);
    facts.take("attack.index", 27.0);
    lab.until(() -> known("attack.loss_after"));
    assertFalse(play.isTaskMet(), "a loss beside that of another digit says nothing");
    assertEquals(List.of("Digit No. 27 is in view: choose No. 17."), play.run().missing());
    facts.take("attack.index", 17.0);
    lab.until(() -> play.isTaskMet() && known("attack.smallest_epsilon"));
    // the gradient of a linear model points the same way everywhere
    play.guess(new Guess.Choice("same"));
    play.goOn(true);
    model.curves().measure();
    lab.until(() -> known("attack.curve"));
    play.guess(true);
    play.goOn(true);
  }
}
