package epsilonlab.ui.frame;

import epsilonlab.job.JobHandle;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The list of waiting, running, finished, failed and cancelled jobs. */
final class JobsPopup extends VBox {
  private final JobList jobs;
  private final VBox rows = new VBox();
  private final Map<JobEntry, Row> known = new HashMap<>();
  private final Label empty = new Label("No job has run yet.");

  JobsPopup(JobList jobs) {
    this.jobs = jobs;
    getStyleClass().addAll("popover-card", "jobs-popup");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Label title = new Label("Jobs");
    title.getStyleClass().add("section-title");
    empty.getStyleClass().add("muted");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("jobs-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(title, empty, scroll);
    jobs.entries().addListener((ListChangeListener<JobEntry>) change -> fill());
    fill();
  }

  private void fill() {
    known.keySet().retainAll(jobs.entries());
    rows.getChildren()
        .setAll(
            jobs.entries().stream()
                .<Node>map(entry -> known.computeIfAbsent(entry, any -> new Row(any, jobs)))
                .toList());
    empty.setVisible(rows.getChildren().isEmpty());
    empty.setManaged(empty.isVisible());
  }

  private static final class Row extends HBox {
    private final JobEntry entry;
    private final VBox words = new VBox();
    private final Button cancel;

    Row(JobEntry entry, JobList jobs) {
      this.entry = entry;
      getStyleClass().add("job-row");
      setAlignment(Pos.TOP_LEFT);
      Label name = new Label(entry.job().name());
      name.getStyleClass().add("job-row-name");
      Label says = new Label();
      says.setWrapText(true);
      says.getStyleClass().add("job-row-says");
      says.textProperty().bind(entry.says());
      words.getChildren().addAll(name, says);
      HBox.setHgrow(words, Priority.ALWAYS);
      cancel = Icons.button(Feather.X, "Cancel " + entry.job().name(), () -> jobs.cancel(entry));
      InvalidationListener redraw = any -> show();
      entry.says().addListener(redraw);
      show();
    }

    private void show() {
      JobHandle.State state = entry.job().state();
      Node icon =
          switch (state) {
            case WAITING -> Icons.icon(Feather.CLOCK, "job-icon");
            case RUNNING -> Icons.icon(Feather.PLAY, "job-icon", "accent");
            case PAUSED -> Icons.icon(Feather.PAUSE, "job-icon", "accent");
            case DONE -> Icons.icon(Feather.CHECK, "job-icon", "success");
            case FAILED -> Icons.icon(Feather.ALERT_TRIANGLE, "job-icon", "danger");
            case CANCELLED -> Icons.icon(Feather.SLASH, "job-icon");
          };
      getChildren().setAll(icon, words);
      if (!entry.isOver()) {
        getChildren().add(cancel);
      }
    }
  }
}
