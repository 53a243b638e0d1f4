package epsilonlab.attack;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import epsilonlab.engine.LabException;
import epsilonlab.model.Network;
import java.util.List;

/**
 * Images that {@link Pgd} crafts on another network, tried on this one, which is never asked:
 * Papernot, McDaniel and Goodfellow, "Transferability in Machine Learning: from Phenomena to
 * Black-Box Attacks using Adversarial Samples" (2016).
 */
final class Transfer implements Attack {
  private static final Pgd CRAFT = Pgd.linf();

  @Override
  public String id() {
    return "transfer";
  }

  @Override
  public String title() {
    return "Transfer from another model";
  }

  @Override
  public String sentence() {
    return "PGD on another network, whose images are tried on this one.";
  }

  @Override
  public List<Parameter> parameters() {
    return CRAFT.parameters();
  }

  @Override
  public boolean needsSource() {
    return true;
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    Network source =
        settings.source().orElseThrow(() -> new IllegalStateException("transfer has no source"));
    checkFits(source, network, examples);
    Prepared crafted = CRAFT.prepare(source, examples, settings);
    // not crafted's own way of dropping images: that asks the source
    return crafted::at;
  }

  private static void checkFits(Network source, Network network, Examples examples) {
    if (source.classes() != network.classes()) {
      throw new LabException(
          "The source %s knows %d classes and %s knows %d; choose a source for the same classes."
              .formatted(source.name(), source.classes(), network.name(), network.classes()));
    }
    try {
      NDArray one = examples.images().get("0:1");
      source.logits(one);
    } catch (EngineException | IllegalArgumentException otherSize) {
      long[] shape = examples.images().getShape().getShape();
      throw new LabException(
          "The source %s does not take images of %d x %d x %d; choose one with the same input size."
              .formatted(source.name(), shape[1], shape[2], shape[3]),
          otherSize);
    }
  }
}
