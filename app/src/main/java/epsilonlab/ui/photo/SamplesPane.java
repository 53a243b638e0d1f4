package epsilonlab.ui.photo;

import epsilonlab.ui.FileType;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sample photos and the way to another picture. */
final class SamplesPane extends VBox {
  private static final double SIDE = 56;
  private static final String CHOSEN = "photo-tile-chosen";

  private final PhotoViewModel model;
  private final TilePane tiles = new TilePane(2, 2);
  private final Label size = Parts.label("", "remark");

  SamplesPane(LabServices services, PhotoViewModel model) {
    super(8);
    this.model = model;
    tiles.setId("photo-samples");
    tiles.setPrefColumns(4);
    HBox title = new HBox(Parts.label("Photo", "section-title"), Parts.spring(), size);
    title.setAlignment(Pos.CENTER_LEFT);
    Label remark = new Label();
    remark.getStyleClass().add("remark");
    remark.setWrapText(true);
    remark.setMinHeight(USE_PREF_SIZE);
    Parts.showIf(remark, remark.textProperty().isNotEmpty());
    getChildren()
        .addAll(title, tiles, open(services), remark, Parts.complaint(model.photos().complaint()));
    setMinHeight(USE_PREF_SIZE);
    model.photos().samples().addListener((ListChangeListener<Object>) change -> fill());
    model
        .photos()
        .photo()
        .addListener(
            (property, before, now) -> {
              mark();
              remark.setText(now == null ? "" : now.photo().picture().remark());
            });
    fill();
  }

  private Button open(LabServices services) {
    Label first = new Label("Open a picture");
    first.getStyleClass().add("link-text");
    Label second = new Label("or drop it here");
    second.getStyleClass().add("remark");
    HBox content = new HBox(16, new FontIcon(Feather.FOLDER), new VBox(first, second));
    content.setAlignment(Pos.CENTER);
    Button button = new Button(null, content);
    button.setId("photo-open");
    button.getStyleClass().add("photo-drop");
    button.setMaxWidth(Double.MAX_VALUE);
    Parts.say(
        button,
        "A JPEG or PNG; its shorter side is made 224 pixels and the centre is cut out, as shown.");
    button.setOnAction(
        event ->
            services
                .dialogs()
                .chooseFileToOpen(
                    "Open a picture",
                    List.of(new FileType("Pictures", List.of("*.jpg", "*.jpeg", "*.png"))))
                .ifPresent(model.photos()::open));
    return button;
  }

  private void fill() {
    tiles.getChildren().setAll(model.photos().samples().stream().map(this::tile).toList());
    tiles.setManaged(!tiles.getChildren().isEmpty());
    mark();
  }

  // the tiles stay, for one of them may have the focus
  private void mark() {
    PhotoChoice.Opened chosen = model.photos().photo().get();
    size.setText(
        chosen == null
            ? ""
            : chosen.photo().isResized()
                ? "%d × %d → 224 × 224"
                    .formatted(chosen.photo().originalWidth(), chosen.photo().originalHeight())
                : "224 × 224");
    for (Node tile : tiles.getChildren()) {
      tile.getStyleClass().remove(CHOSEN);
      if (chosen != null && tile.getUserData().equals(chosen.path())) {
        tile.getStyleClass().add(CHOSEN);
      }
    }
  }

  private Button tile(PhotoChoice.Opened opened) {
    ImageView image = new ImageView(PhotoImages.of(opened.photo().picture()));
    image.setFitWidth(SIDE);
    image.setFitHeight(SIDE);
    Region edge = new Region();
    edge.getStyleClass().add("photo-edge");
    Button tile = new Button(null, new StackPane(image, edge));
    tile.getStyleClass().add("photo-tile");
    tile.setUserData(opened.path());
    Parts.say(tile, opened.path().getFileName().toString());
    tile.setOnAction(event -> model.photos().use(opened));
    return tile;
  }
}
