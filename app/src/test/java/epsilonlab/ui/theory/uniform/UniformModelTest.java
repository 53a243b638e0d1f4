package epsilonlab.ui.theory.uniform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.theory.uniform.BiasJob;
import epsilonlab.theory.uniform.BiasSimulation;
import epsilonlab.theory.uniform.UniformLikelihood;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UniformModelTest {
  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private UniformModel model;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    model = new UniformModel(services.session());
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  @Test
  void theGuessIsJudgedByTheLikelihood() {
    UniformLikelihood likelihood = model.state().get().likelihood();
    double low = likelihood.smallest();
    double high = likelihood.largest();
    assertTrue(low >= 0 && high <= 1);
    model.guessTheBest();
    assertEquals(1, model.state().get().relative(), 1e-12);
    assertTrue(UniformText.words(model.state().get()).contains("most likely"));
    // twice as long: 2^-n
    model.guess().set(new Point2D(low, low + 2 * (high - low)));
    assertEquals(Math.pow(2, -6), model.state().get().relative(), 1e-12);
    model.guess().set(new Point2D(low + 1e-9, high));
    assertTrue(model.state().get().isImpossible());
    assertTrue(UniformText.words(model.state().get()).contains("impossible"));
    model.guess().set(new Point2D(2, 1));
    assertTrue(model.state().get().isImpossible(), "a beyond b");
  }

  @Test
  void moreDrawsBeginWithTheSameAndAnotherSampleIsAnother() {
    double[] six = model.state().get().likelihood().draws();
    model.count().set(20);
    double[] twenty = model.state().get().likelihood().draws();
    assertEquals(20, twenty.length);
    assertTrue(Arrays.equals(six, Arrays.copyOf(twenty, 6)));
    model.drawAgain();
    assertNotEquals(twenty[0], model.state().get().likelihood().draws()[0]);
  }

  @Test
  void theBiasIsSimulatedSizeBySize() throws Exception {
    model.simulateOrStop();
    assertTrue(model.job().running().get());
    fx.until("the end", () -> !model.job().running().get());
    TreeSet<Integer> sizes = new TreeSet<>(BiasJob.USUAL_SIZES);
    sizes.add(6);
    assertEquals(List.copyOf(sizes), model.bias().get().stream().map(BiasSimulation::n).toList());
    for (BiasSimulation one : model.bias().get()) {
      double bias = 1.0 / (one.n() + 1);
      assertEquals(bias, one.smallest().mean(), 5 * one.smallest().standardError());
    }
    model.simulateOrStop();
    assertTrue(model.bias().get().isEmpty());
    model.simulateOrStop();
    assertFalse(model.job().running().get());
    int rows = UniformDrawing.bias(model.bias().get(), 6).toTable().rows().size();
    assertEquals(99, rows, "the formula alone");
  }

  @Test
  void theSurfaceNamesWhatMatters() {
    var rows = UniformDrawing.surface(model.state().get()).toTable().rows();
    assertTrue(rows.stream().anyMatch(row -> row.get(1).equals("most likely")));
    assertEquals(6, rows.stream().filter(row -> row.get(1).equals("draw")).count());
  }
}
