package epsilonlab.ui.photo;

import epsilonlab.photo.PhotoResult;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.FolderExport;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.TabColumns;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.generate.run.Refresh;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The layout of the Photo tab: choose, see, read. */
final class PhotoView {
  private final LabServices services;
  private final PhotoViewModel model;
  private final ObjectBinding<FigureTheme> theme;
  private final SeePane see;
  private final TabColumns root;
  private final TabParts parts;
  private final Refresh refresh;

  PhotoView(LabServices services, PhotoViewModel model) {
    this.services = services;
    this.model = model;
    theme = Parts.theme(services.state());
    see = new SeePane(services, model, theme);
    root = new TabColumns(services.state(), choose(), see, new ReadPane(services, model, theme));
    root.getStylesheets().add(sheet());
    root.addEventHandler(DragEvent.DRAG_OVER, PhotoView::dragOver);
    root.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    parts = PhotoParts.of(model, root);
    refresh = new Refresh(model::tick);
  }

  static String sheet() {
    return Objects.requireNonNull(PhotoView.class.getResource("/epsilonlab/ui/css/photo.css"))
        .toExternalForm();
  }

  /** Where on the tab things are. */
  TabParts parts() {
    return parts;
  }

  Node root() {
    return root;
  }

  void shown() {
    refresh.shown();
  }

  void hidden() {
    refresh.hidden();
  }

  void export() {
    PhotoResult result = model.result().get();
    if (result != null) {
      new FolderExport(
              model.session(), services.dialogs(), ExportPorts.notices(services.messages()))
          .ask("photo", out -> PhotoExport.fill(out, result));
    }
  }

  private VBox choose() {
    Region spare = new Region();
    VBox.setVgrow(spare, Priority.ALWAYS);
    VBox column =
        new VBox(
            16,
            new SamplesPane(services, model),
            new NetworkPane(services, model),
            new AttackPane(model, theme),
            spare,
            button());
    column.getStyleClass().add("photo-choose");
    return column;
  }

  private Button button() {
    Button button = new Button();
    button.setId("photo-primary");
    button.getStyleClass().add("primary-button");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setOnAction(event -> model.startOrStop());
    button.disableProperty().bind(model.before().isNull());
    Runnable dress =
        () -> {
          boolean running = model.running().get();
          button.setText(running ? "Stop" : "Attack this photo");
          Region sign = new Region();
          sign.getStyleClass().addAll("player-shape", running ? "shape-stop" : "shape-play");
          button.setGraphic(sign);
          Parts.say(
              button,
              running
                  ? "Ends the attack (Space, Esc)."
                  : "Attacks the photo with what is chosen above (Space).");
        };
    model.running().addListener((property, before, now) -> dress.run());
    dress.run();
    return button;
  }

  private static void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    drop(event.getDragboard().getFiles());
    event.setDropCompleted(true);
    event.consume();
  }

  // the first network, which its ending tells, and the first other file, which may be a picture
  private void drop(List<File> files) {
    // the dialog must not open while the drag is still going on
    files.stream()
        .filter(PhotoView::isNetwork)
        .findFirst()
        .ifPresent(file -> services.fx().execute(() -> model.networks().open(file.toPath())));
    files.stream()
        .filter(file -> !isNetwork(file))
        .findFirst()
        .ifPresent(file -> model.photos().open(file.toPath()));
  }

  private static boolean isNetwork(File file) {
    String name = file.getName().toLowerCase(Locale.ROOT);
    return name.endsWith(".pt") || name.endsWith(".pth");
  }
}
