package epsilonlab.ui.frame;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The running job as a thin line under the tabs: all that presenter mode shows of it. */
final class JobLine extends Pane {
  private final Region done = new Region();
  private final JobList jobs;

  JobLine(JobList jobs) {
    this.jobs = jobs;
    getStyleClass().add("job-line");
    done.getStyleClass().add("job-line-done");
    getChildren().add(done);
    jobs.fraction().addListener((property, before, now) -> requestLayout());
    accessibleTextProperty().bind(jobs.name().concat(" ").concat(jobs.says()));
  }

  @Override
  protected void layoutChildren() {
    done.resizeRelocate(0, 0, getWidth() * jobs.fraction().get(), getHeight());
  }
}
