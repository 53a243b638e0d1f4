package epsilonlab.ui.photo;

import epsilonlab.attack.Parameter;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Priority;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.photo.PhotoAttackJob;
import epsilonlab.photo.PhotoAttacks;
import epsilonlab.photo.PhotoNetwork;
import epsilonlab.photo.PhotoResult;
import epsilonlab.photo.PhotoSettings;
import epsilonlab.photo.PhotoSettings.Goal;
import epsilonlab.photo.PhotoStep;
import epsilonlab.photo.Scores;
import epsilonlab.photo.SmallestPhotoEpsilon;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.Dialogs;
import epsilonlab.ui.LabSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What the Photo tab shows: the picture with its likeliest classes, the attack while it runs and
 * its result, the smallest epsilon. Belongs to the FX thread; needs no screen.
 */
final class PhotoViewModel {
  private final LabSession session;
  private final PhotoChoice photos;
  private final NetworkChoice networks;
  private final AttackForm form;
  private final CurrentJob attacking;
  private final Latest<Scores> classifying;
  private final Latest<OptionalDouble> searching;

  private final ReadOnlyObjectWrapper<Missing> missing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Scores> before = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Live> live = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PhotoResult> result = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Smallest> smallest =
      new ReadOnlyObjectWrapper<>(Smallest.UNKNOWN);
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();

  private final List<Scores> trace = new ArrayList<>();
  private PhotoStep newest;
  private Goal goal;
  private PhotoSettings searched;

  /** What is needed before there is something to see. */
  enum Missing {
    NOTHING,
    NETWORK,
    PHOTO
  }

  /**
   * An attack on its way.
   *
   * @param step where it stands
   * @param trace what the network said after each step
   * @param goal what it is after
   */
  record Live(PhotoStep step, List<Scores> trace, Goal goal) {}

  /**
   * The smallest epsilon that reaches the goal: being searched or not, none up to 8/255, or one.
   */
  record Smallest(boolean known, boolean searching, double value) {
    static final Smallest UNKNOWN = new Smallest(false, false, Double.NaN);
    static final Smallest SEARCHING = new Smallest(false, true, Double.NaN);

    static Smallest of(OptionalDouble found) {
      return new Smallest(true, false, found.orElse(Double.NaN));
    }

    boolean exists() {
      return known && !Double.isNaN(value);
    }

    /**
     * In the steps of the slider, rounded up so that it does reach the goal; NaN if there is none.
     */
    double shown() {
      return Math.ceil(value * 1e4 - 1e-6) / 1e4;
    }
  }

  PhotoViewModel(LabSession session, Dialogs dialogs) {
    this.session = session;
    this.photos = new PhotoChoice(session);
    this.networks = new NetworkChoice(session, dialogs);
    this.form = new AttackForm(session);
    this.attacking = new CurrentJob(session);
    this.classifying = new Latest<>(session.jobs(), session.fx());
    this.searching = new Latest<>(session.jobs(), session.fx());
    photos.photo().addListener((property, was, now) -> pictureChanged());
    networks.network().addListener((property, was, now) -> pictureChanged());
    form.attack().addListener((property, was, now) -> planChanged());
    form.target().addListener((property, was, now) -> planChanged());
    form.ending().addListener((property, was, now) -> planChanged());
    session.seed().addListener((property, was, now) -> planChanged());
    form.epsilon().addListener((property, was, now) -> follow());
    pictureChanged();
  }

  LabSession session() {
    return session;
  }

  PhotoChoice photos() {
    return photos;
  }

  NetworkChoice networks() {
    return networks;
  }

  AttackForm form() {
    return form;
  }

  ReadOnlyObjectProperty<Missing> missing() {
    return missing.getReadOnlyProperty();
  }

  /** What the network says of the picture; null until it has said it. */
  ReadOnlyObjectProperty<Scores> before() {
    return before.getReadOnlyProperty();
  }

  /** The attack on its way, as of the last {@link #tick()}; null before the first. */
  ReadOnlyObjectProperty<Live> live() {
    return live.getReadOnlyProperty();
  }

  /** How the last attack ended; null before the first. */
  ReadOnlyObjectProperty<PhotoResult> result() {
    return result.getReadOnlyProperty();
  }

  /** Whether the result belongs to another epsilon than the slider's. */
  ReadOnlyBooleanProperty stale() {
    return stale.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Smallest> smallest() {
    return smallest.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty running() {
    return attacking.running();
  }

  private void pictureChanged() {
    before.set(null);
    forget();
    PhotoNetwork network = networks.network().get();
    PhotoChoice.Opened opened = photos.photo().get();
    classifying.forget();
    if (network == null || opened == null) {
      missing.set(network == null ? Missing.NETWORK : Missing.PHOTO);
      return;
    }
    missing.set(Missing.NOTHING);
    classifying.request(
        Work.interactive(
            "Classify",
            () -> Scores.of(session.compute().join(), network, opened.photo().values())),
        before::set,
        session::fail);
  }

  private void planChanged() {
    form.complain("");
    forget();
  }

  /** Takes what is typed into a field. */
  void type(Parameter parameter, String text) {
    forget();
    form.type(parameter, text);
  }

  private void forget() {
    attacking.cancel();
    searching.forget();
    searched = null;
    dropLive();
    result.set(null);
    stale.set(false);
    smallest.set(Smallest.UNKNOWN);
  }

  // all of it, or the next tick would bring it back
  private void dropLive() {
    trace.clear();
    newest = null;
    live.set(null);
  }

  /** Starts the attack, or stops the one that runs. */
  void startOrStop() {
    if (running().get()) {
      stop();
    } else {
      attack(Priority.BACKGROUND);
    }
  }

  /** Ends the attack; its result so far is dropped, the last whole one stays. */
  void stop() {
    attacking.cancel();
    searching.forget();
    if (smallest.get().searching()) {
      smallest.set(Smallest.UNKNOWN);
    }
    dropLive();
  }

  /** Attacks once more where the slider went, if there was an attack. */
  private void follow() {
    if (result.get() != null || running().get()) {
      stale.set(true);
      attack(Priority.INTERACTIVE);
    }
  }

  private void attack(Priority priority) {
    if (before.get() == null) {
      return;
    }
    PhotoNetwork network = networks.network().get();
    PhotoSettings settings;
    try {
      settings = form.settings(network.names());
      goal = settings.goal(before.get());
      form.complain("");
    } catch (LabException wrong) {
      attacking.cancel();
      form.complain(wrong.getMessage());
      return;
    }
    trace.clear();
    newest = null;
    PhotoSettings own = settings;
    attacking.<PhotoStep, PhotoResult>start(
        new PhotoAttackJob(
            session.compute().join(), network, photos.photo().get().photo(), settings, priority),
        this::stepped,
        done -> ended(done, own),
        this::dropLive);
  }

  private void stepped(PhotoStep step) {
    trace.add(step.scores());
    newest = step;
  }

  /** Brings {@link #live()} up to date; cheap if nothing has changed. */
  void tick() {
    Live now = live.get();
    if (newest != null && (now == null || now.step() != newest)) {
      live.set(new Live(newest, List.copyOf(trace), goal));
    }
  }

  private void ended(PhotoResult done, PhotoSettings settings) {
    tick();
    stale.set(false);
    result.set(done);
    // it is the same for every epsilon of the slider
    if (searched == null || !Objects.equals(searched.plan(), settings.plan())) {
      search(settings);
    }
  }

  private void search(PhotoSettings settings) {
    searched = settings;
    PhotoNetwork network = networks.network().get();
    PhotoChoice.Opened opened = photos.photo().get();
    smallest.set(Smallest.SEARCHING);
    searching.request(
        Work.following(
            "Smallest epsilon",
            () ->
                SmallestPhotoEpsilon.find(
                    session.compute().join(),
                    network,
                    opened.photo(),
                    settings,
                    PhotoAttacks.LARGEST_EPSILON)),
        found -> smallest.set(Smallest.of(found)),
        session::fail);
  }
}
