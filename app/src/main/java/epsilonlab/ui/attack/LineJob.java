package epsilonlab.ui.attack;

import epsilonlab.attack.AttackPlan;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Priority;
import epsilonlab.evaluation.CurveJob;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.LabSession;
import java.util.List;
import java.util.function.Supplier;

/** Measures one accuracy curve of a model of the library. */
record LineJob(
    LabSession session,
    String name,
    Priority priority,
    ModelEntry model,
    Supplier<AttackPlan> plan,
    ImageSet images,
    List<Double> epsilons)
    implements Job<CurveJob.Point, Void> {
  @Override
  public Void run(JobContext<CurveJob.Point> context) {
    new CurveJob(
            session.compute().join(),
            List.of(session.classifier(model)),
            List.of(plan.get()),
            images,
            epsilons,
            name)
        .run(context);
    return null;
  }
}
