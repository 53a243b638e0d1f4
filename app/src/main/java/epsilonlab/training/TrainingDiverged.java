package epsilonlab.training;

import epsilonlab.engine.LabException;
import epsilonlab.model.Weights;

/** The loss exploded; the last good weights are kept. */
public final class TrainingDiverged extends LabException {
  private final transient Weights lastGood;
  private final int epochs;

  /**
   * @param sentence what happened and what to do
   * @param epochs how many went well
   */
  public TrainingDiverged(String sentence, Weights lastGood, int epochs) {
    super(sentence);
    this.lastGood = lastGood;
    this.epochs = epochs;
  }

  /** The weights at the end of the last epoch that went well, or the initial ones. */
  public Weights lastGood() {
    return lastGood;
  }

  /** How many epochs went well. */
  public int epochs() {
    return epochs;
  }
}
