package epsilonlab.ui.train;

import epsilonlab.ui.Repeatable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the trained network says of the test images, as the command that asks it again. Its training
 * is not made again, for that may take an hour.
 */
final class TrainRepeat {
  private TrainRepeat() {}

  /** Empty until the shown training has left its network in the library. */
  static Optional<Repeatable> of(TrainViewModel model) {
    return Optional.ofNullable(model.shown().get())
        .filter(run -> run.kept() != null)
        .map(TrainRepeat::of);
  }

  private static Repeatable of(TrainingRun run) {
    TestSummary test = run.kept().test();
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("test_accuracy", test.accuracy());
    results.put("test_loss", test.loss());
    results.put("count", test.size());
    results.put("confusion", test.confusion());
    return Repeatable.of("evaluate", run.plan().settings().seed(), results)
        .withModel("weights", run.kept().entry())
        .on(run.plan().data());
  }
}
