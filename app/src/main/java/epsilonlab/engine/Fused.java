package epsilonlab.engine;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Several operations in one call. For use on compute threads, outside graphs; what they return is
 * not to be changed in place (see {@link TorchScript}).
 */
public final class Fused {
  private static final String TEXT =
      """
        def cross_entropy_gradient(self: __torch__.Functions, logits: Tensor, labels: Tensor, scale: float) -> Tensor:
          softmax = torch.softmax(logits, 1)
          places = torch.unsqueeze(labels, 1)
          ones = torch.ones_like(torch.gather(softmax, 1, places))
          return torch.mul(torch.scatter_add(softmax, 1, places, torch.neg(ones)), scale)
        def sign_step(self: __torch__.Functions, x: Tensor, gradient: Tensor, size: Tensor, low: Tensor, high: Tensor) -> Tensor:
          step = torch.mul_(torch.sign_(gradient), size)
          return torch.clamp_(torch.add_(step, x), low, high)
        def sums(self: __torch__.Functions, parts: List[Tensor], n: int) -> List[Tensor]:
          rounds = torch.floordiv(torch.len(parts), n)
          all = annotate(List[Tensor], [])
          for i in range(n):
            one = parts[i]
            for k in range(1, rounds):
              one = torch.add_(one, parts[torch.add(torch.mul(k, n), i)])
            _0 = torch.append(all, one)
          return all
        def sliced(self: __torch__.Functions, all: List[Tensor], slice: int, slices: int) -> List[Tensor]:
          some = annotate(List[Tensor], [])
          for i in range(torch.len(all)):
            one = all[i]
            rows = torch.size(one, 0)
            first = torch.floordiv(torch.mul(rows, slice), slices)
            end = torch.floordiv(torch.mul(rows, torch.add(slice, 1)), slices)
            _0 = torch.append(some, torch.slice(one, 0, first, end))
          return some
        def ordered(self: __torch__.Functions, all: List[Tensor]) -> List[Tensor]:
          some = annotate(List[Tensor], [])
          for i in range(torch.len(all)):
            one = all[i]
            if torch.eq(torch.dim(one), 4):
              two = torch.contiguous(one, memory_format=2)
            else:
              two = one
            _0 = torch.append(some, two)
          return some
        def adam(self: __torch__.Functions, weights: List[Tensor], gradients: List[Tensor], means: List[Tensor], squares: List[Tensor], steps: List[Tensor], slice: int, slices: int, rate: float, decay: float) -> List[Tensor]:
          w = (self).sliced(weights, slice, slices)
          g = (self).sums((self).sliced((self).ordered(gradients), slice, slices), torch.len(weights))
          m = (self).sliced(means, slice, slices)
          v = (self).sliced(squares, slice, slices)
          torch._fused_adam_(w, g, m, v, annotate(List[Tensor], []), steps, lr=rate, beta1=0.90000000000000002, beta2=0.999, weight_decay=decay, eps=1e-08, amsgrad=False, maximize=False)
          return annotate(List[Tensor], [])
      """;

  private static final class Functions {
    static final TorchScript SCRIPT = TorchScript.compile(TEXT);
  }

  private Fused() {}

  /**
   * The gradient of the sum of the cross-entropies by the logits, in closed form: softmax minus
   * one-hot, times {@code scale}.
   *
   * @param logits N x classes
   * @param labels N, int64
   * @return N x classes
   */
  public static NDArray crossEntropyGradient(NDArray logits, NDArray labels, double scale) {
    return Functions.SCRIPT.array(
        "cross_entropy_gradient", logits.getManager(), logits, labels, scale);
  }

  /**
   * x + size sign(gradient), pulled back between {@code low} and {@code high}.
   *
   * @param gradient of the shape of x; it is changed
   * @param size of the step: a scalar, or N x 1 x 1 x 1 for one an image
   */
  public static NDArray signStep(
      NDArray x, NDArray gradient, NDArray size, NDArray low, NDArray high) {
    return Functions.SCRIPT.array("sign_step", x.getManager(), x, gradient, size, low, high);
  }

  /**
   * Adds lists of arrays of equal shapes, always in the same order.
   *
   * @param lists at least one; the first is changed
   */
  public static List<NDArray> sums(List<List<NDArray>> lists) {
    if (lists.size() == 1) {
      return lists.get(0);
    }
    List<NDArray> all = lists.stream().flatMap(List::stream).toList();
    int count = lists.get(0).size();
    return Functions.SCRIPT.arrays("sums", all.get(0).getManager(), all, (long) count);
  }

  /**
   * A slice of the rows of every weight does a step of Adam, in place.
   *
   * @param weights contiguous, those of four dimensions with the channels last: PyTorch's kernel
   *     goes through them as they lie in memory
   * @param gradients one list after the other, to be added; the first is changed; in any order of
   *     memory
   * @param steps one for each weight: the number of this step, from 1
   */
  static void adam(
      List<NDArray> weights,
      List<NDArray> gradients,
      List<NDArray> means,
      List<NDArray> squares,
      List<NDArray> steps,
      int slice,
      int slices,
      double rate,
      double weightDecay) {
    Functions.SCRIPT.arrays(
        "adam",
        weights.get(0).getManager(),
        weights,
        gradients,
        means,
        squares,
        steps,
        (long) slice,
        (long) slices,
        rate,
        weightDecay);
  }
}
