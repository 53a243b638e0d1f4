package epsilonlab.ui.defend;

import epsilonlab.model.ModelEntry;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingMethods;

/** A network that a race has left in the library. */
record RaceModel(TrainingMethod method, ModelEntry entry) {
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
