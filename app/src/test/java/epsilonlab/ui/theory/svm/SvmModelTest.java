package epsilonlab.ui.theory.svm;

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

class SvmModelTest {
  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private SvmModel model;

  @BeforeEach
  void open() throws Exception {
    services = TestServices.with(fx, new TestDialogs());
    model = new SvmModel(services.session());
    settled();
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private SvmSolution settled() throws Exception {
    fx.until(
        "the solution of what is dragged",
        () ->
            model.solution().get() != null
                && model.solution().get().input().equals(model.input().get()));
    return model.solution().get();
  }

  @Test
  void tiedTheTwoPlanesAreOne() throws Exception {
    for (double epsilon : new double[] {0.3, 0.45, 0.7}) {
      model.epsilon().set(epsilon);
      SvmSolution solution = settled();
      assertTrue(solution.isSamePlane(), "at epsilon " + epsilon + ": " + solution.angle());
      assertEquals(
          solution.lengthOfAdversarial() / solution.scale(), solution.lengthOfMachine(), 1e-4);
      assertEquals(solution.adversarial().loss(), solution.lossOfMachine(), 1e-5);
    }
  }

  @Test
  void anotherLambdaGivesAnotherPlane() throws Exception {
    model.tied().set(false);
    model.lambda().set(100);
    SvmSolution solution = settled();
    assertEquals(100, solution.used(), 1e-9);
    assertFalse(solution.isSamePlane());
    assertTrue(SvmText.words(solution).contains("apart"));
    // such a machine only looks at where the two classes are on average
    double[] mean = {0, 0};
    for (LabelledPoint p : model.cloud().points().get()) {
      mean[0] += p.label() * p.x();
      mean[1] += p.label() * p.y();
    }
    assertEquals(
        Math.toDegrees(Math.atan2(mean[1], mean[0])),
        SvmSolution.degrees(solution.machine().model()),
        0.01);
  }

  @Test
  void farApartTheHardMarginIsHalfWay() throws Exception {
    model
        .cloud()
        .points()
        .set(List.of(new LabelledPoint(1, 0.5, 1), new LabelledPoint(-2, 0.5, -1)));
    model.epsilon().set(0.5);
    SvmSolution solution = settled();
    assertTrue(solution.adversarial().separable());
    assertEquals(0, solution.belonging());
    assertTrue(solution.isSamePlane());
    assertEquals(-0.5, SvmSolution.offset(solution.adversarial().model()), 1e-5);
    assertTrue(SvmText.words(solution).contains("hard-margin"));
  }

  @Test
  void tooLargeABudgetLeavesNoPlane() throws Exception {
    model
        .cloud()
        .points()
        .set(List.of(new LabelledPoint(0.2, 0, 1), new LabelledPoint(-0.2, 0, -1)));
    model.epsilon().set(1.5);
    SvmSolution solution = settled();
    assertFalse(solution.hasPlanes());
    assertEquals(Double.POSITIVE_INFINITY, solution.belonging());
    assertEquals("∞", SvmText.number(solution.belonging()));
    assertTrue(SvmText.words(solution).contains("too large"));
  }

  @Test
  void oneClassAloneHasNoPlane() {
    model.cloud().points().set(List.of(new LabelledPoint(1, 1, 1)));
    assertNull(model.solution().get());
    fx.settle();
    assertNull(model.solution().get(), "an older solution must not come back");
    assertTrue(SvmText.words(null).contains("other class"));
    assertEquals(1, SvmDrawing.machine(model.input().get(), null).toTable().rows().size());
  }
}
