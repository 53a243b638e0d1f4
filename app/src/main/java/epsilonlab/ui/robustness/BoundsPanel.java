package epsilonlab.ui.robustness;

import epsilonlab.report.BoundsChart;
import epsilonlab.report.SmoothingChart;
import epsilonlab.report.figure.LineChart;
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
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What can be proved about the model in use, over the window. */
public final class BoundsPanel {
  private static final double LEAST = 560;
  private static final double READ = 280;

  private final PanelCard card;
  private final BoundsViewModel model;
  private final FigureView band = new FigureView();
  private final FigureView smoothing = new FigureView();
  private final Label bandRemark = Parts.label("", "remark");
  private final Label smoothingRemark = Parts.label("", "remark");
  private final StringProperty bandWords = new SimpleStringProperty("");
  private final StringProperty smoothingWords = new SimpleStringProperty("");

  /** Builds it once; it keeps what was found while it is closed. */
  public BoundsPanel(LabServices services) {
    model = new BoundsViewModel(services.session());
    card = new PanelCard(services, "bounds-panel", "What can be proved");
    choose(services);
    VBox see =
        new VBox(
            8,
            row(
                heading(
                    "Certified ≤ true ≤ strongest attack",
                    bandRemark,
                    new TableMenu(
                        model::table,
                        "bounds",
                        ExportPorts.files(services.dialogs()),
                        ExportPorts.notices(services.messages())),
                    Parts.menu(services, band, "bounds")),
                band,
                "bounds-band",
                words("Interval bounds", bandWords, "bounds-words")),
            row(
                heading(
                    "Randomised smoothing",
                    smoothingRemark,
                    Parts.menu(services, smoothing, "smoothing")),
                smoothing,
                "bounds-smoothing",
                words("Smoothing", smoothingWords, "smoothing-words")));
    card.show(see, LEAST);
    card.needs(
        services.session().model().isNotNull().and(services.session().data().isNotNull()),
        "An attack that fails proves nothing. Here accuracies are shown that no attack can push"
            + " below. First a network is needed.");
    model.found().addListener((property, before, now) -> show(now));
    show(model.found().get());
  }

  /** Lays it over the window. */
  public void open() {
    card.open();
  }

  private void choose(LabServices services) {
    ReadOnlyBooleanProperty bounding = model.bounding().running();
    ReadOnlyBooleanProperty smoothed = model.smoothing().running();
    card.chooseFrom(
        Fields.models(card.theme(), "bounds-model", services.session(), model::forget),
        Fields.field(
            card.theme(),
            "bounds-count",
            "Digits",
            model.count().text(),
            "How many test digits are examined."),
        Parts.label("Interval bounds", "section-title"),
        Fields.field(
            card.theme(),
            "bounds-epsilons",
            "Epsilons $ε$",
            model.epsilons(),
            "The largest changes of a pixel, for example 0, 0.01, 0.05."),
        Parts.label("Randomised smoothing", "section-title"),
        new HBox(
            8,
            Fields.field(
                card.theme(),
                "bounds-sigma",
                "Noise $σ$",
                model.sigma().text(),
                "The standard deviation of the noise in every pixel."),
            Fields.field(
                card.theme(),
                "bounds-samples",
                "Noisy copies",
                model.samples().text(),
                "How many noisy copies of each digit the network is asked about; more prove more.")),
        Parts.complaint(model.complaint()),
        new ProgressPane(model.bounding(), model.smoothing()),
        Fields.primary(
            "bounds-primary",
            Bindings.createStringBinding(
                () -> bounding.get() || smoothed.get() ? "Stop" : "Find the bounds",
                bounding,
                smoothed),
            "Proves what can be proved, and attacks as strongly as it can.",
            new javafx.beans.property.SimpleBooleanProperty(),
            model::runOrStop));
  }

  private static HBox heading(String title, Label remark, Node... menus) {
    HBox heading = Parts.heading(title, "", menus);
    heading.getChildren().set(1, remark);
    return heading;
  }

  private Node words(String title, StringProperty words, String id) {
    RichText text = new RichText(words);
    text.setId(id);
    text.getStyleClass().add("robustness-flow");
    VBox box = new VBox(4, Parts.label(title, "remark", "semibold"), text);
    box.getStyleClass().add("card");
    box.setMinWidth(READ);
    box.setMaxWidth(READ);
    box.setMaxHeight(Region.USE_PREF_SIZE);
    return box;
  }

  private HBox row(Node heading, FigureView view, String id, Node words) {
    view.setId(id);
    view.themeProperty().bind(card.theme());
    VBox.setVgrow(view, Priority.ALWAYS);
    VBox figure = new VBox(4, heading, view);
    figure.setMinWidth(0);
    HBox.setHgrow(figure, Priority.ALWAYS);
    HBox row = new HBox(24, figure, words);
    VBox.setVgrow(row, Priority.ALWAYS);
    // equally high, however long the words beside them are
    row.setMinHeight(LEAST / 2 - 8);
    row.setPrefHeight(LEAST / 2 - 8);
    return row;
  }

  private void show(BoundsViewModel.Found found) {
    bandWords.set(BoundsWords.ofBounds(found == null ? List.of() : found.bounds()));
    smoothingWords.set(BoundsWords.ofSmoothing(found == null ? null : found.smoothed()));
    SeriesColours colour =
        found == null ? SeriesColours.LENET : SeriesColours.of(found.subject().model().card());
    band.setFigure(BoundsChart.of(found == null ? List.of() : found.bounds(), colour, Double.NaN));
    bandRemark.setText(found == null ? "" : found.subject().inWords());
    boolean smoothed = found != null && found.smoothed() != null;
    smoothing.setFigure(smoothed ? SmoothingChart.of(found.smoothed(), colour) : none());
    smoothingRemark.setText(
        found == null
            ? ""
            : "σ = %s, %,d copies, each proof %s sure"
                .formatted(
                    Numbers.plain(found.smoothing().sigma()),
                    found.smoothing().samples(),
                    Numbers.plain(100 * (1 - found.smoothing().alpha())) + " %"));
  }

  private static LineChart none() {
    return LineChart.builder()
        .x(epsilonlab.report.figure.Axis.fixed(0, 1).withLabel("radius (l2)"))
        .y(epsilonlab.report.figure.Axis.percent(0, 1))
        .emptyText("Nothing is certified yet.")
        .description("Nothing is certified yet")
        .build();
  }
}
