package epsilonlab.ui.privacy.mean;

import epsilonlab.ui.privacy.microscope.Scores;

/** Scores that were drawn, and what was chosen when they were. */
record Look(MeanForm.Chosen of, Scores scores) {
  /** In plain words. */
  String words() {
    return MeanWords.plain(of, scores.roc().at(scores.best()));
  }
}
