package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.List;

/**
 * The l2 attack of Carlini and Wagner, "Towards Evaluating the Robustness of Neural Networks"
 * (2017): Adam on the squared length of the change plus a constant times the margin that the
 * network still has, in a variable whose tanh is the image, so that every value of it is inside [0,
 * 1]; the smallest constant that leads to success is found by binary search, for each image.
 */
final class CarliniWagner implements Attack {
  @Override
  public String id() {
    return "carlini-wagner";
  }

  @Override
  public String title() {
    return "Carlini-Wagner";
  }

  @Override
  public String sentence() {
    return "Makes length of the change and margin small together, and searches for their balance.";
  }

  @Override
  public Norm norm() {
    return Norm.L2;
  }

  @Override
  public boolean isMinimumNorm() {
    return true;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.STEPS.withInitial(300),
        Parameter.real(
            "learning-rate",
            "",
            "Learning rate",
            1e-6,
            10,
            0.02,
            "How far the first steps of Adam go; later ones are shorter, down to nothing."),
        Parameter.real(
            "confidence",
            "κ",
            "Confidence",
            0,
            1e6,
            0,
            "By how much the wrong logit must be larger than the others."),
        Parameter.integer(
            "binary-search-steps", "", "Searches", 1, 100, 7, "How many constants it tries."),
        Parameter.real(
            "initial-const",
            "c",
            "First constant",
            1e-10,
            1e10,
            0.01,
            "How much the margin weighs against the length in the first search."),
        Parameter.onOff(
            "abort-early", "Early", true, "Ends a search for an image that gets no better."));
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    double confidence = settings.real("confidence");
    NDArray images = examples.images();
    float[] best;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      best =
          new ConstantSearch(
                  network,
                  examples,
                  settings.integer("steps"),
                  settings.real("learning-rate"),
                  confidence,
                  settings.isOn("abort-early"))
              .run(settings.integer("binary-search-steps"), settings.real("initial-const"));
    }
    NDArray found = Tensors.of(images.getManager(), best, images.getShape().getShape());
    NDArray nearest =
        WayBack.from(
            network,
            examples,
            found,
            logits -> AttackLoss.MARGIN.of(logits, examples).gt(confidence));
    return new SmallestChange(examples, nearest, Geometry.L2);
  }
}
