package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.List;

/**
 * DeepFool of Moosavi-Dezfooli, Fawzi and Frossard, "DeepFool: a simple and accurate method to fool
 * deep neural networks" (2016): takes the network for a linear one, steps to its nearest boundary,
 * and again from there until the answer changes. In the l2 and the l-infinity norm.
 */
final class DeepFool implements Attack {
  private final String id;
  private final String title;
  private final Geometry geometry;

  private DeepFool(String id, String title, Geometry geometry) {
    this.id = id;
    this.title = title;
    this.geometry = geometry;
  }

  /** The one that looks for the shortest change. */
  static DeepFool l2() {
    return new DeepFool("deepfool", "DeepFool", Geometry.L2);
  }

  /** The one that looks for the smallest largest change of a pixel. */
  static DeepFool linf() {
    return new DeepFool("deepfool-linf", "DeepFool, l∞", Geometry.LINF);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String sentence() {
    return "Steps to the nearest boundary of the network as if it were linear, until it is crossed.";
  }

  @Override
  public Norm norm() {
    return geometry.norm();
  }

  @Override
  public boolean isMinimumNorm() {
    return true;
  }

  @Override
  public boolean isTargetable() {
    return false;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.STEPS.withInitial(50),
        Parameter.real(
            "overshoot",
            "η",
            "Overshoot",
            0,
            1,
            0.02,
            "By which part of the way it steps beyond the boundary."),
        Parameter.integer(
            "candidates",
            "",
            "Candidates",
            2,
            1000,
            10,
            "How many of the likeliest classes count."),
        Parameter.onOff(
            "walk-back", "Back", true, "Goes back at the end as far as the answer stays wrong."));
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    DeepFoolSteps steps =
        new DeepFoolSteps(
            network,
            examples,
            geometry,
            settings.integer("candidates"),
            1 + settings.real("overshoot"));
    NDArray images = examples.images();
    NDArray found =
        Tensors.of(
            images.getManager(),
            steps.run(settings.integer("steps")),
            images.getShape().getShape());
    return new SmallestChange(
        examples,
        settings.isOn("walk-back")
            ? WayBack.from(network, examples, found, examples::fooled)
            : found,
        geometry);
  }
}
