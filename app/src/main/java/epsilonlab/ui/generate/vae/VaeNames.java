package epsilonlab.ui.generate.vae;

import epsilonlab.data.DataSet;
import epsilonlab.ui.LabSession;

/** What the classes are called. */
final class VaeNames {
  private VaeNames() {}

  /** The name of a class in the data set in use. */
  static String of(LabSession session, int label) {
    DataSet data = session.data().get();
    return data == null || label >= data.classNames().size()
        ? String.valueOf(label)
        : data.classNames().get(label);
  }
}
