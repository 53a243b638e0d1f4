package epsilonlab.ui.generate.gan;

import epsilonlab.data.DataSet;
import epsilonlab.generative.Gan;
import epsilonlab.generative.Pictures;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Weights;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Looks closely at the epoch that is shown. What costs the training time it does seldom: while the
 * training is followed, at most 2 % of the time. Belongs to the FX thread; needs no screen.
 */
final class CloseLook {
  private static final long REST = 50;

  private final LabSession session;
  private final Latest<GanLook> latest;
  private final ReadOnlyObjectWrapper<GanLook> look = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
  private Object lookedAt;
  private long notBefore;
  private DataSet measured;
  private double[] realDistances;

  /**
   * What is shown.
   *
   * @param key equal for what looks the same
   */
  record Subject(Object key, GanLook.Request request) {}

  CloseLook(LabServices services) {
    session = services.session();
    latest = new Latest<>(session.jobs(), session.fx());
  }

  /** The last look, or null. */
  ReadOnlyObjectProperty<GanLook> look() {
    return look.getReadOnlyProperty();
  }

  /** Whether something else is shown by now. */
  ReadOnlyBooleanProperty stale() {
    return stale.getReadOnlyProperty();
  }

  /** Makes a request of the model in use and the data. */
  GanLook.Request request(
      DataSet data, Gan network, Pictures pictures, Weights weights, long seed) {
    ModelEntry model = session.model().get();
    return new GanLook.Request(
        data,
        network,
        pictures,
        weights,
        model == null ? null : () -> session.classifier(model),
        seed);
  }

  /**
   * Looks at what is shown, if it is something else than before.
   *
   * @param seldom whether a training runs and is followed
   */
  void follow(Optional<Subject> shown, boolean seldom) {
    if (shown.isEmpty()) {
      latest.forget();
      lookedAt = null;
      look.set(null);
      return;
    }
    String model = session.model().get() == null ? "" : session.model().get().id();
    Object key = List.of(shown.get().key(), model);
    boolean other = !Objects.equals(key, lookedAt);
    stale.set(other || latest.isBusy());
    if (!other || seldom && (latest.isBusy() || System.nanoTime() < notBefore)) {
      return;
    }
    lookedAt = key;
    GanLook.Request request = shown.get().request();
    double[] known = request.data() == measured ? realDistances : null;
    long began = System.nanoTime();
    latest.request(
        Work.following(
            "Look at the digits", () -> GanLook.at(session.compute().join(), request, known)),
        done -> {
          measured = request.data();
          realDistances = done.realDistances();
          notBefore = System.nanoTime() + REST * (System.nanoTime() - began);
          look.set(done);
          stale.set(false);
        },
        failure -> {
          // what was seen before is of something else
          look.set(null);
          session.fail(failure);
        });
  }
}
