package epsilonlab.ui.generate.gan;

import epsilonlab.engine.LabException;
import epsilonlab.generative.Gan;
import epsilonlab.generative.GanBatch;
import epsilonlab.generative.GanControls;
import epsilonlab.generative.GanEpoch;
import epsilonlab.generative.GanSettings;
import epsilonlab.generative.GeneratorLoss;
import epsilonlab.generative.Pictures;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.Readings;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Phase;
import epsilonlab.ui.generate.run.GenerativeRun;
import epsilonlab.ui.generate.run.ShownCourse;
import epsilonlab.ui.generate.run.Trainings;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * The GAN part: its trainings, what is looked at, and what may be changed on the way. A timer calls
 * {@link #tick()} while the part is in view. Belongs to the FX thread; needs no screen.
 */
final class GanViewModel {
  // what a training has to pay for; the eye follows this well
  private static final long DRAW_EVERY_NANOS = 300_000_000;

  private final LabSession session;
  private final GanForm form;
  private final Trainings<GanBatch, GanEpoch> trainings;
  private final ShownCourse<GanBatch, GanEpoch> course;
  private final GanFigures figures;
  private final CloseLook close;
  private final VaeSamples vae;
  private final Latest<OpenedGan> opening;
  private final ReadOnlyObjectWrapper<OpenedGan> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Pictures> pictures = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
  private final IntegerProperty chosen = new SimpleIntegerProperty(0);
  private boolean behind;
  private long drawn;

  /**
   * @param ofVae the VAE that is trained in this session
   */
  GanViewModel(LabServices services, Supplier<VaeSamples.Course> ofVae) {
    session = services.session();
    form = new GanForm(session);
    trainings = new Trainings<>(services, form::settings);
    course = new ShownCourse<>(trainings);
    figures = new GanFigures(session.settings(), course);
    close = new CloseLook(services);
    vae = new VaeSamples(session, ofVae);
    opening = new Latest<>(session.jobs(), session.fx());
    trainings
        .shown()
        .addListener(
            (property, before, now) -> {
              figures.anotherTraining();
              showTraining();
              changed();
            });
    course.pictures().addListener((property, before, now) -> show());
    opened.addListener((property, before, now) -> show());
    trainings.version().addListener((property, before, now) -> behind = true);
    trainings.phase().addListener((property, before, now) -> changed());
    course.lookedAt().epoch().addListener((property, before, now) -> changed());
    course.lookedAt().live().addListener((property, before, now) -> changed());
    figures.images().addListener((property, before, now) -> changed());
    form.stepping()
        .addListener((property, before, now) -> controls().ifPresent(c -> c.setStepping(now)));
  }

  private void changed() {
    behind = false;
    drawn = System.nanoTime();
    figures.draw();
    version.set(version.get() + 1);
  }

  private void show() {
    pictures.set(opened.get() == null ? course.pictures().get() : opened.get().pictures());
  }

  GanForm form() {
    return form;
  }

  Trainings<GanBatch, GanEpoch> trainings() {
    return trainings;
  }

  /** The training at the epoch that is looked at. */
  ShownCourse<GanBatch, GanEpoch> course() {
    return course;
  }

  /** The two charts. */
  GanFigures figures() {
    return figures;
  }

  /** The VAE beside it. */
  VaeSamples vae() {
    return vae;
  }

  /** The close look at the sixteen digits. */
  CloseLook close() {
    return close;
  }

  /** The sixteen digits that are shown, or null. */
  ReadOnlyObjectProperty<Pictures> pictures() {
    return pictures.getReadOnlyProperty();
  }

  /** Which of them is followed through the epochs. */
  IntegerProperty chosen() {
    return chosen;
  }

  /** Changes with all that is written in numbers. */
  ReadOnlyLongProperty version() {
    return version.getReadOnlyProperty();
  }

  /** A GAN of the library that is shown instead of a training, or null. */
  ReadOnlyObjectProperty<OpenedGan> opened() {
    return opened.getReadOnlyProperty();
  }

  /** The numbers now, on the images that the charts show; of a GAN that is opened nobody knows. */
  Optional<GanBatch> numbers() {
    return opened.get() == null ? GanNumbers.at(course, figures.images().get()) : Optional.empty();
  }

  /** What a student should look for now. */
  String advice() {
    return opened.get() == null
        ? GanNumbers.advice(numbers(), course.epochs())
        : "How its two players stood is not written down. Draw other noise: which digits come"
            + " often, and which never?";
  }

  /** What the generator of the shown training minimises; before the first, of the next one. */
  GeneratorLoss loss() {
    GenerativeRun<GanBatch, GanEpoch> run = trainings.shown().get();
    return run == null ? form.loss().get() : ((GanSettings) run.settings()).generatorLoss();
  }

  private Optional<GanControls> controls() {
    return trainings
        .open()
        .map(GenerativeRun::settings)
        .map(GanSettings.class::cast)
        .map(GanSettings::controls);
  }

  /** A field was left: what may change on the way changes now; what is wrong is said. */
  void typed() {
    try {
      double rate = form.typed().decimal(GanForm.RATE);
      int steps = form.typed().whole(GanForm.STEPS);
      GanControls running = controls().orElseGet(() -> new GanControls(rate, steps));
      running.setLearningRate(rate);
      running.setDiscriminatorSteps(steps);
    } catch (LabException wrong) {
      trainings.complaint().set(wrong.getMessage());
    }
  }

  /** Lets one batch be learnt in step mode. */
  void step(GanControls.Turn turn) {
    controls().filter(GanControls::isStepping).ifPresent(c -> c.step(turn));
  }

  /** What the primary button and the space bar do. */
  void startOrPause() {
    showTraining();
    trainings.startOrPause();
  }

  /** Shows a GAN of the library; its digits come when they are drawn. */
  void open(ModelEntry entry) {
    opening.request(
        Work.following(
            "Open " + entry.card().name(),
            () -> OpenedGan.of(session.compute().join(), session.library(), entry)),
        opened::set,
        session::fail);
  }

  /** Draws other noise for the GAN that is opened. */
  void drawAgain() {
    OpenedGan now = opened.get();
    if (now != null) {
      opening.request(
          Work.following("Draw new noise", () -> now.drawn(now.draw() + 1)),
          opened::set,
          session::fail);
    }
  }

  /** Leaves the GAN that was opened. */
  void showTraining() {
    opening.forget();
    opened.set(null);
  }

  /** Brings everything that is shown up to date. */
  void tick() {
    trainings.tick();
    if (behind && System.nanoTime() - drawn > DRAW_EVERY_NANOS) {
      changed();
    }
    boolean running = trainings.phase().get() == Phase.RUNNING;
    close.follow(subject(), running && course.lookedAt().live().get());
    vae.follow(course.lookedAt().epoch().get());
  }

  private Optional<CloseLook.Subject> subject() {
    OpenedGan gan = opened.get();
    if (gan != null) {
      return Optional.ofNullable(session.data().get())
          .map(
              data ->
                  new CloseLook.Subject(
                      List.of(gan.entry().sha256(), gan.draw(), data.sha256()),
                      close.request(
                          data,
                          gan.network(),
                          gan.pictures(),
                          gan.weights(),
                          gan.entry().card().seed())));
    }
    GenerativeRun<GanBatch, GanEpoch> run = trainings.shown().get();
    int epoch = course.lookedAt().epoch().get();
    Pictures then = course.all().get(epoch);
    return then == null
        ? Optional.empty()
        : Optional.of(
            new CloseLook.Subject(
                List.of(System.identityHashCode(run), epoch),
                close.request(
                    run.data(),
                    (Gan) run.settings().network(),
                    then,
                    course.weights().orElse(null),
                    run.settings().seed())));
  }

  /** On which images the numbers were measured. */
  Readings.On images() {
    return figures.images().get();
  }
}
