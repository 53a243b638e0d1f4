package epsilonlab.ui.defend;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.evaluation.AttackedImage;
import epsilonlab.evaluation.LiveDigit;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.ui.LabSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The session's digit, attacked by PGD under every trained network, following epsilon at once.
 * Belongs to the FX thread; needs no screen.
 */
final class SameDigit {
  private final LabSession session;
  private final Attacker attacker;
  private final Latest<Shown> requests;
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
  private List<RaceModel> models = List.of();
  private List<CompletableFuture<LiveDigit>> live = List.of();
  private DataSet data;
  private ImageSet digit;
  private int index = -1;
  private boolean inView;
  private boolean behind;

  /**
   * The digit under every network.
   *
   * @param digits one a network, in the same order
   */
  record Shown(double epsilon, DataSet data, List<RaceModel> models, List<AttackedImage> digits) {}

  SameDigit(LabSession session, Attacker attacker) {
    this.session = session;
    this.attacker = attacker;
    this.requests = new Latest<>(session.jobs(), session.fx());
    attacker.epsilon().addListener((property, before, now) -> follow());
    session.digit().addListener((property, before, now) -> follow());
    session.seed().addListener((property, before, now) -> follow());
  }

  /** Follows only while it is looked at, and catches up when it is looked at again. */
  void setInView(boolean looked) {
    inView = looked;
    if (looked && behind) {
      follow();
    }
  }

  /** Attacks the digit under other networks. */
  void use(List<RaceModel> trained, DataSet ofThem) {
    requests.forget();
    List<CompletableFuture<LiveDigit>> before = live;
    // off this thread: closing waits for an attack that is under way
    session
        .jobs()
        .submit(
            Work.following(
                "Forget the digit",
                () -> {
                  before.forEach(one -> one.thenAccept(LiveDigit::close));
                  return null;
                }));
    models = trained;
    data = ofThem;
    digit = null;
    live = trained.stream().map(model -> session.compute().thenApply(LiveDigit::new)).toList();
    follow();
  }

  /** What was computed last; null before the first. */
  ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  /** The next digit, or the one before. */
  void step(int by) {
    if (data != null) {
      choose(session.digit().get() + by);
    }
  }

  /** Any digit. */
  void random() {
    if (data != null) {
      choose(ThreadLocalRandom.current().nextInt(data.test().size()));
    }
  }

  private void choose(int wanted) {
    session.digit().set(Math.min(data.test().size() - 1, Math.max(0, wanted)));
  }

  private void follow() {
    behind = !inView;
    if (behind || models.isEmpty()) {
      return;
    }
    int wanted = Math.min(session.digit().get(), data.test().size() - 1);
    if (digit == null || wanted != index) {
      index = wanted;
      // the same object as long as it is the same digit: what is prepared is used again
      digit = data.test().slice(wanted, wanted + 1);
    }
    ImageSet one = digit;
    double epsilon = attacker.epsilon().get();
    List<RaceModel> under = models;
    List<CompletableFuture<LiveDigit>> attacks = live;
    DataSet of = data;
    AttackPlan plan = AttackPlan.defaults(Attacks.get("pgd"), session.seed().get());
    requests.request(
        Work.interactive(
            "The same digit",
            () -> {
              List<AttackedImage> digits = new ArrayList<>();
              for (int m = 0; m < under.size(); m++) {
                digits.add(
                    attacks
                        .get(m)
                        .join()
                        .attack(under.get(m).classifier(), one, wanted, plan, epsilon));
              }
              return new Shown(epsilon, of, under, digits);
            }),
        shown::set,
        session::fail);
  }
}
