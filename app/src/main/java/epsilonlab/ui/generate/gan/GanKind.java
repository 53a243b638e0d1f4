package epsilonlab.ui.generate.gan;

import epsilonlab.generative.DeepConvolutionalGan;
import epsilonlab.generative.FullyConnectedGan;
import epsilonlab.generative.Gan;
import java.util.List;
import java.util.function.Function;

/**
 * A kind of GAN that can be trained here; a new one is a line in {@link #ALL}.
 *
 * @param id of the network in files
 * @param title on the screen
 * @param hasLayers whether it has lists of hidden layers; channels otherwise
 * @param network makes it of what the form says
 */
record GanKind(String id, String title, boolean hasLayers, Function<GanForm, Gan> network) {
  static final List<GanKind> ALL =
      List.of(
          new GanKind(
              FullyConnectedGan.ID,
              "Fully connected",
              true,
              form ->
                  new FullyConnectedGan(
                      form.latent(),
                      form.hidden(GanForm.GENERATOR),
                      form.hidden(GanForm.DISCRIMINATOR),
                      form.dropout())),
          new GanKind(
              DeepConvolutionalGan.ID,
              "Convolutional",
              false,
              form -> new DeepConvolutionalGan(form.latent(), form.channels(), form.dropout())));

  /** The kind of that id, or the first. */
  static GanKind of(String id) {
    return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst().orElse(ALL.get(0));
  }

  /** The networks that the part can open. */
  static List<String> ids() {
    return ALL.stream().map(GanKind::id).toList();
  }
}
