package epsilonlab.ui.theory.pca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.theory.pca.EigenDigits;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.TestServices;
import epsilonlab.ui.theory.page.LabelledPoint;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PcaModelTest {
  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private PcaModel model;

  @BeforeEach
  void open() {
    services = TestServices.with(fx, new TestDialogs());
    model = new PcaModel(services.session().settings());
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  /** Four points, far along the diagonal and near across it: by hand. */
  @Test
  void anExampleByHand() {
    model
        .cloud()
        .points()
        .set(
            List.of(
                new LabelledPoint(2, 2, 1),
                new LabelledPoint(0, 0, 1),
                new LabelledPoint(1.5, 0.5, 1),
                new LabelledPoint(0.5, 1.5, 1)));
    model.angle().set(0);
    PcaState state = model.state().get();
    assertEquals(1, state.meanX(), 1e-12);
    assertEquals(45, state.bestDegrees(), 1e-9);
    assertEquals(2, state.most(), 1e-12, "twice the root of 2, squared, is 4");
    assertEquals(Math.sqrt(2.5), state.spread(), 1e-12);
    assertEquals(5, Math.pow(state.spread(), 2) + Math.pow(state.error(), 2), 1e-12);
    model.turnToTheBest();
    assertEquals(45, model.angle().get());
    assertEquals(1, model.state().get().share(), 1e-12);
    assertTrue(PcaText.words(model.state().get()).contains("the best direction"));
  }

  @Test
  void noAngleIsAboveTheBest() {
    for (int degrees = 0; degrees < 180; degrees++) {
      model.angle().set(degrees);
      PcaState state = model.state().get();
      assertTrue(state.spread() <= state.most() + 1e-12);
      assertEquals(state.spread(), state.spreadAt(degrees), 1e-12);
    }
  }

  @Test
  void draggingTheTipTurnsTheDirection() {
    PcaState before = model.state().get();
    DirectionHandle handle = new DirectionHandle(model);
    handle.moveTo(before.meanX(), before.meanY() + 1);
    assertEquals(90, model.angle().get());
    assertEquals(before.meanX(), handle.x(), 1e-9);
    handle.moveTo(before.meanX() - 3, before.meanY() - 3);
    assertEquals(45, model.angle().get(), "a direction and its opposite are the same");
    handle.moveTo(before.meanX(), before.meanY());
    assertEquals(45, model.angle().get());
  }

  @Test
  void onePointHasNoDirection() {
    model.cloud().points().set(List.of(new LabelledPoint(0, 0, 1)));
    assertNull(model.state().get());
    assertTrue(PcaText.words((PcaState) null).contains("Two points"));
    assertNotNull(PcaDrawing.points(model.cloud().points().get(), null));
    assertNotNull(PcaDrawing.spread(null));
    model.turnToTheBest();
  }

  @Test
  void pointsAtOnePlaceHaveNoSpreadAnywhere() {
    LabelledPoint point = new LabelledPoint(1, 1, 1);
    model.cloud().points().set(List.of(point, point, point));
    assertEquals(0, model.state().get().most());
    assertEquals(1, model.state().get().share());
  }

  @Test
  void aRebuiltDigitComesNearerWithMoreComponents() {
    // the pixels themselves as components, the brightest first
    float[][] components = new float[784][784];
    IntStream.range(0, 784).forEach(k -> components[k][k] = 1);
    double[] variances = new double[784];
    variances[0] = 3;
    variances[1] = 1;
    EigenDigits digits =
        new EigenDigits(
            new double[784], variances, components, new double[785], new double[785], 1);
    float[] image = new float[784];
    image[0] = 1;
    image[4] = 0.5f;
    Reconstruction found = Reconstruction.of(digits, image, 3);
    assertEquals(3, found.pieces().get(0).k());
    assertEquals(0.25 / 784, found.pieces().get(0).error(), 1e-12);
    assertEquals(0, found.pieces().get(2).error(), 1e-12, "5 components reach the pixel");
    assertEquals(1, found.pieces().get(0).image()[0]);
    assertTrue(PcaText.words(digits, 1).contains("75.0 %"));
  }
}
