package epsilonlab.ui.theory.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.report.figure.ColumnChanges;
import epsilonlab.report.figure.LineChart;
import epsilonlab.theory.Vectors;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.TestServices;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegressionModelTest {
  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private RegressionModel model;

  @BeforeEach
  void open() {
    services = TestServices.with(fx, new TestDialogs());
    model = new RegressionModel(services.session());
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private RegressionState at(double lambda) throws Exception {
    model.lambda().set(lambda);
    fx.until(
        "the state at " + lambda,
        () -> model.state().get() != null && model.state().get().lambda() == lambda);
    return model.state().get();
  }

  @Test
  void theWorstChangeReachesTheObjectiveAndNoOtherDoes() throws Exception {
    for (double lambda : new double[] {0.5, 1.5, 2.5}) {
      RegressionState state = at(lambda);
      assertEquals(
          state.residual() + lambda * Vectors.absoluteSum(state.beta()), state.lasso(), 1e-12);
      assertEquals(state.lasso(), state.attained(), 1e-12);
      assertEquals(state.lasso(), state.ascent(), 1e-9);
      assertTrue(state.random() < state.lasso());
      for (double[] column : state.worst()) {
        assertTrue(Vectors.length(column) <= lambda + 1e-12);
      }
    }
  }

  @Test
  void coefficientsLeaveOneByOne() throws Exception {
    int few = at(2.3).used();
    int all = at(0).used();
    assertEquals(6, all);
    assertTrue(few < all && few > 0, few + " coefficients");
    double most = model.problem().get().path().largestLambda();
    assertTrue(most < RegressionModel.MOST_LAMBDA);
    RegressionState none = at(RegressionModel.MOST_LAMBDA);
    assertEquals(0, none.used());
    assertEquals(Vectors.length(model.problem().get().data().y()), none.lasso(), 1e-12);
    assertTrue(RegressionText.words(none).contains("no feature"));
  }

  @Test
  void theChartShowsThePath() throws Exception {
    at(1);
    LineChart chart = RegressionFigures.path(model.problem().get());
    List<List<Object>> rows = chart.toTable().rows();
    double[] beta = model.problem().get().path().at(1);
    List<Object> atOne =
        rows.stream().filter(row -> ((Double) row.get(0)) == 1.0).findFirst().orElseThrow();
    for (int j = 0; j < beta.length; j++) {
      assertEquals(beta[j], (Double) atOne.get(j + 1), 1e-12);
    }
    ColumnChanges worst = RegressionFigures.worst(model.state().get());
    assertEquals(20, worst.toTable().rows().size());
    assertEquals(
        model.state().get().worst()[1][4], (Double) worst.toTable().rows().get(4).get(2), 0);
  }

  @Test
  void otherDataAreRemembered() throws Exception {
    RegressionState before = at(1);
    model.drawAgain();
    fx.until("other data", () -> model.state().get() != before);
    assertNotEquals(before.lasso(), model.state().get().lasso());
    RegressionModel again = new RegressionModel(services.session());
    fx.until("the same data", () -> again.state().get() != null);
    assertEquals(model.state().get().lasso(), again.state().get().lasso());
  }
}
