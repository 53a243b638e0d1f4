package epsilonlab.ui.generate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TypedFormTest {
  private static final TypedField LAYERS =
      TypedField.of("test.layers", "256, 512", "list of hidden layers", "sizes such as 256, 512");
  private static final TypedField RATE =
      TypedField.of("test.rate", "0.001", "learning rate", "a number above 0");

  private final LabServices services = SessionServices.with(new QueuedFx(), new TestDialogs());
  private final TypedForm form = new TypedForm(services.session(), LAYERS, RATE);

  @AfterEach
  void close() {
    services.jobs().close();
  }

  @Test
  void readsListsAsPeopleTypeThem() {
    assertEquals(List.of(256, 512), form.wholes(LAYERS));
    form.text(LAYERS).set(" 7;8 9,10 ");
    assertEquals(List.of(7, 8, 9, 10), form.wholes(LAYERS));
    form.text(LAYERS).set("12, many");
    String said = assertThrows(LabException.class, () -> form.wholes(LAYERS)).getMessage();
    assertEquals(
        "The list of hidden layers is “12, many”, but must be sizes such as 256, 512.", said);
    assertTrue(LAYERS.isBlamedBy(said));
    assertFalse(RATE.isBlamedBy(said));
    form.text(LAYERS).set(" , ");
    assertTrue(
        assertThrows(LabException.class, () -> form.wholes(LAYERS))
            .getMessage()
            .startsWith("The list of hidden layers is missing"));
  }

  @Test
  void remembersWhatWasRightAndSharesTheSeed() {
    form.text(RATE).set("0,02");
    assertEquals(0.02, form.decimal(RATE));
    form.seedText().set("17");
    form.remember();
    assertEquals(17, services.session().seed().get());
    TypedForm again = new TypedForm(services.session(), LAYERS, RATE);
    assertEquals("0,02", again.text(RATE).get());
    assertEquals("17", again.seedText().get());
    services.session().seed().set(3);
    assertEquals("3", form.seedText().get(), "follows what other tabs type");
  }
}
