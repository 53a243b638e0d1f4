package epsilonlab.ui.frame;

import epsilonlab.ui.LabState;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The bar at the bottom: device, data, seed; at the right the running job. */
final class StatusBar extends HBox {
  private final Button list;
  private final Button data;
  private final Button seed;

  StatusBar(LabState state, JobList jobs, Runnable toggleList) {
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label device = new Label();
    device.setGraphic(Icons.icon(Feather.CPU));
    device.textProperty().bind(state.deviceText());
    device.getStyleClass().add("status-item");
    device.setId("status-device");
    // the whole text where the window is too narrow for it
    Tooltip deviceTip = new Tooltip();
    deviceTip.textProperty().bind(state.deviceText());
    device.setTooltip(deviceTip);
    device.setMinWidth(60);
    data = item(Feather.DATABASE, state.dataText(), state.dataMenu());
    data.setId("status-data");
    data.setMinWidth(60);
    seed = item(Feather.HASH, state.seedText(), state.seedMenu());
    seed.setId("status-seed");
    seed.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    list = Icons.button(Feather.CHEVRON_UP, "Show all jobs", toggleList);
    list.setId("status-jobs");
    getChildren().addAll(device, data, seed, gap, job(jobs, toggleList), list);
  }

  /** The button that chooses the data set. */
  Node data() {
    return data;
  }

  /** The button that chooses the seed. */
  Node seed() {
    return seed;
  }

  /** Turns the chevron. */
  void listShown(boolean shown) {
    Icons.swap(
        list,
        shown ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP,
        shown ? "Hide the jobs" : "Show all jobs");
  }

  private static Button item(
      Ikon ikon, ObservableStringValue text, ObjectProperty<Consumer<Node>> handler) {
    Button button = new Button();
    button.setGraphic(Icons.icon(ikon));
    button.textProperty().bind(text);
    button.getStyleClass().addAll("status-item", "status-button");
    button.setOnAction(event -> handler.get().accept(button));
    // without a handler it is a text like its neighbour
    button.mouseTransparentProperty().bind(handler.isNull());
    button.focusTraversableProperty().bind(handler.isNotNull());
    return button;
  }

  private static HBox job(JobList jobs, Runnable toggleList) {
    Label name = new Label();
    name.textProperty().bind(jobs.name());
    name.getStyleClass().add("status-job-name");
    name.setTextOverrun(OverrunStyle.ELLIPSIS);
    name.setMinWidth(80);
    ProgressBar bar = new ProgressBar(0);
    bar.progressProperty().bind(jobs.fraction());
    bar.getStyleClass().add("status-progress");
    bar.setMinWidth(Region.USE_PREF_SIZE);
    bar.accessibleTextProperty().bind(jobs.name());
    Label says = new Label();
    says.textProperty().bind(jobs.says());
    says.setId("status-job-says");
    says.setMinWidth(Region.USE_PREF_SIZE);
    Button cancel = Icons.button(Feather.X, "Cancel this job (Esc)", jobs::cancelCurrent);
    cancel.setId("status-cancel");
    Label waiting = new Label();
    waiting.textProperty().bind(jobs.waiting());
    waiting.getStyleClass().add("muted");
    waiting.setMinWidth(Region.USE_PREF_SIZE);
    waiting.visibleProperty().bind(jobs.waiting().isNotEmpty());
    waiting.managedProperty().bind(waiting.visibleProperty());
    HBox job = new HBox(name, bar, says, cancel, waiting);
    job.setId("status-job");
    job.setAlignment(Pos.CENTER_RIGHT);
    job.getStyleClass().add("status-job");
    job.visibleProperty().bind(jobs.busy());
    job.managedProperty().bind(jobs.busy());
    for (Node part : new Node[] {name, bar, says, waiting}) {
      part.setOnMouseClicked(event -> toggleList.run());
    }
    return job;
  }
}
