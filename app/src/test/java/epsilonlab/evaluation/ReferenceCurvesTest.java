package epsilonlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Target;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.job.JobContext;
import epsilonlab.model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accuracy against epsilon on PyTorch's weights is PyTorch's. */
class ReferenceCurvesTest {
  @ParameterizedTest
  @ValueSource(strings = {"logistic", "mlp", "small-cnn"})
  void curvesAreThoseOfPyTorch(String model) throws Exception {
    assertCurves(model);
  }

  @Test
  @Tag("full")
  void theCurvesOfLeNetAreThoseOfPyTorch() throws Exception {
    assertCurves("lenet");
  }

  private static void assertCurves(String model) throws Exception {
    Attack iterated = Attacks.get("iterated-fgsm");
    List<AttackPlan> plans =
        List.of(
            AttackPlan.defaults(Attacks.get("fgsm"), 0),
            new AttackPlan(
                iterated, AttackSettings.of(iterated, Map.of("steps", 5.0)), Target.NONE, 0));
    List<Double> epsilons = Reference.epsilons();
    try (Compute compute = Compute.start(DeviceChoice.CPU, 2)) {
      List<CurveJob.Point> points = new ArrayList<>();
      List<Curve> curves =
          new CurveJob(
                  compute,
                  List.of(Reference.classifier(compute, model)),
                  plans,
                  Reference.mnistTest(1000),
                  epsilons,
                  "curves")
              .run(JobContext.of(points::add));
      assertEquals(2, curves.size());
      assertEquals(2 * epsilons.size(), points.size());
      for (int c = 0; c < 2; c++) {
        assertEquals(plans.get(c).attack().id(), curves.get(c).attack());
        var expected =
            Reference.facts(model).getAsJsonArray(c == 0 ? "fgsm_1000" : "iterated_fgsm_k5_1000");
        for (int e = 0; e < epsilons.size(); e++) {
          assertEquals(epsilons.get(e), curves.get(c).epsilon().get(e));
          assertEquals(
              expected.get(e).getAsDouble(),
              curves.get(c).accuracy().get(e),
              0.003 + 1e-9,
              curves.get(c).attack() + " at " + epsilons.get(e));
          CurveJob.Point point = points.get(c * epsilons.size() + e);
          assertEquals(curves.get(c).accuracy().get(e), point.accuracy());
        }
      }
    }
  }
}
