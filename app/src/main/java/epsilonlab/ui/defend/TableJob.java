package epsilonlab.ui.defend;

import epsilonlab.data.ImageSet;
import epsilonlab.defence.RobustTable;
import epsilonlab.defence.RobustTableJob;
import epsilonlab.engine.Priority;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.ui.LabSession;
import java.util.List;

/** Measures networks of the library for the table. */
record TableJob(
    LabSession session,
    Priority priority,
    List<RaceModel> models,
    ImageSet images,
    List<Double> epsilons,
    long seed)
    implements Job<RobustTableJob.Cell, RobustTable> {
  @Override
  public String name() {
    return "Training against attack";
  }

  @Override
  public RobustTable run(JobContext<RobustTableJob.Cell> context) {
    return new RobustTableJob(
            session.compute().join(),
            models.stream().map(RaceModel::classifier).toList(),
            images,
            epsilons,
            seed)
        .run(context);
  }
}
