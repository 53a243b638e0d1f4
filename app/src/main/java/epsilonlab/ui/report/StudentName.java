package epsilonlab.ui.report;

import epsilonlab.report.handin.Byline;
import epsilonlab.settings.Setting;
import epsilonlab.ui.LabServices;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The name that stands on reports: asked for where one is handed in, remembered until the desk is
 * reset, and neither asked for nor shown in a kiosk. Belongs to the FX thread.
 */
public final class StudentName {
  private static final int LONGEST = 200;

  /** The name; empty for none. */
  static final Setting<String> NAME =
      Setting.of("report.student", String.class, "").where(name -> name.length() <= LONGEST);

  private StudentName() {}

  /** Who hands a report in today. */
  public static Byline byline(LabServices services) {
    String name = services.state().isKiosk() ? "" : services.session().settings().get(NAME);
    return new Byline(name, LocalDate.now());
  }

  /**
   * Asks for the name; none is a good answer.
   *
   * @return false when the user thinks better of it
   */
  public static boolean ask(LabServices services) {
    if (services.state().isKiosk()) {
      return true;
    }
    Optional<String> answer =
        services
            .dialogs()
            .askLine(
                "Your name on the report",
                "Name (may be left empty)",
                services.session().settings().get(NAME));
    answer.ifPresent(name -> remember(services, name));
    return answer.isPresent();
  }

  static void remember(LabServices services, String name) {
    services
        .session()
        .settings()
        .set(NAME, name.length() <= LONGEST ? name : name.substring(0, LONGEST));
  }
}
