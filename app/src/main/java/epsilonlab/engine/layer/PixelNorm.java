package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Tensors;
import java.util.function.Function;

/**
 * Pixel normalisation (Karras et al., 2018): divides the channels of each pixel by the root of
 * their mean square, plus a little. It has no weights and looks at one image only; batch
 * normalisation would make an image depend on the others of its shard, so that results would change
 * with the way a batch is cut.
 */
public record PixelNorm() implements Layer {
  private static final double LITTLE = 1e-8;

  @Override
  public String title() {
    return "pixel normalisation";
  }

  @Override
  public NDArray apply(NDArray x, Function<String, NDArray> weight, Dropout dropout) {
    NDArray little = Tensors.scalar(x.getManager(), LITTLE);
    return x.div(x.square().mean(new int[] {1}, true).add(little).sqrt());
  }

  /** No channel can hold more than all of the mean square, whatever comes in. */
  @Override
  public Interval bounds(Interval x, Function<String, NDArray> weight) {
    NDArray most =
        x.lower()
            .onesLike()
            .mul(Tensors.scalar(x.lower().getManager(), Math.sqrt(x.lower().getShape().get(1))));
    return new Interval(most.neg(), most);
  }

  @Override
  public Backward write(ScriptWriter forward) {
    String input = forward.keep();
    String factor = forward.fresh();
    forward.line(
        "%s = torch.rsqrt(torch.add(torch.mean(torch.mul(%s, %s), [1], True), %s))",
        factor, forward.value(), forward.value(), LITTLE);
    String kept = forward.keep(factor);
    forward.assign("torch.mul(%s, %s)", forward.value(), factor);
    return back -> {
      String gradient = back.value();
      String output = back.fresh();
      // the output itself may have been changed in place by the layer behind
      back.line("%s = torch.mul(%s, %s)", output, input, kept);
      back.assign("torch.mean(torch.mul(%s, %s), [1], True)", gradient, output);
      back.assign(
          "torch.mul(torch.sub(%s, torch.mul(%s, %s)), %s)", gradient, output, back.value(), kept);
    };
  }
}
