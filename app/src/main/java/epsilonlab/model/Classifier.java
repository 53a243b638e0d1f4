package epsilonlab.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Compute;
import epsilonlab.engine.layer.Interval;
import epsilonlab.engine.layer.LayerScript;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;

/**
 * One of the lab's networks with weights, on the device, ready to be evaluated and attacked. Its
 * arrays are freed when nobody refers to it any more: a job that still runs may hold it after the
 * window has turned to another model.
 */
public final class Classifier implements Network {
  private static final Cleaner CLEANER = Cleaner.create();

  private final String name;
  private final Architecture architecture;
  private final Weights weights;
  private final LiveNetwork network;
  // the arrays are freed when this is no more
  private final Object arrays;

  /** Copies {@code weights}, which must belong to {@code architecture}, to the device. */
  public Classifier(Compute compute, String name, Architecture architecture, Weights weights) {
    architecture.validate(name, weights);
    this.name = name;
    this.architecture = architecture;
    this.weights = weights;
    NDManager manager = compute.newManager();
    this.arrays = new Object();
    CLEANER.register(arrays, manager::close);
    try {
      LayerScript script = architecture.script(compute);
      Parameters parameters = compute.call(() -> Parameters.upload(manager, weights));
      LayerScript.Prepared prepared =
          compute.call(() -> script.prepare(parameters.list(architecture)).keptBy(manager));
      this.network = new LiveNetwork(architecture, parameters, script, prepared);
    } catch (RuntimeException | Error failure) {
      manager.close();
      throw failure;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int classes() {
    return network.classes();
  }

  /** The same under another name. */
  public Classifier named(String other) {
    return new Classifier(this, other);
  }

  private Classifier(Classifier same, String name) {
    this.name = name;
    this.architecture = same.architecture;
    this.weights = same.weights;
    this.network = same.network;
    this.arrays = same.arrays;
  }

  /** Its kind. */
  public Architecture architecture() {
    return architecture;
  }

  /** Its weights in Java memory. */
  public Weights weights() {
    return weights;
  }

  @Override
  public NDArray logits(NDArray images) {
    try {
      return network.logits(images);
    } finally {
      Reference.reachabilityFence(arrays);
    }
  }

  /**
   * How much each logit can exceed the label's anywhere within epsilon of the images, in every
   * pixel and inside [0, 1]; see {@link Architecture#excessBounds}. Outside a graph.
   *
   * @param images N x 1 x 28 x 28, in [0, 1]
   * @param labels N, int64
   * @return N x 10
   */
  public NDArray excessBounds(NDArray images, NDArray labels, double epsilon) {
    try {
      return network.excessBounds(Interval.around(images, epsilon), labels);
    } finally {
      Reference.reachabilityFence(arrays);
    }
  }

  @Override
  public InputGradient inputGradient(NDArray images, LogitsLoss loss) {
    try {
      return network.inputGradient(images, loss);
    } finally {
      Reference.reachabilityFence(arrays);
    }
  }
}
