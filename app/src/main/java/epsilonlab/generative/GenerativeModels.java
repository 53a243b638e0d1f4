package epsilonlab.generative;

import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.model.Weights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of generative networks, and how weights tell their sizes; a new one is a line here. */
public final class GenerativeModels {
  private static final Map<String, Function<Weights, GenerativeNetwork>> KINDS = kinds();

  // as GenerativeModels.card writes it
  private static final Pattern EPOCHS = Pattern.compile("\\b(\\d+(?:\\.\\d+)?) epochs?\\b");

  // it has no weights, and matters in training only
  private static final double DROPOUT = 0.3;

  private GenerativeModels() {}

  private static Map<String, Function<Weights, GenerativeNetwork>> kinds() {
    Map<String, Function<Weights, GenerativeNetwork>> kinds = new LinkedHashMap<>();
    kinds.put(FullyConnectedGan.ID, GenerativeModels::gan);
    kinds.put(DeepConvolutionalGan.ID, GenerativeModels::convolutionalGan);
    kinds.put(Vae.ID, GenerativeModels::vae);
    kinds.put(DenoisingAutoencoder.ID, GenerativeModels::autoencoder);
    return kinds;
  }

  /** Whether a file's architecture is a generative network's. */
  public static boolean isGenerative(String id) {
    return KINDS.containsKey(id);
  }

  /**
   * The network that weights belong to, with its sizes.
   *
   * @param id its name in the file
   * @throws LabException if there is none of that name, or the weights are not its own
   */
  public static GenerativeNetwork of(String id, Weights weights) {
    Function<Weights, GenerativeNetwork> kind = KINDS.get(id);
    if (kind == null) {
      throw new LabException(
          "The weights file is for the network "
              + id
              + ", which makes no images; choose one of "
              + String.join(", ", KINDS.keySet())
              + ".");
    }
    GenerativeNetwork network;
    try {
      network = kind.apply(weights);
    } catch (IllegalArgumentException | LabException strange) {
      throw new LabException(
          "The weights file is no "
              + id
              + ", whose sizes would be strange ("
              + strange.getMessage().replaceAll("\\.$", "")
              + "); choose another file.",
          strange);
    }
    network.validate("The weights file", weights);
    return network;
  }

  /**
   * Checks that weights belong to the classifier or the generative network of this name: what a
   * model library takes.
   *
   * @throws LabException if there is no such network, or they do not
   */
  public static void validate(String id, Weights weights) {
    if (isGenerative(id)) {
      of(id, weights);
    } else {
      Architectures.validate(id, weights);
    }
  }

  /**
   * What is known of a trained network.
   *
   * @param epochs how many were done, with fraction
   */
  public static ModelCard card(
      String name, GenerativeSettings<?, ?> settings, String dataset, double epochs) {
    Map<String, String> all = new LinkedHashMap<>();
    settings.toMap().forEach((key, value) -> all.put(key, String.valueOf(value)));
    long whole = Math.round(epochs);
    boolean isWhole = Math.abs(epochs - whole) < 1e-6;
    String done =
        isWhole ? Long.toString(whole) : String.format(java.util.Locale.ROOT, "%.1f", epochs);
    return new ModelCard(
        name,
        settings.network().id(),
        dataset,
        "Adam, " + done + (isWhole && whole == 1 ? " epoch" : " epochs"),
        settings.seed(),
        null,
        null,
        Instant.now(),
        all);
  }

  /**
   * How many epochs a network was trained for, with fraction.
   *
   * @return NaN if its card does not say
   */
  public static double epochs(ModelCard card) {
    Matcher done = EPOCHS.matcher(card.training());
    return done.find() ? Double.parseDouble(done.group(1)) : Double.NaN;
  }

  private static GenerativeNetwork vae(Weights weights) {
    return new Vae(rows(weights, "fc1.weight"), rows(weights, "mean.weight"));
  }

  private static GenerativeNetwork autoencoder(Weights weights) {
    return new DenoisingAutoencoder(hidden(weights, ""));
  }

  private static GenerativeNetwork gan(Weights weights) {
    int latent = (int) shape(weights, Gan.GENERATOR + "fc1.weight")[1];
    return new FullyConnectedGan(
        latent, hidden(weights, Gan.GENERATOR), hidden(weights, Gan.DISCRIMINATOR), DROPOUT);
  }

  private static GenerativeNetwork convolutionalGan(Weights weights) {
    long[] first = shape(weights, Gan.GENERATOR + "fc.weight");
    int channels = weights.get(Gan.DISCRIMINATOR + "conv1.bias").values().length;
    return new DeepConvolutionalGan((int) first[1], channels, DROPOUT);
  }

  private static List<Integer> hidden(Weights weights, String prefix) {
    List<Integer> sizes = new ArrayList<>();
    for (int i = 1; weights.names().contains(prefix + "fc" + (i + 1) + ".weight"); i++) {
      sizes.add(rows(weights, prefix + "fc" + i + ".weight"));
    }
    return sizes;
  }

  private static int rows(Weights weights, String name) {
    return (int) shape(weights, name)[0];
  }

  private static long[] shape(Weights weights, String name) {
    HostTensor tensor = weights.get(name);
    if (tensor.shape().length != 2) {
      throw new IllegalArgumentException(name + " has not two dimensions");
    }
    return tensor.shape();
  }
}
