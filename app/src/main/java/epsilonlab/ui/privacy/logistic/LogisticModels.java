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
 * @param attacks stronger attacks
 * @param play the game
 * @param defences accuracy against leakage
 */
record LogisticModels(
    OwnData data, LogisticForm form, Sweep sweep, Attacks attacks, Play play, Defences defences) {
  static LogisticModels of(LabServices services) {
    LabSession session = services.session();
    OwnData data = new OwnData(session, LogisticSettings.DATASET);
    LogisticForm form = new LogisticForm(session, data.data()::get);
    Sweep sweep = new Sweep(session, data, form);
    return new LogisticModels(
        data,
        form,
        sweep,
        new Attacks(session, data, form),
        new Play(session, sweep),
        new Defences(session, data, form));
  }
}
