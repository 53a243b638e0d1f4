package epsilonlab.ui.photo;

import epsilonlab.photo.Normalization;
import epsilonlab.photo.PhotoNetwork;
import epsilonlab.ui.FileType;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The network, how it wants colours, and the names of its classes. */
final class NetworkPane extends VBox {
  private static final String FILES =
      "The classifier, a TorchScript file; you are asked once for each file if its code may run.";

  private final LabServices services;
  private final NetworkChoice choice;
  private final ComboBox<Path> files;
  private boolean showing;

  NetworkPane(LabServices services, PhotoViewModel model) {
    super(8);
    this.services = services;
    this.choice = model.networks();
    setMinHeight(USE_PREF_SIZE);
    Label count = Parts.label("", "remark");
    HBox title = new HBox(Parts.label("Network", "section-title"), Parts.spring(), count);
    title.setAlignment(Pos.CENTER_LEFT);
    files = Parts.box(List.of(), path -> path.getFileName().toString(), FILES);
    choice
        .network()
        .addListener(
            (property, before, now) -> {
              count.setText(now == null ? "" : size(now));
              Parts.say(files, FILES + (now == null ? "" : weights(now)));
            });
    files.setId("photo-network");
    files.setPromptText("Choose a network …");
    HBox.setHgrow(files, Priority.ALWAYS);
    Button folder =
        Parts.iconButton(Feather.FOLDER, "Open a network file (.pt)", () -> ask(services, model));
    folder.setId("photo-network-open");
    folder.getStyleClass().setAll("button", "boxed-icon-button");
    Button recipe =
        Parts.iconButton(
            Feather.COPY,
            "Copies a line of Python that makes a network file",
            () -> EmptyPane.copy(services));
    recipe.setId("photo-copy-recipe");
    HBox row = new HBox(8, files, folder, recipe);
    files.setButtonCell(new Name());
    getChildren().addAll(title, row, colours(), names(), Parts.complaint(choice.complaint()));
    choice.known().addListener((ListChangeListener<Path>) change -> fill());
    choice.path().addListener((property, before, now) -> fill());
    files
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              if (!showing && now != null && !now.equals(choice.path().get())) {
                // the box shows what is in use, and that is not this one yet
                choice.open(now);
                fill();
              }
            });
    fill();
  }

  private void fill() {
    // a list that is filled anew chooses nothing meanwhile
    services
        .fx()
        .execute(
            () -> {
              showing = true;
              files.getItems().setAll(choice.known());
              files.setValue(choice.path().get());
              showing = false;
            });
  }

  private static String size(PhotoNetwork network) {
    return String.format(Locale.US, "%,d classes", network.classes());
  }

  private static String weights(PhotoNetwork network) {
    return network.parameterCount() == 0
        ? ""
        : String.format(
            Locale.ROOT, " This one has %.2f million weights.", network.parameterCount() / 1e6);
  }

  /** The chosen file; a box that was emptied forgets to show its prompt. */
  private final class Name extends ListCell<Path> {
    @Override
    protected void updateItem(Path path, boolean empty) {
      super.updateItem(path, empty);
      setText(empty || path == null ? files.getPromptText() : path.getFileName().toString());
    }
  }

  /** Asks for a network file and opens it. */
  static void ask(LabServices services, PhotoViewModel model) {
    services
        .dialogs()
        .chooseFileToOpen(
            "Open a network", List.of(new FileType("TorchScript", List.of("*.pt", "*.pth"))))
        .ifPresent(model.networks()::open);
  }

  private ComboBox<Normalization> colours() {
    ComboBox<Normalization> box =
        Parts.box(
            List.of(Normalization.values()),
            one ->
                one == Normalization.NONE
                    ? "Colours in [0, 1], as they are"
                    : "Colours scaled as ImageNet's",
            "How the network wants colours: as they are where it scales them inside; minus the mean"
                + " (0.485, 0.456, 0.406) over the standard deviation (0.229, 0.224, 0.225) for"
                + " torchvision's. It cannot be told from the file.");
    box.setId("photo-normalization");
    box.valueProperty().bindBidirectional(choice.normalization());
    return box;
  }

  private HBox names() {
    Label which = new Label();
    which.getStyleClass().add("remark");
    which.setMinWidth(0);
    Button other =
        Parts.linkButton(
            Feather.LIST,
            "Names …",
            "Class names from a text file, one a line.",
            () ->
                services
                    .dialogs()
                    .chooseFileToOpen(
                        "Open class names", List.of(new FileType("Text", List.of("*.txt"))))
                    .ifPresent(choice::useClasses));
    other.setId("photo-classes");
    other.setMinWidth(USE_PREF_SIZE);
    Button builtIn =
        Parts.iconButton(
            Feather.X, "Back to the 1,000 labels of ImageNet", () -> choice.useClasses(null));
    Parts.showIf(builtIn, choice.classes().isNotNull());
    Runnable show =
        () -> {
          Path file = choice.classes().get();
          which.setText(file == null ? "ImageNet's labels" : file.getFileName().toString());
        };
    choice.classes().addListener((property, before, now) -> show.run());
    show.run();
    HBox row = new HBox(8, which, builtIn, Parts.spring(), other);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
