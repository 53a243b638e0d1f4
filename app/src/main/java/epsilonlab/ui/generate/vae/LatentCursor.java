package epsilonlab.ui.generate.vae;

import epsilonlab.generative.Interpolation;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.LabSession;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What is moved through the latent space, a point and the two ends of a walk, and the digits that
 * lie there. What is dragged is decoded before anything else is computed, and an older digit never
 * overwrites a newer one. Belongs to the FX thread; needs no screen.
 */
final class LatentCursor {
  /** Pictures of a walk, with both ends. */
  static final int STEPS = 11;

  private final LabSession session;
  private final LatentSpace space;
  private final Latest<ReadImages> decoding;
  private final Latest<ReadImages> walking;
  private final ObjectProperty<Spot> point = new SimpleObjectProperty<>(Spot.at(-0.6, 0.4));
  private final ObjectProperty<Spot> a = new SimpleObjectProperty<>(Spot.at(-1.2, 1.6));
  private final ObjectProperty<Spot> b = new SimpleObjectProperty<>(Spot.at(0.2, -1.8));
  private final ReadOnlyObjectWrapper<ReadImages> digit = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ReadImages> walk = new ReadOnlyObjectWrapper<>();

  LatentCursor(LabSession session, LatentSpace space) {
    this.session = session;
    this.space = space;
    this.decoding = new Latest<>(session.jobs(), session.fx());
    this.walking = new Latest<>(session.jobs(), session.fx());
    point.addListener((property, before, now) -> decode());
    a.addListener((property, before, now) -> walkAgain());
    b.addListener((property, before, now) -> walkAgain());
    space.encoded().addListener((property, before, now) -> all());
    session.onOtherNetwork(this::all);
  }

  /** What is dragged through the map. */
  ObjectProperty<Spot> point() {
    return point;
  }

  /** Where the walk begins. */
  ObjectProperty<Spot> a() {
    return a;
  }

  /** Where the walk ends. */
  ObjectProperty<Spot> b() {
    return b;
  }

  /** The digit at the point; null before the first VAE. */
  ReadOnlyObjectProperty<ReadImages> digit() {
    return digit.getReadOnlyProperty();
  }

  /** The digits of the walk; null before the first VAE. */
  ReadOnlyObjectProperty<ReadImages> walk() {
    return walk.getReadOnlyProperty();
  }

  /** Whether another digit than the one at the point is shown, and that one is on its way. */
  boolean isBusy() {
    return decoding.isBusy();
  }

  private void all() {
    decode();
    walkAgain();
  }

  private void decode() {
    EncodedSpace in = space.encoded().get();
    if (in == null) {
      return;
    }
    Spot at = point.get();
    ModelEntry model = session.model().get();
    decoding.request(
        Work.interactive("Decode a point", () -> ReadImages.of(session, in, at.in(in), model)),
        digit::set,
        session::fail);
  }

  private void walkAgain() {
    EncodedSpace in = space.encoded().get();
    if (in == null) {
      return;
    }
    Spot from = a.get();
    Spot to = b.get();
    ModelEntry model = session.model().get();
    walking.request(
        Work.interactive(
            "Walk from A to B",
            () ->
                ReadImages.of(
                    session, in, Interpolation.line(from.in(in), to.in(in), STEPS), model)),
        walk::set,
        session::fail);
  }
}
