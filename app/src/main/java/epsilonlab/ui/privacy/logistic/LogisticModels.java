package epsilonlab.ui.privacy.logistic;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.data.OwnData;

/**
 * The view-models of the part. Belongs to the FX thread; needs no screen.
 *
 * @param data the data set of the part, Fashion-MNIST until the user chooses
 * @param form what all pages share
 * @param sweep the overview
 */
record LogisticModels(OwnData data, LogisticForm form, Sweep sweep) {
  static LogisticModels of(LabServices services) {
    LabSession session = services.session();
    OwnData data = new OwnData(session, LogisticSettings.DATASET);
    LogisticForm form = new LogisticForm(session, data.data()::get);
    return new LogisticModels(data, form, new Sweep(session, data, form));
  }
}
