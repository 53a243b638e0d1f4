package epsilonlab.ui.theory.discriminator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.theory.discriminator.CellDensity;
import epsilonlab.theory.discriminator.DiscriminatorJob;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.TestServices;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscriminatorModelTest {
  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private DiscriminatorModel model;

  @BeforeEach
  void open() {
    services = TestServices.with(fx, new TestDialogs());
    model = new DiscriminatorModel(services.session());
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private static double area(DrawnDensity density) {
    double sum = 0;
    double h = 1e-3;
    for (double x = DrawnDensity.FROM + h / 2; x < DrawnDensity.TO; x += h) {
      assertTrue(density.at(x) >= 0, "below 0 at " + x);
      sum += h * density.at(x);
    }
    return sum;
  }

  @Test
  void whatIsDrawnStaysADensityThroughItsDots() {
    DrawnDensity density = model.real().get();
    assertEquals(1, area(density), 1e-6);
    for (int knot : new int[] {0, 5, 9, 16}) {
      density = density.with(knot, 0.31);
      assertEquals(0.31, density.heights().get(knot), 1e-12);
      assertEquals(0.31, density.at(DrawnDensity.knot(knot)), 1e-12);
      assertEquals(1, area(density), 1e-6);
    }
    density = density.with(5, -3);
    assertEquals(0, density.heights().get(5));
    density = density.with(8, 7);
    assertEquals(DrawnDensity.HIGHEST, density.heights().get(8), 1e-12);
    assertTrue(DrawnDensity.isSound(density.heights()));
    assertFalse(DrawnDensity.isSound(Collections.nCopies(DrawnDensity.KNOTS, 0.0)));
    CellDensity cells = density.cells();
    assertEquals(density.at(cells.middle(70)), cells.height(70), 2e-3);
  }

  @Test
  void noDotLeavesTheDrawingWhenOthersAreDrawnDown() {
    DrawnDensity density = model.real().get();
    for (int knot = 0; knot < DrawnDensity.KNOTS; knot++) {
      density = density.with(knot, 0);
    }
    assertTrue(density.heights().stream().allMatch(h -> h <= DrawnDensity.HIGHEST + 1e-6));
    assertEquals(1, area(density), 1e-6);
  }

  @Test
  void drawingOneChangesOnlyThatOneAndIsRemembered() {
    DrawnDensity real = model.real().get();
    assertTrue(model.drawsGenerated().get());
    KnotHandle handle = new KnotHandle(model, 6);
    handle.moveTo(99, 0.4);
    assertEquals(0.4, handle.y(), 1e-12);
    assertEquals(-1, handle.x());
    assertEquals(real, model.real().get());
    assertEquals(0.4, model.generated().get().heights().get(6), 1e-12);
    model.drawsGenerated().set(false);
    handle.moveTo(0, 0.1);
    assertEquals(0.1, model.real().get().heights().get(6), 1e-12);
    DiscriminatorModel again = new DiscriminatorModel(services.session());
    assertEquals(0.1, again.real().get().heights().get(6), 1e-9);
    again.reset();
    assertEquals(real, again.real().get());
  }

  @Test
  void equalDensitiesCannotBeToldApart() {
    model.makeEqual();
    assertEquals(-Math.log(4), model.game().get().bestValue(), 1e-12);
    assertEquals(0.5, DiscriminatorText.right(model.game().get()), 1e-12);
    assertTrue(DiscriminatorText.words(model.game().get()).contains("only guesses"));
  }

  @Test
  void aTrainedOneComesNearAndIsForgottenWithItsDensities() throws Exception {
    model.trainOrStop();
    assertTrue(model.job().running().get());
    fx.until("the end of the training", () -> !model.job().running().get());
    DiscriminatorJob.State end = model.trained().get();
    assertNotNull(end);
    assertEquals(DiscriminatorJob.USUAL_STEPS, end.steps());
    double best = model.game().get().bestValue();
    assertTrue(end.value() <= best && end.value() > best - 0.05, end.value() + " and " + best);
    assertTrue(
        DiscriminatorDrawing.discriminator(model.game().get(), end).toTable().rows().stream()
            .anyMatch(row -> row.get(1).equals("trained")));
    new KnotHandle(model, 3).moveTo(0, 0.3);
    assertNull(model.trained().get());
  }
}
