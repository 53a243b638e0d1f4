package epsilonlab.ui.defend;

import epsilonlab.model.Classifier;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingMethods;

/**
 * A network that a race has left in the library.
 *
 * @param classifier it on the device, so that it can be asked also when it is deleted there
 */
record RaceModel(TrainingMethod method, ModelEntry entry, Classifier classifier) {
  /** The name in tables: that of the method, for the rest is the same for all. */
  String name() {
    return method.title();
  }

  SeriesColours colour() {
    return SeriesColours.ofMethod(method.id());
  }

  /** Whether it met attacks in training. */
  boolean isDefended() {
    return method != TrainingMethods.STANDARD;
  }
}
