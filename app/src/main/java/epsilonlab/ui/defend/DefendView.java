package epsilonlab.ui.defend;

import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.RunButtons;
import epsilonlab.ui.TabColumns;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.Ticker;
import epsilonlab.ui.robustness.RobustnessLinks;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The layout of the Defend tab: choose, see, read. */
final class DefendView {
  // 282 of 688 pixels: digits of 84 and cells of 58 fit at 1280 x 800
  private static final double LEAST_BELOW = 282;
  private static final double SHARE_BELOW = 0.41;
  // in a low window they shrink
  private static final double LOW_BELOW = 230;
  private static final long REFRESH_MILLIS = 150;

  private final LabServices services;
  private final DefendViewModel model;
  private final TabColumns root;
  private final Ticker timer;
  private final ExportRace export;
  private DefendFormPane form;
  private RacePane race;
  private TablePane table;
  private WordsPane words;
  private DigitsPane digits;
  private TrialPane trial;
  private TabParts parts;

  DefendView(LabServices services, DefendViewModel model) {
    this.services = services;
    this.model = model;
    export = new ExportRace(model, services.dialogs(), ExportPorts.notices(services.messages()));
    root = new TabColumns(services.state(), choose(), see(), read());
    root.getStylesheets()
        .add(
            Objects.requireNonNull(DefendView.class.getResource("/epsilonlab/ui/css/defend.css"))
                .toExternalForm());
    timer = new Ticker(services.fx(), REFRESH_MILLIS, model::tick);
  }

  Node root() {
    return root;
  }

  TabParts parts() {
    if (parts == null) {
      parts = new DefendParts(model, form, race, table, words, digits, trial).all();
    }
    return parts;
  }

  void shown() {
    model.tick();
    model.digit().setInView(true);
    timer.play();
  }

  void hidden() {
    timer.stop();
    model.digit().setInView(false);
  }

  void export() {
    export.ask();
  }

  private Region choose() {
    RunButtons buttons =
        new RunButtons(
            "defend",
            "Start the race",
            "Trains the network by every ticked method, an epoch each in turn (Space).",
            model.phase(),
            model::startOrPause,
            model::stop);
    // the button in the empty middle goes away under the focus
    model.shown().addListener((property, before, now) -> buttons.focus());
    Label note = new Label();
    note.setId("defend-note");
    note.textProperty().bind(model.note());
    note.getStyleClass().addAll("muted", "defend-note");
    note.setWrapText(true);
    Parts.showIf(note, note.textProperty().isNotEmpty());
    Region spare = new Region();
    VBox.setVgrow(spare, Priority.ALWAYS);
    form = new DefendFormPane(model.form(), services.state());
    return new VBox(form, spare, note, buttons);
  }

  private Region see() {
    race = new RacePane(model, services);
    VBox.setVgrow(race, Priority.ALWAYS);
    Region rule = Parts.rule();
    table = new TablePane(model, services);
    digits = new DigitsPane(model, services);
    HBox below = new HBox(table, digits);
    below.getStyleClass().add("defend-below");
    for (Node half : below.getChildren()) {
      HBox.setHgrow(half, Priority.ALWAYS);
      // both equally wide, whatever their headings want
      ((Region) half).setPrefWidth(0);
      ((Region) half).setMinWidth(0);
    }
    VBox figures = new VBox(race, rule, below);
    below.setMinHeight(LOW_BELOW);
    below
        .prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.max(LEAST_BELOW, Math.floor(SHARE_BELOW * figures.getHeight())),
                figures.heightProperty()));
    figures.getStyleClass().add("defend-figures");
    // the race is what a lecture is about
    Parts.showIf(rule, services.state().presenting().not());
    Parts.showIf(below, services.state().presenting().not());
    figures.visibleProperty().bind(model.shown().isNotNull());
    EmptyPane empty = new EmptyPane(model);
    empty.visibleProperty().bind(model.shown().isNull());
    StackPane see = new StackPane(figures, empty);
    see.getStyleClass().add("defend-see");
    return see;
  }

  private Region read() {
    trial = new TrialPane(model, services);
    VBox.setVgrow(trial, Priority.ALWAYS);
    Parts.showIf(trial, services.state().presenting().not());
    RobustnessLinks links = new RobustnessLinks(services);
    Parts.showIf(links, services.state().presenting().not());
    words = new WordsPane(model);
    VBox read = new VBox(words, trial, links);
    read.getStyleClass().add("defend-read");
    return read;
  }
}
