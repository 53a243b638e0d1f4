package epsilonlab.ui.generate.vae;

import epsilonlab.data.DataSet;
import epsilonlab.generative.Vae;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.Weights;
import epsilonlab.settings.Setting;
import epsilonlab.ui.LabSession;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The latent space of the VAE that is looked at. While another one is being encoded the last one
 * stays. Belongs to the FX thread; needs no screen.
 */
final class LatentSpace {
  private static final Setting<Integer> FIRST =
      Setting.of("vae.map-x", Integer.class, PlaneChoice.PRINCIPAL);
  private static final Setting<Integer> SECOND =
      Setting.of("vae.map-y", Integer.class, PlaneChoice.PRINCIPAL);

  private final LabSession session;
  private final Latest<EncodedSpace> encoding;
  private final ObjectProperty<PlaneChoice> choice = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<EncodedSpace> encoded = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
  private Vae network;
  private Weights weights;

  LatentSpace(LabSession session) {
    this.session = session;
    this.encoding = new Latest<>(session.jobs(), session.fx());
    choice.set(new PlaneChoice(session.settings().get(FIRST), session.settings().get(SECOND)));
    choice.addListener(
        (property, before, now) -> {
          session.settings().set(FIRST, now.x());
          session.settings().set(SECOND, now.y());
          encode();
        });
    session.data().addListener((property, before, now) -> encode());
  }

  /** What the map shows; null before the first VAE. */
  ReadOnlyObjectProperty<EncodedSpace> encoded() {
    return encoded.getReadOnlyProperty();
  }

  /** Whether another one than is shown is on its way. */
  ReadOnlyBooleanProperty stale() {
    return stale.getReadOnlyProperty();
  }

  /** Which plane the map shows; remembered. */
  ObjectProperty<PlaneChoice> choice() {
    return choice;
  }

  /** Shows a VAE with these weights; the same ones again change nothing. */
  void show(Vae otherNetwork, Weights otherWeights) {
    if (otherWeights != weights) {
      network = otherNetwork;
      weights = otherWeights;
      encode();
    }
  }

  private void encode() {
    DataSet data = session.data().get();
    if (weights == null || data == null) {
      return;
    }
    EncodedSpace known = encoded.get();
    Vae of = network;
    Weights wanted = weights;
    PlaneChoice plane = choice.get();
    stale.set(true);
    encoding.request(
        Work.following(
            "Latent map",
            () ->
                known != null && known.weights() == wanted && known.data() == data
                    ? known.on(plane)
                    : EncodedSpace.of(session.compute().join(), of, wanted, data, plane)),
        space -> {
          stale.set(space.weights() != weights);
          encoded.set(space);
        },
        failure -> {
          stale.set(encoded.get() != null && encoded.get().weights() != weights);
          session.fail(failure);
        });
  }
}
