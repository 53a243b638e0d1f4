package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Losses;
import epsilonlab.engine.Tensors;
import epsilonlab.model.LogitsLoss;
import java.util.Arrays;

/**
 * What an attack makes grow, an image: all are larger the worse the network does, and take the
 * targets instead of the labels where the examples have some.
 */
public enum AttackLoss {
  /** The cross-entropy of the label, or minus that of the target. */
  CROSS_ENTROPY("cross-entropy") {
    @Override
    public NDArray of(NDArray logits, Examples examples) {
      return examples.targets() == null
          ? Losses.crossEntropy(logits, examples.labels())
          : Losses.crossEntropy(logits, examples.targets()).neg();
    }

    @Override
    public LogitsLoss sum(Examples examples) {
      return examples.goal();
    }
  },
  /**
   * The largest logit of another class minus the label's (or the target's logit minus the largest
   * of the others): above 0 where the attack has won. The loss of Carlini and Wagner, "Towards
   * Evaluating the Robustness of Neural Networks" (2017). Unlike the cross-entropy it does not
   * vanish for a network that is very sure.
   */
  MARGIN("margin") {
    @Override
    public NDArray of(NDArray logits, Examples examples) {
      boolean untargeted = examples.targets() == null;
      NDArray own = untargeted ? examples.labels() : examples.targets();
      NDArray ownLogit = picked(logits, own);
      NDArray other = logits.sub(excluded(logits, own)).max(new int[] {1});
      return untargeted ? other.sub(ownLogit) : ownLogit.sub(other);
    }
  },
  /**
   * The difference-of-logits ratio of Croce and Hein, "Reliable Evaluation of Adversarial
   * Robustness with an Ensemble of Diverse Parameter-free Attacks" (2020): the margin over the
   * distance between the largest and the third largest logit, which does not change when the logits
   * are scaled. With targets: the target's logit minus the label's, over the largest minus the mean
   * of the third and fourth.
   */
  DLR("dlr") {
    @Override
    public NDArray of(NDArray logits, Examples examples) {
      NDArray sorted = logits.sort(1);
      long classes = logits.getShape().get(1);
      NDArray first = sorted.get(":, " + (classes - 1));
      NDArray third = sorted.get(":, " + (classes - 3));
      if (examples.targets() == null) {
        return MARGIN.of(logits, examples).div(first.sub(third).add(tiny(logits)));
      }
      NDArray fourth = sorted.get(":, " + (classes - 4));
      NDArray scale = first.sub(third.add(fourth).mul(scalar(logits, 0.5))).add(tiny(logits));
      return picked(logits, examples.targets()).sub(picked(logits, examples.labels())).div(scale);
    }
  };

  private static final float FAR = 1e9f;
  private static final double TINY = 1e-12;

  private final String id;

  AttackLoss(String id) {
    this.id = id;
  }

  /** The parameter {@code --loss}, whose value is the place of a loss among all. */
  static final Parameter PARAMETER =
      Parameter.choice(
          "loss",
          "Loss",
          Arrays.stream(values()).map(loss -> loss.id).toList(),
          "What the attack makes grow: the cross-entropy, the margin between logits, or their"
              + " difference ratio.");

  /** The loss that the settings choose. */
  static AttackLoss chosen(AttackSettings settings) {
    return values()[settings.integer(PARAMETER.name())];
  }

  /**
   * The loss of each image, inside or outside a graph.
   *
   * @param logits N x classes, at least four
   * @return N
   */
  public abstract NDArray of(NDArray logits, Examples examples);

  /** Their sum, as something to differentiate. */
  public LogitsLoss sum(Examples examples) {
    return logits -> of(logits, examples).sum();
  }

  private static NDArray scalar(NDArray like, double value) {
    return Tensors.scalar(like.getManager(), value);
  }

  private static NDArray tiny(NDArray like) {
    return scalar(like, TINY);
  }

  private static NDArray picked(NDArray logits, NDArray classes) {
    return logits.gather(classes.expandDims(1), 1).squeeze(1);
  }

  /** Very much at these classes, 0 elsewhere. */
  private static NDArray excluded(NDArray logits, NDArray classes) {
    return classes.oneHot((int) logits.getShape().get(1)).mul(scalar(logits, FAR));
  }
}
