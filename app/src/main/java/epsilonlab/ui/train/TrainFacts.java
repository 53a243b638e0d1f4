package epsilonlab.ui.train;

import epsilonlab.ui.FormFacts;
import epsilonlab.ui.Phase;
import epsilonlab.ui.TabFacts;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;

/**
 * What the Train tab tells of itself, and what can be set on it. Results are told while they are of
 * the network that the form shows.
 */
final class TrainFacts {
  private final TrainViewModel model;
  private final TrainingForm form;

  TrainFacts(TrainViewModel model) {
    this.model = model;
    this.form = model.form();
  }

  TabFacts all() {
    StringProperty epochs = form.text(TrainingForm.Field.EPOCHS);
    StringProperty rate = form.text(TrainingForm.Field.LEARNING_RATE);
    StringProperty batch = form.text(TrainingForm.Field.BATCH);
    return FormFacts.network("train.network", form.architecture())
        .set(
            "train.epochs",
            FormFacts.number(epochs),
            Double.class,
            FormFacts.typeWhole(epochs, "number of epochs"))
        .set("train.learning_rate", FormFacts.number(rate), Double.class, FormFacts.type(rate))
        .set(
            "train.batch",
            FormFacts.number(batch),
            Double.class,
            FormFacts.typeWhole(batch, "batch size"))
        .tell("train.finished", model::finished)
        .tell("train.running", () -> model.phaseNow() != Phase.IDLE)
        .tell("train.parameters", () -> form.architecture().get().parameterCount())
        .tell("train.epoch", run(run -> (long) Math.floor(run.history().now() + 1e-6)))
        .tell("train.train_accuracy", run(run -> run.history().accuracy()))
        .tell("train.test_accuracy", test(TestSummary::accuracy))
        .tell("train.test_loss", test(TestSummary::loss))
        .tell("train.wrong", test(TestSummary::wrong))
        .tell("train.seconds", run(TrainFacts::seconds));
  }

  private static Object seconds(TrainingRun run) {
    return run.kept() == null ? null : Math.round(run.handle().progress().seconds());
  }

  private Supplier<Object> run(Function<TrainingRun, Object> of) {
    return () -> {
      TrainingRun run = model.shown().get();
      boolean same = run != null && run.plan().architecture().equals(form.architecture().get());
      return same ? of.apply(run) : null;
    };
  }

  private Supplier<Object> test(Function<TestSummary, Object> of) {
    return run(run -> run.test() == null ? null : of.apply(run.test()));
  }
}
