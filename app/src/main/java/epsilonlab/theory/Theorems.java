package epsilonlab.theory;

import epsilonlab.engine.LabException;
import epsilonlab.theory.discriminator.OptimalDiscriminatorTheorem;
import epsilonlab.theory.linear.LinearAdversaryTheorem;
import epsilonlab.theory.pca.PcaTheorem;
import epsilonlab.theory.perceptron.PerceptronTheorem;
import epsilonlab.theory.regression.RobustRegressionTheorem;
import epsilonlab.theory.svm.HingeSvmTheorem;
import epsilonlab.theory.uniform.UniformLikelihoodTheorem;
import java.util.List;

/** The list of theorems; a new one is a class and a line here. */
public final class Theorems {
  /** In the order of the window's pages. */
  public static final List<Theorem> ALL =
      List.of(
          new LinearAdversaryTheorem(),
          new HingeSvmTheorem(),
          new RobustRegressionTheorem(),
          new PerceptronTheorem(),
          new OptimalDiscriminatorTheorem(),
          new PcaTheorem(),
          new UniformLikelihoodTheorem());

  private Theorems() {}

  /**
   * The theorem of this name.
   *
   * @throws LabException that lists the names
   */
  public static Theorem get(String id) {
    return ALL.stream()
        .filter(theorem -> theorem.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new LabException(
                    "There is no topic '" + id + "'; choose " + String.join(", ", ids()) + "."));
  }

  /** The names, for a message. */
  public static List<String> ids() {
    return ALL.stream().map(Theorem::id).toList();
  }
}
