package epsilonlab.ui.theory.perceptron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.TestServices;
import epsilonlab.ui.theory.page.LabelledPoint;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PerceptronModelTest {
  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private PerceptronModel model;

  @BeforeEach
  void open() throws Exception {
    services = TestServices.with(fx, new TestDialogs());
    model = new PerceptronModel(services.session());
    settled();
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private PerceptronRun settled() throws Exception {
    fx.until(
        "the run on the points of now",
        () ->
            model.run().get() != null
                && model.run().get().points().equals(model.cloud().points().get())
                && model.run().get().biased() == model.biased().get());
    return model.run().get();
  }

  private PerceptronRun on(LabelledPoint... points) throws Exception {
    model.cloud().points().set(List.of(points));
    return settled();
  }

  /** Two unit vectors of one class need exactly (R / gamma)^2 = 2 mistakes. */
  @Test
  void unitVectorsUseAllOfTheBound() throws Exception {
    PerceptronRun run = on(new LabelledPoint(1, 0, 1), new LabelledPoint(0, 1, 1));
    assertEquals(2, run.mistakes());
    assertEquals(2, run.bound().mostMistakes(), 1e-9);
    assertEquals(2, model.step().get(), "the last mistake is looked at");
    assertTrue(PerceptronText.words(run).contains("100 %"));
  }

  @Test
  void theFirstPointsAreWorthLookingAt() {
    PerceptronRun run = model.run().get();
    assertTrue(run.isSeparable());
    assertTrue(run.mistakes() >= 5);
    assertTrue(run.mistakes() <= run.bound().mostMistakes());
  }

  @Test
  void oneLooksAtMistakesOneByOne() throws Exception {
    int most = model.run().get().mistakes();
    model.move(-1);
    assertEquals(most - 1, model.step().get());
    model.move(-1_000_000);
    assertEquals(0, model.step().get());
    model.move(3);
    assertFalse(model.isAtEnd());
    PerceptronRun fewer = on(new LabelledPoint(1, 0, 1), new LabelledPoint(0, 1, 1));
    assertEquals(fewer.mistakes(), model.step().get(), "cut to the shorter run");
    model.move(1_000_000);
    assertTrue(model.isAtEnd());
  }

  @Test
  void withoutAPlaneItIsEnded() throws Exception {
    PerceptronRun run =
        on(
            new LabelledPoint(1, 1, 1),
            new LabelledPoint(-1, -1, 1),
            new LabelledPoint(1, -1, -1),
            new LabelledPoint(-1, 1, -1));
    assertFalse(run.isSeparable());
    assertEquals(PerceptronRun.MOST_MISTAKES, run.mistakes());
    assertTrue(PerceptronText.words(run).contains("never stops"));
    assertEquals("∞", PerceptronText.bound(run.bound().mostMistakes()));
    // the green curves need a plane
    assertEquals(
        2,
        PerceptronFigures.curves(run, 3).toTable().rows().stream()
            .map(row -> row.get(0))
            .distinct()
            .count());
  }

  @Test
  void aBiasSeparatesWhatNoPlaneThroughTheOriginDoes() throws Exception {
    LabelledPoint near = new LabelledPoint(0.5, 0.5, -1);
    LabelledPoint far = new LabelledPoint(1.5, 1.5, 1);
    assertFalse(on(near, far).isSeparable());
    model.biased().set(true);
    PerceptronRun run = settled();
    assertTrue(run.isSeparable());
    assertTrue(run.mistakes() <= run.bound().mostMistakes());
    double[] w = run.run().weights();
    assertTrue(w[0] * 1.5 + w[1] * 1.5 + w[2] > 0);
    assertTrue(w[0] * 0.5 + w[1] * 0.5 + w[2] < 0);
  }

  @Test
  void noPointsNoRun() {
    model.cloud().points().set(List.of());
    assertNull(model.run().get());
    fx.settle();
    assertNull(model.run().get(), "an older run must not come back");
    assertEquals(0, model.step().get());
    assertTrue(PerceptronText.words(null).contains("Place"));
  }
}
