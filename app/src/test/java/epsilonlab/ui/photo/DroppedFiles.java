package epsilonlab.ui.photo;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/**
 * Events as the desktop sends them when files are dragged over a window and dropped. No robot can
 * drag from outside, so a drag board is made by hand.
 */
final class DroppedFiles {
  private DroppedFiles() {}

  /** An event at the middle of a node. */
  static DragEvent event(EventType<DragEvent> type, Node target, Path... files) {
    Bounds at = target.localToScreen(target.getBoundsInLocal());
    return new DragEvent(
        null,
        target,
        type,
        board(Arrays.stream(files).map(Path::toFile).toList()),
        at.getWidth() / 2,
        at.getHeight() / 2,
        at.getCenterX(),
        at.getCenterY(),
        TransferMode.COPY,
        null,
        null,
        null);
  }

  private static Dragboard board(List<File> files) {
    TKClipboard desktop =
        (TKClipboard)
            Proxy.newProxyInstance(
                DroppedFiles.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "hasContent" -> arguments[0].equals(DataFormat.FILES);
                      case "getContent" -> arguments[0].equals(DataFormat.FILES) ? files : null;
                      case "getContentTypes" -> Set.of(DataFormat.FILES);
                      case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                      case "putContent" -> false;
                      case "hashCode" -> 1;
                      default -> null;
                    });
    try {
      Constructor<Dragboard> constructor =
          Dragboard.class.getDeclaredConstructor(TKClipboard.class);
      constructor.setAccessible(true);
      return constructor.newInstance(desktop);
    } catch (ReflectiveOperationException other) {
      throw new AssertionError("another JavaFX makes drag boards in another way", other);
    }
  }
}
