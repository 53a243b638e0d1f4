package epsilonlab.defence;

import epsilonlab.engine.LabException;
import epsilonlab.model.Architecture;
import epsilonlab.training.AdversarialSettings;
import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingSettings;
import java.util.HashSet;
import java.util.List;

/**
 * Which training methods race, all from the same weights, with the same batches in the same order.
 *
 * @param architecture the network that each trains
 * @param methods which take part, each once
 * @param training what they have in common: optimiser, batch, epochs, seed
 * @param adversarial the attack in training; its method is not looked at
 */
public record RaceSettings(
    Architecture architecture,
    List<TrainingMethod> methods,
    TrainingSettings training,
    AdversarialSettings adversarial) {
  /**
   * Checks the list of methods.
   *
   * @throws LabException if it is empty or holds one twice
   */
  public RaceSettings {
    methods = List.copyOf(methods);
    if (methods.isEmpty()) {
      throw new LabException("There is no training method to race; choose at least one.");
    }
    if (new HashSet<>(methods).size() < methods.size()) {
      throw new LabException("A training method stands twice in the list; name each once.");
    }
  }

  /** How many passes through the network a batch costs, all methods together. */
  int passes() {
    return methods.stream().mapToInt(this::passes).sum();
  }

  int passes(TrainingMethod method) {
    return method.passes(adversarial);
  }
}
