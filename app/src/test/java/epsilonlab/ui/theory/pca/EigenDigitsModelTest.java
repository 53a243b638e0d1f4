package epsilonlab.ui.theory.pca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EigenDigitsModelTest {
  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private EigenDigitsModel model;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    model = new EigenDigitsModel(services.session());
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  @Test
  void componentsAreFoundAndADigitFollowsTheSlider() throws Exception {
    model.find();
    assertFalse(model.job().running().get(), "nothing to find without digits");
    services.session().useData(SyntheticDigits.generate(8, 300, 10));
    model.find();
    fx.until("the components", () -> model.digits().get() != null);
    fx.until("a rebuilt digit", () -> model.reconstruction().get() != null);
    model.kept().set(7.4);
    assertEquals(7, model.kept().get());
    assertEquals("7", model.kept().text());
    fx.until("seven components", () -> model.reconstruction().get().pieces().get(0).k() == 7);
    double seven = model.reconstruction().get().pieces().get(0).error();
    model.kept().set(784);
    fx.until("all components", () -> model.reconstruction().get().pieces().get(0).k() == 784);
    assertTrue(model.reconstruction().get().pieces().get(0).error() < 1e-6);
    assertTrue(seven > 1e-3);
    float[] first = model.reconstruction().get().original();
    model.next();
    fx.until("another digit", () -> model.reconstruction().get().original() != first);
    assertEquals(10, EigenDigitsFigures.components(model.digits().get()).tiles().size());

    services.session().useData(SyntheticDigits.generate(9, 30, 10));
    assertNull(model.digits().get(), "other data, other components");
    assertNull(model.reconstruction().get());
  }
}
