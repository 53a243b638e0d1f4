package epsilonlab.ui;

import epsilonlab.ui.component.ExportNotices;
import epsilonlab.ui.component.FileChooserPort;
import java.util.List;
import java.util.Locale;

/** Lets figures and tables ask for files and tell how it went, by way of the window's services. */
public final class ExportPorts {
  private ExportPorts() {}

  /** Asks with the window's own dialogs. */
  public static FileChooserPort files(Dialogs dialogs) {
    return (name, extension) ->
        dialogs.chooseFileToSave(
            "Save " + name,
            name + "." + extension,
            List.of(new FileType(extension.toUpperCase(Locale.ROOT), List.of("*." + extension))));
  }

  /** Tells with the window's own messages. */
  public static ExportNotices notices(Messages messages) {
    return new ExportNotices() {
      @Override
      public void done(String sentence) {
        messages.success(sentence);
      }

      @Override
      public void failed(String sentence) {
        messages.error(sentence);
      }
    };
  }
}
