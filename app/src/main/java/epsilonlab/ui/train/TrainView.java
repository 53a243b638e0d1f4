package epsilonlab.ui.train;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.TabColumns;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.Ticker;
import epsilonlab.ui.data.DataChoice;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The layout of the Train tab: choose, see, read. */
final class TrainView {
  private static final long REFRESH_MILLIS = 150;

  private final LabServices services;
  private final TrainViewModel model;
  private final TabColumns root;
  private final Ticker timer;
  private FormPane form;
  private CurvesPane curves;
  private MistakesPane mistakes;
  private ResultPane result;
  private LibraryPane list;
  private TabParts parts;

  TrainView(LabServices services, TrainViewModel model, LibraryCommands library, DataChoice data) {
    this.services = services;
    this.model = model;
    root = new TabColumns(services.state(), choose(data), see(), read(library));
    root.getStylesheets()
        .add(
            Objects.requireNonNull(TrainView.class.getResource("/epsilonlab/ui/css/train.css"))
                .toExternalForm());
    timer = new Ticker(services.fx(), REFRESH_MILLIS, model::tick);
  }

  Node root() {
    return root;
  }

  TabParts parts() {
    if (parts == null) {
      parts = new TrainParts(form, curves, mistakes, result.accuracy(), list).all();
    }
    return parts;
  }

  void shown() {
    model.tick();
    timer.play();
  }

  void hidden() {
    timer.stop();
  }

  private Region choose(DataChoice data) {
    StartPane start = new StartPane(model, services);
    // the button in the empty middle goes away under the focus
    model.shown().addListener((property, before, now) -> start.focus());
    Region spare = new Region();
    VBox.setVgrow(spare, Priority.ALWAYS);
    form = new FormPane(model.form(), data, services.state());
    return new VBox(form, spare, start);
  }

  private Region see() {
    curves = new CurvesPane(model.charts(), services);
    Region rule = Parts.rule();
    mistakes = new MistakesPane(model, services);
    VBox.setVgrow(curves, Priority.ALWAYS);
    VBox.setVgrow(mistakes, Priority.ALWAYS);
    VBox figures = new VBox(curves, rule, mistakes);
    figures.getStyleClass().add("train-figures");
    figures.visibleProperty().bind(model.shown().isNotNull());
    EmptyPane empty = new EmptyPane(model);
    empty.visibleProperty().bind(model.shown().isNull());
    // the curves are what a lecture is about
    for (Region part : new Region[] {rule, mistakes}) {
      part.visibleProperty().bind(services.state().presenting().not());
      part.managedProperty().bind(part.visibleProperty());
    }
    StackPane see = new StackPane(figures, empty);
    see.getStyleClass().add("train-see");
    return see;
  }

  private Region read(LibraryCommands library) {
    list = new LibraryPane(library, services);
    VBox.setVgrow(list, Priority.ALWAYS);
    list.visibleProperty().bind(services.state().presenting().not());
    list.managedProperty().bind(list.visibleProperty());
    result = new ResultPane(model);
    VBox read = new VBox(result, list);
    read.getStyleClass().add("train-read");
    return read;
  }
}
