package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Several linear layers of the same size on the same input, side by side: N x in to N x (heads x
 * out). A variational autoencoder's mean and log-variance are two.
 *
 * @param heads the layers, all from as many features to as many
 */
public record LinearHeads(List<Linear> heads) implements Layer {
  @Override
  public String title() {
    return heads.size() + " linear side by side";
  }

  @Override
  public Map<String, long[]> weights() {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    heads.forEach(head -> shapes.putAll(head.weights()));
    return shapes;
  }

  @Override
  public NDArray apply(NDArray x, Function<String, NDArray> weight, Dropout dropout) {
    return NDArrays.concat(
        heads.stream()
            .map(head -> head.apply(x, weight, dropout))
            .collect(Collectors.toCollection(NDList::new)),
        1);
  }

  @Override
  public Interval bounds(Interval x, Function<String, NDArray> weight) {
    return x.affine(
        centre -> apply(centre, weight, Dropout.NONE),
        radius ->
            NDArrays.concat(
                heads.stream()
                    .map(head -> head.bounds(x, weight).radius())
                    .collect(Collectors.toCollection(NDList::new)),
                1));
  }

  @Override
  public Backward write(ScriptWriter forward) {
    String input = forward.keepForWeights();
    String value = forward.value();
    String outputs =
        heads.stream()
            .map(
                head ->
                    "torch.linear(%s, %s, %s)"
                        .formatted(
                            value,
                            forward.weight(head.name() + ".weight"),
                            forward.weight(head.name() + ".bias")))
            .collect(Collectors.joining(", "));
    forward.assign("torch.cat([%s], 1)", outputs);
    int out = heads.get(0).out();
    forward.image(heads.size() * out, 0);
    return back -> {
      String gradient = back.value();
      String sum = null;
      for (int h = 0; h < heads.size(); h++) {
        Linear head = heads.get(h);
        back.assign("torch.slice(%s, 1, %d, %d)", gradient, h * out, (h + 1) * out);
        String own = back.value();
        if (back.wantsWeights()) {
          head.writeWeightGradients(back, own, input);
        }
        if (back.wantsInput(this)) {
          String part =
              "torch.matmul(%s, %s)".formatted(own, forward.weight(head.name() + ".weight"));
          back.assign("%s", sum == null ? part : "torch.add(%s, %s)".formatted(sum, part));
          sum = back.value();
        }
      }
    };
  }
}
