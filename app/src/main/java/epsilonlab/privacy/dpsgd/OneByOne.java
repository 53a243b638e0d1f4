package epsilonlab.privacy.dpsgd;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Seed;
import epsilonlab.engine.TorchScript;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.engine.layer.LayerScript.BatchGradients;
import java.util.List;

/** Makes the gradient of each image by itself: for any network, and slow. */
final class OneByOne implements ClippedGradients {
  private static final String TEXT =
      """
        def add(self: __torch__.Functions, sum: List[Tensor], g: List[Tensor], clip: float, scale: float) -> Tensor:
          squares = torch.new_zeros(g[0], [])
          for i in range(torch.len(g)):
            squares = torch.add(squares, torch.sum(torch.mul(g[i], g[i])))
          norm = torch.sqrt(squares)
          factor = torch.clamp_max(torch.mul(torch.reciprocal(torch.clamp_min(norm, 1e-30)), clip), 1)
          scaled = torch.mul(factor, scale)
          for i in range(torch.len(g)):
            _0 = torch.add_(sum[i], torch.mul(g[i], scaled))
          return norm
      """;

  private static final class Functions {
    static final TorchScript SCRIPT = TorchScript.compile(TEXT);
  }

  private final LayerScript script;

  OneByOne(LayerScript script) {
    this.script = script;
  }

  @Override
  public Sum of(
      NDArray images,
      NDArray labels,
      List<NDArray> weights,
      double clip,
      double scale,
      Seed dropout,
      NDManager owner) {
    List<NDArray> sum = weights.stream().map(weight -> zeros(weight, owner)).toList();
    double loss = 0;
    long clipped = 0;
    for (int i = 0; i < labels.size(); i++) {
      Cancellation.check();
      String place = i + ":" + (i + 1);
      try (NDManager own = owner.newSubManager();
          NDArray image = images.get(place);
          NDArray label = labels.get(place)) {
        BatchGradients one = script.gradients(image, label, weights, dropout.split(i), 1, own);
        loss += one.loss();
        NDArray norm = Functions.SCRIPT.array("add", own, sum, one.gradients(), clip, scale);
        clipped += norm.getFloat() > clip ? 1 : 0;
      }
    }
    return new Sum(loss, clipped, sum);
  }

  private static NDArray zeros(NDArray weight, NDManager owner) {
    NDArray zeros = weight.zerosLike();
    zeros.attach(owner);
    return zeros;
  }
}
