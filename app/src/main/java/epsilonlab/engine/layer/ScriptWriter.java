package epsilonlab.engine.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Collects the lines of one TorchScript function while the layers of a network write them, one
 * after the other. A backward function takes what its forward function kept.
 *
 * <p>Variables of the functions: {@code p} the weights in order, then the block kernels; {@code m}
 * the dropout masks; {@code t} what the forward pass kept.
 */
public final class ScriptWriter {
  private final Plan plan;
  private final Purpose purpose;
  private final boolean backward;
  private final StringBuilder lines = new StringBuilder();
  private final List<String> kept = new ArrayList<>();
  private String value;
  private int names;
  private int channels;
  private int side;

  /** What both passes of a network share. */
  static final class Plan {
    final List<String> weights;
    final Layer firstWithWeights;
    final boolean prefersLibrary;
    final List<Block> blocks = new ArrayList<>();
    final List<Mask> masks = new ArrayList<>();
    final String[] gradients;

    Plan(List<String> weights, Layer firstWithWeights, boolean prefersLibrary) {
      this.weights = weights;
      this.firstWithWeights = firstWithWeights;
      this.prefersLibrary = prefersLibrary;
      this.gradients = new String[weights.size()];
    }
  }

  /**
   * What a pair of passes is for.
   *
   * @param weights whether the weights want a gradient
   * @param input whether the input of the first layer wants one
   * @param dropout whether dropout is on
   */
  record Purpose(boolean weights, boolean input, boolean dropout) {
    /** An attack's: the input's gradient in evaluation mode. */
    static final Purpose EVALUATION = new Purpose(false, true, false);
  }

  /** Kernels that are made of a weight. */
  record Block(int weight, BlockConvolution way) {}

  /** A dropout mask for images of so many channels (or features) and sides. */
  record Mask(double rate, int channels, int side) {}

  private ScriptWriter(Plan plan, Purpose purpose, boolean backward, String value) {
    this.plan = plan;
    this.purpose = purpose;
    this.backward = backward;
    this.value = value;
  }

  /** One that only follows the shapes of what layers give, in evaluation mode. */
  static ScriptWriter shapes(List<? extends Layer> layers, int channels, int side) {
    List<String> weights =
        layers.stream().flatMap(layer -> layer.weights().keySet().stream()).toList();
    return forward(new Plan(weights, layers.get(0), true), Purpose.EVALUATION, channels, side);
  }

  static ScriptWriter forward(Plan plan, Purpose purpose, int channels, int side) {
    ScriptWriter writer = new ScriptWriter(plan, purpose, false, "x");
    writer.image(channels, side);
    return writer;
  }

  static ScriptWriter backward(Plan plan, Purpose purpose) {
    return new ScriptWriter(plan, purpose, true, "g");
  }

  /** The variable that goes from layer to layer. */
  public String value() {
    return value;
  }

  /** Sets it. */
  public void value(String variable) {
    value = variable;
  }

  /** A name that no other variable has. */
  public String fresh() {
    return "v" + names++;
  }

  /** Adds a line. */
  public void line(String format, Object... arguments) {
    lines.append("    ").append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  /** Makes the value that of an expression. */
  public void assign(String format, Object... arguments) {
    String variable = fresh();
    line(variable + " = " + format, arguments);
    value = variable;
  }

  /** The same for an expression that gives a second result too. */
  public void assignWith(String second, String format, Object... arguments) {
    String variable = fresh();
    line(variable + ", " + second + " = " + format, arguments);
    value = variable;
  }

  /** Keeps the value for the backward pass; the answer is its name there. */
  public String keep() {
    return keep(value);
  }

  /** The same for another variable. */
  public String keep(String variable) {
    kept.add(variable);
    return "t[" + kept.size() + "]";
  }

  /** Keeps the value if the weights want a gradient. */
  public String keepForWeights() {
    return purpose.weights() ? keep() : "";
  }

  /** The expression for a weight. */
  public String weight(String name) {
    return "p[" + plan.weights.indexOf(name) + "]";
  }

  /** The expression for block kernels, which {@link LayerScript} makes of a weight. */
  String blockKernel(String weight, BlockConvolution way) {
    plan.blocks.add(new Block(plan.weights.indexOf(weight), way));
    return "p[" + (plan.weights.size() + plan.blocks.size() - 1) + "]";
  }

  /** The expression for a new dropout mask of the value's shape. */
  String mask(double rate) {
    plan.masks.add(new Mask(rate, channels, side));
    return "m[" + (plan.masks.size() - 1) + "]";
  }

  /** Says which expression is the gradient of a weight. */
  public void gradient(String weight, String expression) {
    String variable = fresh();
    line("%s = %s", variable, expression);
    plan.gradients[plan.weights.indexOf(weight)] = variable;
  }

  /** Whether the weights want a gradient. */
  public boolean wantsWeights() {
    return purpose.weights();
  }

  /** Whether dropout is on. */
  public boolean dropsOut() {
    return purpose.dropout();
  }

  /** Whether anything before this layer wants a gradient. */
  public boolean wantsInput(Layer layer) {
    return purpose.input() || layer != plan.firstWithWeights;
  }

  /** Whether the library's kernels are better than ours, as on a GPU. */
  public boolean prefersLibrary() {
    return plan.prefersLibrary;
  }

  /** Channels of the value; features where it has been flattened. */
  public int channels() {
    return channels;
  }

  /** Height and width of the value. */
  public int side() {
    return side;
  }

  /** Says what shape the value has now. */
  public void image(int newChannels, int newSide) {
    channels = newChannels;
    side = newSide;
  }

  /** The whole function. */
  String function(String name) {
    if (!backward) {
      List<String> results = new ArrayList<>(List.of(value));
      results.addAll(kept);
      return text(
          name,
          "x: Tensor, p: List[Tensor], m: List[Tensor]",
          "List[Tensor]",
          "[" + String.join(", ", results) + "]");
    }
    List<String> results = new ArrayList<>();
    if (purpose.weights()) {
      results.addAll(List.of(plan.gradients));
    }
    if (purpose.input()) {
      results.add(value);
    }
    return text(
        name,
        "g: Tensor, t: List[Tensor], p: List[Tensor], m: List[Tensor]",
        "List[Tensor]",
        "[" + String.join(", ", results) + "]");
  }

  private String text(String name, String parameters, String type, String result) {
    return "  def %s(self: __torch__.Functions, %s) -> %s:\n%s    return %s\n"
        .formatted(name, parameters, type, lines, result);
  }
}
