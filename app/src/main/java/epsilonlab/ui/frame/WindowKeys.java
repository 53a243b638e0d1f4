package epsilonlab.ui.frame;

import epsilonlab.ui.Shortcut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The window's own keys with what they do, and the lines of the help about those that work. */
final class WindowKeys {
  private static final Shortcut EXPORT = new Shortcut("Ctrl+E", "Export what the tab shows");

  private final List<Command> commands;
  private final LabWindow window;
  private final boolean kiosk;
  private final int tabs;

  /**
   * A key.
   *
   * @param inKiosk whether it works where anyone may touch the window
   */
  private record Command(
      KeyCombination keys, Runnable action, Optional<Shortcut> line, boolean inKiosk) {}

  /**
   * @param kiosk whether anyone may touch the window, which leaves few of them
   * @param tabs how many tabs there are
   */
  WindowKeys(LabWindow window, boolean kiosk, int tabs) {
    this.window = window;
    this.kiosk = kiosk;
    this.tabs = tabs;
    commands =
        List.of(
            inKiosk(key(KeyCode.F1), window::toggleHelp, "F1", "Show or hide this help"),
            own(key(KeyCode.F11), window::togglePresenter, "F11", "Presenter mode: full screen"),
            inKiosk(ctrl(KeyCode.L), window::toggleLessons, "Ctrl+L", "Choose a lesson"),
            own(ctrl(KeyCode.M), window::toggleLecture, "Ctrl+M", "Prepared moments of a lecture"),
            own(ctrl(KeyCode.O), () -> window.capsules().open(), "Ctrl+O", "Open a capsule"),
            own(
                ctrlShift(KeyCode.S),
                () -> window.capsules().save(),
                "Ctrl+Shift+S",
                "Save a capsule"),
            own(ctrlShift(KeyCode.R), window::resetDesk, "Ctrl+Shift+R", "Reset to a clean desk"),
            own(ctrl(KeyCode.E), window::export, EXPORT.keys(), EXPORT.what()),
            own(
                ctrlShift(KeyCode.E),
                window::openReport,
                "Ctrl+Shift+E",
                "The report: what was added with “Add to report”"),
            // not for visitors to read
            new Command(ctrlShift(KeyCode.Q), window::closeKiosk, Optional.empty(), true));
  }

  private static Command inKiosk(KeyCombination keys, Runnable action, String name, String what) {
    return new Command(keys, action, Optional.of(new Shortcut(name, what)), true);
  }

  private static Command own(KeyCombination keys, Runnable action, String name, String what) {
    return new Command(keys, action, Optional.of(new Shortcut(name, what)), false);
  }

  private static KeyCombination key(KeyCode code) {
    return new KeyCodeCombination(code);
  }

  private static KeyCombination ctrl(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  private static KeyCombination ctrlShift(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  }

  private boolean works(Command command) {
    return !kiosk || command.inKiosk();
  }

  /** What a key asks for, if it is one of these. */
  Optional<Runnable> of(KeyEvent event) {
    return commands.stream()
        .filter(command -> works(command) && command.keys().match(event))
        .map(Command::action)
        .findFirst();
  }

  /** The lines of the help. */
  List<Shortcut> lines() {
    List<Shortcut> lines = new ArrayList<>();
    if (tabs > 1) {
      lines.add(new Shortcut("Ctrl+1 … Ctrl+" + tabs, "Go to a tab"));
    }
    commands.stream().filter(this::works).forEach(each -> each.line().ifPresent(lines::add));
    if (!kiosk || !window.lecture().model().moments().isEmpty()) {
      lines.add(new Shortcut("PgDn, PgUp", "While presenting: next moment, moment before"));
      lines.add(new Shortcut("B, space", "While presenting: uncover"));
    }
    lines.add(new Shortcut("Esc", "Close what is open, or cancel the running job"));
    return lines;
  }

  /** Those of a tab's own lines that hold here: what the window does not export, no tab does. */
  List<Shortcut> lines(List<Shortcut> ofTab) {
    return ofTab.stream().filter(line -> !kiosk || !line.keys().equals(EXPORT.keys())).toList();
  }
}
