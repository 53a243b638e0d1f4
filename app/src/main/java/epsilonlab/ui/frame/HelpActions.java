package epsilonlab.ui.frame;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** What the help leads to, besides what it explains; a kiosk has none of it. */
final class HelpActions {
  private HelpActions() {}

  static List<HelpCard.Action> of(LabWindow window) {
    return List.of(
        new HelpCard.Action(
            "help-lessons",
            Feather.CLIPBOARD,
            "Choose a lesson",
            "Lists the lessons: predict, then look (Ctrl+L)",
            window::toggleLessons),
        new HelpCard.Action(
            "help-moments",
            Feather.BOOKMARK,
            "Prepared moments",
            "Prepares a lecture: views of the lab to step through with a remote (Ctrl+M)",
            window::toggleLecture),
        new HelpCard.Action(
            "help-open",
            Feather.FOLDER,
            "Open capsule…",
            "Sets the lab to the state in a capsule (Ctrl+O)",
            () -> window.closeAnd(() -> window.capsules().open())),
        new HelpCard.Action(
            "help-save",
            Feather.SAVE,
            "Save capsule…",
            "Keeps the state of the lab, with the models, in one file (Ctrl+Shift+S)",
            () -> window.closeAnd(() -> window.capsules().save())),
        new HelpCard.Action(
            "help-reset",
            Feather.REFRESH_CCW,
            "Reset to a clean desk…",
            "Moves settings, models and answers aside, after a question (Ctrl+Shift+R)",
            () -> window.closeAnd(window::resetDesk)));
  }
}
