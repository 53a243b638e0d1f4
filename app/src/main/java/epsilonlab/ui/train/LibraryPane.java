package epsilonlab.ui.train;

import epsilonlab.model.ModelEntry;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.component.TableMenu;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The model library as a list; the chosen row is the model in use. */
final class LibraryPane extends VBox {
  static final double ROW = 47;

  private final LabServices services;
  private final LabSession session;
  private final LibraryCommands commands;
  private final ListView<ModelEntry> list = new ListView<>();
  private final BooleanBinding none;
  private boolean following;

  LibraryPane(LibraryCommands commands, LabServices services) {
    this.services = services;
    this.session = services.session();
    this.commands = commands;
    this.none = session.model().isNull();
    getStyleClass().add("train-library");
    VBox box = new VBox(header(), list);
    box.getStyleClass().add("library-box");
    VBox.setVgrow(box, Priority.ALWAYS);
    VBox.setVgrow(list, Priority.ALWAYS);
    fillList();
    box.setMinHeight(34 + 2 * ROW);
    box.maxHeightProperty().bind(list.maxHeightProperty().add(34));
    getChildren().addAll(title(), box, foot());
  }

  private HBox title() {
    HBox row =
        new HBox(
            Parts.label("Model library", "section-title"),
            Parts.spring(),
            button("rename", Feather.EDIT_2, "Renames the model in use.", commands.files()::rename),
            button(
                "duplicate",
                Feather.COPY,
                "Keeps a copy of the model.",
                commands.files()::duplicate),
            button(
                "export",
                Feather.UPLOAD,
                "Saves the model as a .safetensors file (Ctrl+E).",
                commands.files()::export),
            importButton(),
            button(
                "delete",
                Feather.TRASH_2,
                "Deletes the model; it can be undone.",
                commands.files()::delete));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("library-title");
    return row;
  }

  private Button button(String id, Ikon ikon, String says, Consumer<ModelEntry> action) {
    Button button =
        Parts.iconButton(
            ikon,
            says,
            () -> {
              if (session.model().get() != null) {
                action.accept(session.model().get());
              }
            });
    button.setId("library-" + id);
    button.disableProperty().bind(none);
    return button;
  }

  private Button importButton() {
    Button button =
        Parts.iconButton(
            Feather.DOWNLOAD, "Takes in a model from a .safetensors file.", commands::importFile);
    button.setId("library-import");
    return button;
  }

  private static HBox header() {
    Label clean = Parts.label("Clean", "muted", "library-clean");
    Parts.say(clean, "Share of test digits that the model gets right, in per cent.");
    Label robust = Parts.label("Robust", "muted", "library-robust");
    Parts.say(
        robust, "The same under PGD with 40 steps at ε = 0.1, on the first 1,000 test digits.");
    HBox header = new HBox(8, Parts.label("Name", "muted"), Parts.spring(), clean, robust);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("library-header");
    return header;
  }

  private void fillList() {
    list.setId("library-list");
    list.getStyleClass().add("library-list");
    list.setFixedCellSize(ROW);
    list.setItems(session.models());
    list.setCellFactory(view -> new LibraryCell(Parts.theme(services.state())));
    list.setPlaceholder(Parts.label("No model yet: train one, or import one.", "muted"));
    list.maxHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.max(2, session.models().size()) * ROW + 1, session.models()));
    list.prefHeightProperty().bind(list.maxHeightProperty());
    list.setMinHeight(2 * ROW);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, before, now) -> {
              if (!following && now != null) {
                session.model().set(now);
              }
            });
    session.model().addListener((property, before, now) -> follow());
    session.models().addListener((ListChangeListener<ModelEntry>) change -> follow());
    follow();
  }

  private void follow() {
    following = true;
    ModelEntry model = session.model().get();
    list.getSelectionModel().clearSelection();
    for (int i = 0; model != null && i < session.models().size(); i++) {
      if (session.models().get(i).id().equals(model.id())) {
        list.getSelectionModel().select(i);
      }
    }
    following = false;
  }

  private HBox foot() {
    MathLabel says = new MathLabel("Robust: % right under PGD, $ε$ = 0.1");
    says.mutedProperty().set(true);
    says.themeProperty().bind(Parts.theme(services.state()));
    TableMenu menu =
        new TableMenu(
            commands::table,
            "model-library",
            ExportPorts.files(services.dialogs()),
            ExportPorts.notices(services.messages()));
    menu.setId("library-menu");
    HBox foot = new HBox(says, Parts.spring(), menu);
    foot.setFillHeight(false);
    foot.getStyleClass().add("library-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }
}
