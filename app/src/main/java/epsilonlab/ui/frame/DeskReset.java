package epsilonlab.ui.frame;

import epsilonlab.desk.CleanDesk;
import epsilonlab.desk.DeskSettings;
import epsilonlab.settings.Home;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.capsule.CapsuleDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Resets the lab to a clean desk, after a question, and offers the way back. */
final class DeskReset {
  private static final String QUESTION = "Reset the lab to a clean desk?";
  private static final String DETAIL =
      "Settings, models and answers to lessons are moved aside, not deleted: Undo brings them back."
          + " What is still computing is cancelled.";

  private final LabServices services;

  DeskReset(LabServices services) {
    this.services = services;
  }

  /** Asks, and resets. */
  void ask() {
    if (services.state().restart().get() == null || services.state().isKiosk()) {
      return;
    }
    Home home = services.session().home();
    Optional<Path> desk = Optional.of(home.deskFile()).filter(Files::exists);
    String lesson = services.session().settings().get(DeskSettings.LESSON);
    switch (services
        .dialogs()
        .choose(QUESTION, DETAIL, List.of("Reset", "Reset to a capsule…", "Keep everything"))) {
      case 0 -> reset(home, desk, Optional.of(lesson).filter(id -> !id.isEmpty()));
      case 1 ->
          services
              .dialogs()
              .chooseFileToOpen("Reset to a capsule", CapsuleDesk.FILES)
              .ifPresent(file -> reset(home, Optional.of(file), Optional.empty()));
      default -> {
        // everything is kept
      }
    }
  }

  private void reset(Home home, Optional<Path> file, Optional<String> lesson) {
    services
        .state()
        .restart()
        .get()
        .anew(
            () -> CleanDesk.reset(home, file, lesson),
            (fresh, done) -> {
              done.troubles().forEach(fresh.messages()::error);
              fresh
                  .messages()
                  .info(
                      "The desk is clean; what was there is in " + done.aside() + ".",
                      "Undo",
                      () -> undo(home, fresh));
            });
  }

  private static void undo(Home home, LabServices now) {
    now.state()
        .restart()
        .get()
        .anew(
            () -> CleanDesk.undo(home),
            (fresh, aside) -> fresh.messages().info("Everything is as it was."));
  }
}
