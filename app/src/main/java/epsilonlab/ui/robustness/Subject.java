package epsilonlab.ui.robustness;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.LabException;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.LabSession;

/**
 * What is examined: some test digits and a model.
 *
 * @param from the index of the first digit in the test set
 */
record Subject(DataSet data, ModelEntry model, int from, ImageSet images, long seed) {
  /**
   * The model in use on so many digits, the first ones or, if the chosen one lies beyond them,
   * those up to it.
   *
   * @throws LabException if there is no model or there are no digits
   */
  static Subject of(LabSession session, int count) {
    DataSet data = session.data().get();
    ModelEntry model = session.model().get();
    if (data == null) {
      throw new LabException("The digits are being loaded; try again in a moment.");
    }
    if (model == null) {
      throw new LabException("There is no model to examine; train one first.");
    }
    ImageSet test = data.test();
    int many = Math.min(count, test.size());
    int from = Math.max(0, Math.min(session.digit().get(), test.size() - 1) - many + 1);
    return new Subject(data, model, from, test.slice(from, from + many), session.seed().get());
  }

  /** Where a test digit is among these; -1 if it is not. */
  int place(int digit) {
    return digit >= from && digit < from + images.size() ? digit - from : -1;
  }

  /** "100 digits, LeNet". */
  String inWords() {
    return images.size() + " test digits, " + model.card().name();
  }
}
