package epsilonlab.defence;

import epsilonlab.engine.LabException;
import java.util.List;
import java.util.stream.Collectors;

/** The list of defences; a new one is a class and a line here. */
public final class Defences {
  /** In the order in which the gallery shows them. */
  public static final List<Defence> ALL =
      List.of(
          new LogitScaling(),
          new Distillation(),
          new MaskedGradients(),
          new ShatteredGradients(),
          new BitDepth(),
          new Thresholding(),
          new MedianSmoothing(),
          new TotalVariation(),
          new RandomResizing(),
          new GaussianNoise());

  private Defences() {}

  /**
   * The defence of this name.
   *
   * @throws LabException that lists the names there are
   */
  public static Defence get(String id) {
    return ALL.stream()
        .filter(defence -> defence.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new LabException(
                    "There is no defence '"
                        + id
                        + "'; choose one of "
                        + ALL.stream().map(Defence::id).collect(Collectors.joining(", "))
                        + "."));
  }
}
