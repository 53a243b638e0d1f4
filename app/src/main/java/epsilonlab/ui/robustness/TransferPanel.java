package epsilonlab.ui.robustness;

import epsilonlab.attack.Attack;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.TransferFigure;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.ProgressPane;
import epsilonlab.ui.RichText;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.TableMenu;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The transfer matrix, over the window. */
public final class TransferPanel {
  private static final double LEAST = 520;
  private static final double MODELS = 220;
  private static final double READ = 280;
  private static final double ROW = 104;

  private final PanelCard card;
  private final TransferViewModel model;
  private final VBox ticks = new VBox(2);
  private final FigureView heat = new FigureView();
  private final Label remark = Parts.label("", "remark");
  private final StringProperty words = new SimpleStringProperty("");

  /** Builds it once; it keeps what was found while it is closed. */
  public TransferPanel(LabServices services) {
    model = new TransferViewModel(services.session());
    card = new PanelCard(services, "transfer-panel", "Crafted on one, tried on another");
    choose();
    card.show(see(services), LEAST);
    card.needs(
        Bindings.size(services.session().models())
            .greaterThan(1)
            .and(services.session().data().isNotNull()),
        "What is made to fool one network often fools another. That takes at least two networks in"
            + " the library.");
    services.session().models().addListener((ListChangeListener<ModelEntry>) change -> fillTicks());
    fillTicks();
    model.found().addListener((property, before, now) -> show(now));
    model.ticked().addListener((property, before, now) -> show(model.found().get()));
    show(model.found().get());
  }

  /** Lays it over the window. */
  public void open() {
    card.open();
  }

  private void choose() {
    ComboBox<Attack> attack =
        Parts.box(
            TransferViewModel.attacks(),
            Attack::title,
            "The attack that is crafted on each model.");
    attack.setId("transfer-attack");
    attack.valueProperty().bindBidirectional(model.attack());
    ScrollPane scroll = new ScrollPane(ticks);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(MODELS);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setId("transfer-models");
    card.chooseFrom(
        Parts.label("Models", "section-title"),
        scroll,
        Parts.labelled(card.theme(), "Attack", attack),
        new HBox(
            8,
            Fields.field(
                card.theme(),
                "transfer-epsilon",
                "Attacker’s $ε$",
                model.epsilon().text(),
                "The largest change of a pixel, from 0 to 1."),
            Fields.field(
                card.theme(),
                "transfer-count",
                "Digits",
                model.count().text(),
                "How many test digits are attacked.")),
        Parts.complaint(model.complaint()),
        new ProgressPane(model.job()),
        Fields.primary(
            "transfer-primary",
            Bindings.createStringBinding(
                () -> model.job().running().get() ? "Stop" : "Fill the matrix",
                model.job().running()),
            "Attacks each ticked model, and tries the images on all of them.",
            new SimpleBooleanProperty(),
            model::runOrStop));
  }

  private void fillTicks() {
    ticks
        .getChildren()
        .setAll(
            model.session().models().stream()
                .map(
                    entry -> {
                      CheckBox box = new CheckBox(entry.card().name());
                      box.setSelected(model.isTicked(entry));
                      box.getStyleClass().add("transfer-tick");
                      Parts.say(box, entry.card().training());
                      box.setAccessibleText(entry.card().name());
                      box.selectedProperty()
                          .addListener((property, before, now) -> model.tick(entry, now));
                      return box;
                    })
                .toList());
  }

  private HBox see(LabServices services) {
    heat.setId("transfer-heat");
    heat.themeProperty().bind(card.theme());
    VBox.setVgrow(heat, Priority.ALWAYS);
    HBox heading =
        Parts.heading(
            "Right answers",
            "",
            new TableMenu(
                () -> heat.getFigure().toTable(),
                "transfer",
                ExportPorts.files(services.dialogs()),
                ExportPorts.notices(services.messages())),
            Parts.menu(services, heat, "transfer"));
    heading.getChildren().set(1, remark);
    Label axes = Parts.label("Rows: crafted on. Columns: tried on.", "remark");
    VBox see = new VBox(8, heading, heat, axes);
    see.setMinWidth(0);
    HBox.setHgrow(see, Priority.ALWAYS);
    RichText text = new RichText(words);
    text.setId("transfer-words");
    text.getStyleClass().add("robustness-flow");
    VBox read = new VBox(4, Parts.label("What the numbers say", "remark", "semibold"), text);
    read.getStyleClass().add("card");
    read.setMinWidth(READ);
    read.setMaxWidth(READ);
    read.setMaxHeight(VBox.USE_PREF_SIZE);
    return new HBox(24, see, read);
  }

  private void show(TransferViewModel.Found found) {
    List<ModelEntry> models =
        found != null
            ? found.models()
            : model.session().models().stream().filter(model::isTicked).toList();
    heat.setMaxHeight((models.size() + 0.25) * ROW);
    heat.setFigure(
        TransferFigure.of(
            models.stream().map(entry -> entry.card().name()).toList(),
            models.stream().map(entry -> SeriesColours.of(entry.card())).toList(),
            found == null ? List.of() : found.matrix(),
            (found == null ? model.attack().get() : found.attack()).title(),
            found == null ? 0 : found.epsilon()));
    remark.setText(
        found == null
            ? "in %, not measured yet"
            : "in %%, %d test digits, %s, ε = %s"
                .formatted(
                    found.subject().images().size(),
                    found.attack().title(),
                    Numbers.plain(found.epsilon())));
    words.set(TransferWords.of(found));
  }
}
