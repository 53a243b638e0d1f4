package epsilonlab.ui.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.settings.Home;
import epsilonlab.settings.Settings;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StudentNameTest {
  private final TestDialogs dialogs = new TestDialogs();
  private final LabServices services = SessionServices.with(new QueuedFx(), dialogs);

  @Test
  void theNameIsRememberedAndMayBeEmpty() {
    dialogs.text = Optional.of("Ada Lovelace");
    assertTrue(StudentName.ask(services));
    assertTrue(StudentName.byline(services).words().startsWith("Ada Lovelace, "));
    dialogs.text = Optional.of("");
    assertTrue(StudentName.ask(services));
    assertEquals("", StudentName.byline(services).student());
  }

  @Test
  void whoThinksBetterOfItKeepsTheNameAndHandsNothingIn() {
    dialogs.text = Optional.of("Ada");
    StudentName.ask(services);
    dialogs.text = Optional.empty();
    assertFalse(StudentName.ask(services));
    assertEquals("Ada", StudentName.byline(services).student());
  }

  @Test
  void aKioskNeitherAsksNorShows() {
    StudentName.remember(services, "Ada");
    LabServices kiosk = services.forKiosk();
    dialogs.text = Optional.of("Grace");
    assertTrue(StudentName.ask(kiosk));
    assertEquals("", StudentName.byline(kiosk).student());
    assertEquals("Ada", services.session().settings().get(StudentName.NAME), "nothing was typed");
  }

  @Test
  void aLongTextIsCutToWhatTheSettingTakes() {
    StudentName.remember(services, "x".repeat(5000));
    assertEquals(200, StudentName.byline(services).student().length());
    Home home = services.session().home();
    services.session().settings().save();
    assertEquals(200, Settings.load(home).get(StudentName.NAME).length());
  }
}
