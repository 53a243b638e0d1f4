package epsilonlab.privacy.dpsgd;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Seed;
import epsilonlab.engine.TorchScript;
import epsilonlab.engine.layer.Flatten;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.Linear;
import epsilonlab.engine.layer.Relu;
import epsilonlab.model.Architecture;
import java.util.List;

/**
 * Clips without making the gradient of any one image. In a fully connected layer that is the outer
 * product of the gradient d by the layer's output and its input a, so its squared length is |d|^2
 * (|a|^2 + 1) with the bias (Goodfellow, "Efficient Per-Example Gradient Computations", 2015). The
 * way back is linear in each image, so the clipped sum is that of the scaled d: one matrix product
 * a layer, as without clipping.
 */
final class GhostClipping implements ClippedGradients {
  private static final String TEXT =
      """
        def clipped(self: __torch__.Functions, images: Tensor, y: Tensor, p: List[Tensor], clip: float, scale: float) -> List[Tensor]:
          layers = torch.floordiv(torch.len(p), 2)
          a = annotate(List[Tensor], [torch.flatten(images, 1)])
          for i in range(layers):
            z = torch.linear(a[i], p[torch.mul(2, i)], p[torch.add(torch.mul(2, i), 1)])
            if torch.lt(torch.add(i, 1), layers):
              h = torch.relu(z)
            else:
              h = z
            _0 = torch.append(a, h)
          logs = torch.log_softmax(a[layers], 1)
          places = torch.unsqueeze(y, 1)
          picked = torch.gather(logs, 1, places)
          d = annotate(List[Tensor], [torch.scatter_add(torch.exp(logs), 1, places, torch.neg(torch.ones_like(picked)))])
          squares = torch.zeros_like(picked)
          for k in range(layers):
            i = torch.sub(torch.sub(layers, 1), k)
            ofOutput = torch.sum(torch.mul(d[k], d[k]), [1], True)
            ofInput = torch.sum(torch.mul(a[i], a[i]), [1], True)
            squares = torch.add(squares, torch.mul(ofOutput, torch.add(ofInput, 1)))
            if torch.gt(i, 0):
              e = torch.threshold_backward(torch.matmul(d[k], p[torch.mul(2, i)]), a[i], 0)
            else:
              e = d[k]
            _1 = torch.append(d, e)
          norms = torch.sqrt(squares)
          factors = torch.clamp_max(torch.mul(torch.reciprocal(torch.clamp_min(norms, 1e-30)), clip), 1)
          scaled = torch.mul(factors, scale)
          count = torch.sum(torch.gt(norms, clip), dtype=6)
          results = annotate(List[Tensor], [torch.stack([torch.neg(torch.sum(picked)), count])])
          for i in range(layers):
            g = torch.mul(d[torch.sub(torch.sub(layers, 1), i)], scaled)
            _2 = torch.append(results, torch.matmul(torch.t(g), a[i]))
            _3 = torch.append(results, torch.sum(g, [0]))
          return results
      """;

  private static final class Functions {
    static final TorchScript SCRIPT = TorchScript.compile(TEXT);
  }

  /** Whether a network is a chain of fully connected layers with ReLU between them. */
  static boolean fits(Architecture network) {
    List<Layer> layers = network.layers();
    if (layers.size() % 2 != 0 || !(layers.get(0) instanceof Flatten)) {
      return false;
    }
    for (int i = 1; i < layers.size(); i++) {
      if (!(i % 2 == 1 ? layers.get(i) instanceof Linear : layers.get(i) instanceof Relu)) {
        return false;
      }
    }
    return true;
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
    List<NDArray> results =
        Functions.SCRIPT.arrays("clipped", owner, images, labels, weights, clip, scale);
    float[] sums = results.get(0).toFloatArray();
    return new Sum(sums[0], (long) sums[1], results.subList(1, results.size()));
  }
}
