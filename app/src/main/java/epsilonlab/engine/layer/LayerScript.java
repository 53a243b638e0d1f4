package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.TorchScript;
import epsilonlab.engine.layer.ScriptWriter.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A chain of layers compiled into TorchScript functions with the backward pass written out: one
 * call goes forward, one call back, and no graph is recorded. It knows no weights; they are given
 * with each call. To be called on compute threads, from as many at once as there are.
 */
public final class LayerScript {
  private static final String GRADIENTS =
      """
        def gradients(self: __torch__.Functions, x: Tensor, y: Tensor, p: List[Tensor], i: List[Tensor], m: List[Tensor], scale: float) -> List[Tensor]:
          w = torch.add(p, (self).kernels(p, i))
          t = (self).forward(x, w, m)
          logs = torch.log_softmax(t[0], 1)
          places = torch.unsqueeze(y, 1)
          picked = torch.gather(logs, 1, places)
          g = torch.mul(torch.scatter_add(torch.exp(logs), 1, places, torch.neg(torch.ones_like(picked))), scale)
          right = torch.sum(torch.eq(torch.argmax(logs, 1), y), dtype=6)
          sums = torch.stack([torch.neg(torch.sum(picked)), right])
          return torch.add([sums], (self).backward(g, t, w, m))
        def gradients_of(self: __torch__.Functions, images: Tensor, labels: Tensor, order: Tensor, first: int, end: int, p: List[Tensor], i: List[Tensor], m: List[Tensor], scale: float) -> List[Tensor]:
          indices = torch.slice(order, 0, first, end)
          return (self).gradients(torch.index_select(images, 0, indices), torch.index_select(labels, 0, indices), p, i, m, scale)
      """;

  private final Variant evaluation;
  private final Variant training;
  private final Supplier<Variant> inputInTraining;
  private final Supplier<Variant> bothInTraining;

  /**
   * @param channels of the images
   * @param side their height and width
   */
  public LayerScript(Compute compute, List<Layer> layers, int channels, int side) {
    Function<Purpose, Variant> make =
        purpose -> new Variant(compute, layers, channels, side, purpose);
    evaluation = make.apply(Purpose.EVALUATION);
    training = make.apply(new Purpose(true, false, true));
    // most networks never need these
    inputInTraining = once(() -> make.apply(new Purpose(false, true, true)));
    bothInTraining = once(() -> make.apply(new Purpose(true, true, true)));
  }

  private static Supplier<Variant> once(Supplier<Variant> make) {
    return new Supplier<>() {
      private Variant made;

      @Override
      public synchronized Variant get() {
        if (made == null) {
          made = make.get();
        }
        return made;
      }
    };
  }

  /** Which gradients a pass in training mode is to give. */
  public enum Wanted {
    /** Those by the weights. */
    WEIGHTS,
    /** That by the input of the first layer, as a generator wants it of its discriminator. */
    INPUT,
    /** Both, as a decoder gives them. */
    BOTH
  }

  private Variant inTraining(Wanted wanted) {
    return switch (wanted) {
      case WEIGHTS -> training;
      case INPUT -> inputInTraining.get();
      case BOTH -> bothInTraining.get();
    };
  }

  /** Weights with what the functions make of them beforehand. */
  public static final class Prepared {
    private final List<NDArray> arrays;

    private Prepared(List<NDArray> arrays) {
      this.arrays = arrays;
    }

    /** Lets what was made live as long as this manager. */
    public Prepared keptBy(NDManager manager) {
      arrays.forEach(array -> Tensors.keep(array, manager));
      return this;
    }
  }

  /** The functions of one purpose. */
  private static final class Variant {
    final Purpose purpose;
    final ScriptWriter.Plan plan;
    final TorchScript script;
    final List<NDArray> kernelIndices;

    Variant(Compute compute, List<Layer> layers, int channels, int side, Purpose purpose) {
      this.purpose = purpose;
      List<String> weights =
          layers.stream()
              .flatMap(layer -> layer.weights().keySet().stream())
              .collect(Collectors.toList());
      Layer first =
          layers.stream().filter(layer -> !layer.weights().isEmpty()).findFirst().orElseThrow();
      plan = new ScriptWriter.Plan(weights, first, compute.isGpu());
      ScriptWriter forward = ScriptWriter.forward(plan, purpose, channels, side);
      List<Layer.Backward> backwards = new ArrayList<>();
      for (Layer layer : layers) {
        backwards.add(layer.write(forward));
      }
      ScriptWriter backward = ScriptWriter.backward(plan, purpose);
      int last = purpose.input() ? 0 : layers.indexOf(first);
      for (int i = layers.size() - 1; i >= last; i--) {
        backwards.get(i).write(backward);
      }
      script =
          TorchScript.compile(
              forward.function("forward")
                  + backward.function("backward")
                  + kernels()
                  + (purpose.weights() && !purpose.input() ? GRADIENTS : ""));
      kernelIndices = upload(compute);
    }

    private String kernels() {
      StringBuilder lines = new StringBuilder();
      List<String> results = new ArrayList<>();
      for (int i = 0; i < plan.blocks.size(); i++) {
        ScriptWriter.Block block = plan.blocks.get(i);
        String weight = "p[" + block.weight() + "]";
        lines.append(
            """
                w%d = torch.cat([torch.flatten(%s), torch.new_zeros(%s, [1])], 0)
                k%d = torch.reshape(torch.index_select(w%d, 0, i[%d]), %s)
            """
                .formatted(i, weight, weight, i, i, i, Arrays.toString(block.way().kernelShape())));
        results.add("torch.permute(k" + i + ", [0, 3, 1, 2])");
      }
      return """
              def kernels(self: __torch__.Functions, p: List[Tensor], i: List[Tensor]) -> List[Tensor]:
            %s    return annotate(List[Tensor], [%s])
            """
          .formatted(lines, String.join(", ", results));
    }

    // a few kilobytes that live as long as the functions
    private List<NDArray> upload(Compute compute) {
      NDManager manager = compute.newStaticManager();
      return compute.call(
          () ->
              plan.blocks.stream()
                  .map(
                      block ->
                          Tensors.keep(Tensors.of(manager, block.way().kernelIndices()), manager))
                  .toList());
    }

    Prepared prepare(List<NDArray> weights) {
      List<NDArray> arrays = new ArrayList<>(weights);
      if (!kernelIndices.isEmpty()) {
        NDManager manager = weights.get(0).getManager();
        arrays.addAll(script.arrays("kernels", manager, weights, kernelIndices));
      }
      return new Prepared(arrays);
    }
  }

  /**
   * Makes weights ready for {@link #forward}.
   *
   * @param weights in the order of the layers' names; what is made of them has their manager
   */
  public Prepared prepare(List<NDArray> weights) {
    return evaluation.prepare(weights);
  }

  /** One batch on its way; close it when it has come back. */
  public final class Pass implements AutoCloseable {
    private final Prepared weights;
    private final List<NDArray> kept;

    private Pass(Prepared weights, List<NDArray> kept) {
      this.weights = weights;
      this.kept = kept;
    }

    /**
     * The output, N x classes. Not closed with the pass; not to be changed in place, nor made the
     * leaf of a graph without {@code duplicate}.
     */
    public NDArray logits() {
      return kept.get(0);
    }

    /**
     * The gradient with respect to the images.
     *
     * @param gradient with respect to the logits
     */
    public NDArray inputGradient(NDArray gradient) {
      return evaluation
          .script
          .arrays("backward", gradient.getManager(), gradient, kept, weights.arrays, List.of())
          .get(0);
    }

    @Override
    public void close() {
      kept.subList(1, kept.size()).forEach(NDArray::close);
    }
  }

  /** Goes forward in evaluation mode, ready for {@link Pass#inputGradient}. */
  public Pass forward(NDArray images, Prepared weights) {
    List<NDArray> kept =
        evaluation.script.arrays("forward", images.getManager(), images, weights.arrays, List.of());
    return new Pass(weights, kept);
  }

  // the masks of all variants are the same
  private List<NDArray> masks(NDManager manager, long n, Seed dropout) {
    Dropout masks = Dropout.random(dropout);
    List<NDArray> drawn = new ArrayList<>();
    for (ScriptWriter.Mask mask : training.plan.masks) {
      Shape shape =
          mask.side() == 0
              ? new Shape(n, mask.channels())
              : new Shape(n, mask.channels(), mask.side(), mask.side());
      drawn.add(masks.mask(manager, shape, mask.rate()));
    }
    return drawn;
  }

  /**
   * What a training step wants to know of a batch.
   *
   * @param loss the sum of the cross-entropies
   * @param right how many answers are right
   * @param gradients of the scaled loss by the weights, in their order
   */
  public record BatchGradients(double loss, long right, List<NDArray> gradients) {}

  /**
   * Goes forward and back in training mode on some of the images, with the cross-entropy, in one
   * call.
   *
   * @param images all of them, with their {@code labels}
   * @param order indices of images, int64, of which those from {@code first} (included) to {@code
   *     end} (excluded) are used
   * @param owner the manager of the gradients
   * @param weights in the order of the layers' names
   * @param scale multiplies the gradients, for example 1 / N for the mean
   */
  public BatchGradients gradients(
      NDArray images,
      NDArray labels,
      NDArray order,
      int first,
      int end,
      List<NDArray> weights,
      Seed dropout,
      double scale,
      NDManager owner) {
    List<NDArray> results =
        training.script.arrays(
            "gradients_of",
            owner,
            images,
            labels,
            order,
            (long) first,
            (long) end,
            weights,
            training.kernelIndices,
            masks(owner, end - first, dropout),
            scale);
    return batch(results);
  }

  /**
   * The same for images that are there already, such as adversarial ones.
   *
   * @param images N x channels x height x width
   * @param labels N, int64
   */
  public BatchGradients gradients(
      NDArray images,
      NDArray labels,
      List<NDArray> weights,
      Seed dropout,
      double scale,
      NDManager owner) {
    return batch(
        training.script.arrays(
            "gradients",
            owner,
            images,
            labels,
            weights,
            training.kernelIndices,
            masks(owner, images.getShape().get(0), dropout),
            scale));
  }

  private static BatchGradients batch(List<NDArray> results) {
    float[] sums = results.get(0).toFloatArray();
    return new BatchGradients(sums[0], (long) sums[1], results.subList(1, results.size()));
  }

  /** One batch on its way in training mode; close it when it has come back. */
  public final class TrainingPass implements AutoCloseable {
    private final Variant variant;
    private final Prepared weights;
    private final List<NDArray> masks;
    private final List<NDArray> kept;

    private TrainingPass(
        Variant variant, Prepared weights, List<NDArray> masks, List<NDArray> kept) {
      this.variant = variant;
      this.weights = weights;
      this.masks = masks;
      this.kept = kept;
    }

    /** The output, N x classes, as {@link Pass#logits()} is. */
    public NDArray logits() {
      return kept.get(0);
    }

    /** Lets it live as long as this manager, for a way back in another step. */
    public TrainingPass keptBy(NDManager manager) {
      kept.forEach(array -> Tensors.keep(array, manager));
      masks.forEach(array -> Tensors.keep(array, manager));
      // what was made of the weights, but not the weights themselves
      List<NDArray> arrays = weights.arrays;
      arrays
          .subList(variant.plan.weights.size(), arrays.size())
          .forEach(array -> Tensors.keep(array, manager));
      return this;
    }

    /**
     * The gradients by the weights, in their order, for a pass that wants them.
     *
     * @param gradient with respect to the logits
     */
    public List<NDArray> weightGradients(NDArray gradient) {
      return gradients(gradient).weights();
    }

    /** The gradient by the input, for a pass that wants it. */
    public NDArray inputGradient(NDArray gradient) {
      return gradients(gradient).input();
    }

    /** All that the pass wants. */
    public PassGradients gradients(NDArray gradient) {
      List<NDArray> all =
          variant.script.arrays(
              "backward", gradient.getManager(), gradient, kept, weights.arrays, masks);
      if (!variant.purpose.input()) {
        return new PassGradients(all, null);
      }
      int last = all.size() - 1;
      return new PassGradients(all.subList(0, last), all.get(last));
    }

    @Override
    public void close() {
      kept.subList(1, kept.size()).forEach(NDArray::close);
    }
  }

  /**
   * What a pass in training mode gives when it comes back.
   *
   * @param weights in their order; empty if not wanted
   * @param input by the input of the first layer; null if not wanted
   */
  public record PassGradients(List<NDArray> weights, NDArray input) {}

  /** Goes forward in training mode, for losses other than the cross-entropy. */
  public TrainingPass forwardInTraining(NDArray images, List<NDArray> weights, Seed dropout) {
    return forwardInTraining(images, weights, dropout, Wanted.WEIGHTS);
  }

  /**
   * The same, ready for other gradients.
   *
   * @param input of the first layer
   */
  public TrainingPass forwardInTraining(
      NDArray input, List<NDArray> weights, Seed dropout, Wanted wanted) {
    Variant variant = inTraining(wanted);
    Prepared prepared = variant.prepare(weights);
    List<NDArray> masks = masks(input.getManager(), input.getShape().get(0), dropout);
    List<NDArray> kept =
        variant.script.arrays("forward", input.getManager(), input, prepared.arrays, masks);
    return new TrainingPass(variant, prepared, masks, kept);
  }
}
