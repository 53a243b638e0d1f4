package epsilonlab.model;

import epsilonlab.engine.LabException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The list of networks; a new one is a class and a line here. */
public final class Architectures {
  /** In the order in which they are offered. */
  public static final List<Architecture> ALL =
      List.of(new LogisticRegression(), new Mlp(), new LeNet(), new SmallCnn(), new MadryCnn());

  private Architectures() {}

  /** The network of this name, if there is one. */
  public static Optional<Architecture> find(String id) {
    return ALL.stream().filter(architecture -> architecture.id().equals(id)).findFirst();
  }

  /**
   * The network of this name.
   *
   * @throws LabException that lists the names there are
   */
  public static Architecture get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new LabException(
                    "There is no network '"
                        + id
                        + "'; choose one of "
                        + ALL.stream().map(Architecture::id).collect(Collectors.joining(", "))
                        + "."));
  }

  /**
   * Checks that weights belong to the network of this name.
   *
   * @throws LabException if there is no such network, or they do not
   */
  public static void validate(String id, Weights weights) {
    get(id).validate("The weights file", weights);
  }
}
