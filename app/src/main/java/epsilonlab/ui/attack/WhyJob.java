package epsilonlab.ui.attack;

import epsilonlab.attack.AttackPlan;
import epsilonlab.data.ImageSet;
import epsilonlab.evaluation.diagnosis.Diagnosis;
import epsilonlab.evaluation.diagnosis.DiagnosisJob;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.LabSession;
import java.util.function.Supplier;

/** Finds out why an attack on a model of the library ended as it did. */
record WhyJob(
    LabSession session,
    String name,
    ModelEntry model,
    ImageSet test,
    Digit digit,
    Supplier<AttackPlan> plan,
    double epsilon)
    implements Job<Void, Diagnosis> {
  @Override
  public Diagnosis run(JobContext<Void> context) {
    return new DiagnosisJob(
            session.compute().join(),
            session.classifier(model),
            test,
            digit.images(),
            digit.index(),
            plan.get(),
            epsilon)
        .run(context);
  }
}
