package epsilonlab.ui.frame;

import epsilonlab.ui.LabState;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The running job as a thin line under the tabs: all that presenter mode shows of it. */
final class JobLine extends Pane {
  private final Region done = new Region();
  private final JobList jobs;

  JobLine(JobList jobs, LabState state) {
    this.jobs = jobs;
    getStyleClass().add("job-line");
    done.getStyleClass().add("job-line-done");
    getChildren().add(done);
    jobs.fraction().addListener((property, before, now) -> requestLayout());
    visibleProperty().bind(state.presenting().and(jobs.busy()));
    managedProperty().bind(state.presenting());
    accessibleTextProperty().bind(jobs.name().concat(" ").concat(jobs.says()));
  }

  @Override
  protected void layoutChildren() {
    done.resizeRelocate(0, 0, getWidth() * jobs.fraction().get(), getHeight());
  }
}
