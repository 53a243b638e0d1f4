package epsilonlab.ui.capsule;

import epsilonlab.data.DataSet;
import epsilonlab.desk.DeskSettings;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.lesson.LessonSettings;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleFile;
import epsilonlab.report.capsule.DataUsed;
import epsilonlab.settings.Settings;
import epsilonlab.ui.FileType;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.lecture.LectureModel;
import epsilonlab.ui.lesson.LessonViewModel;
import epsilonlab.ui.state.AppliedSettings;
import epsilonlab.ui.state.Place;
import epsilonlab.ui.state.SettableLab;
import epsilonlab.ui.state.Snapshot;
import epsilonlab.ui.state.StateOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Saves the state of the lab in a capsule and sets it again from one; files are read and written in
 * jobs. Belongs to the FX thread; needs no screen.
 */
public final class CapsuleDesk {
  /** What a file dialog offers. */
  public static final List<FileType> FILES =
      List.of(new FileType("Capsule", List.of("*" + CapsuleFile.EXTENSION)));

  private static final long LOOK_MILLIS = 100;
  // a data set that takes longer was not there, or is being downloaded
  private static final int LOOKS = 300;

  private final LabServices services;
  private final LabSession session;
  private final SettableLab lab;
  private final LectureModel lecture;
  private final LessonViewModel lessons;
  private final WindowResults shown;
  private final AppliedSettings applied;
  private final Latest<OpenedCapsule> reading;
  private long opening;

  /**
   * Saves and sets the state of {@code lab} with its lecture and its open lesson.
   *
   * @param shown what is saved besides the state
   */
  public CapsuleDesk(
      LabServices services,
      SettableLab lab,
      LectureModel lecture,
      LessonViewModel lessons,
      WindowResults shown) {
    this.services = services;
    this.session = services.session();
    this.lab = lab;
    this.lecture = lecture;
    this.lessons = lessons;
    this.shown = shown;
    applied = new AppliedSettings(lab, session::isLoading);
    reading = new Latest<>(session.jobs(), session.fx());
  }

  /** Asks where to, and saves. */
  public void save() {
    services
        .dialogs()
        .chooseFileToSave("Save capsule", "lab" + CapsuleFile.EXTENSION, FILES)
        .ifPresent(this::save);
  }

  /** Saves what the lab is at this moment. */
  public void save(Path chosen) {
    String name = chosen.getFileName().toString();
    Path file =
        name.endsWith(CapsuleFile.EXTENSION)
            ? chosen
            : chosen.resolveSibling(name + CapsuleFile.EXTENSION);
    LabCapsule state =
        LabCapsule.of(
            session,
            facts().orElse(lecture.facts()),
            lecture.moments(),
            lessons.run().get(),
            shown);
    session
        .jobs()
        .submit(
            Work.following(
                "Save capsule",
                () -> {
                  CapsuleFile.write(file, state.capsule(session.library()));
                  return file;
                }))
        .future()
        .whenComplete(
            (written, failure) ->
                session
                    .fx()
                    .execute(
                        () -> {
                          if (failure == null) {
                            services.messages().success("Saved " + written + ".");
                          } else {
                            session.fail(failure);
                          }
                        }));
  }

  // whoever has not guessed yet could read the answer in the file
  private Facts facts() {
    LessonRun lesson = lessons.run().get();
    boolean covering =
        !lecture.coveredParts().isEmpty() || lesson != null && !lesson.covered().isEmpty();
    return covering ? Snapshot.settings(session, lab) : Snapshot.facts(session, lab);
  }

  /** Asks which, and opens. */
  public void open() {
    services.dialogs().chooseFileToOpen("Open capsule", FILES).ifPresent(this::open);
  }

  /** Sets the lab to the state in a capsule; what is wrong with it is told in one sentence. */
  public void open(Path file) {
    open(file, () -> services.messages().success("Opened " + file.getFileName() + "."));
  }

  /** The same with the capsule of a clean desk, if it was cleaned since the lab was last open. */
  public void openDesk() {
    Settings settings = session.settings();
    if (settings.get(DeskSettings.FRESH)) {
      settings.set(DeskSettings.FRESH, false);
      // of which nobody needs to be told
      open(session.home().deskFile(), () -> {});
    }
  }

  private void open(Path file, Runnable tell) {
    String own = session.settings().get(LessonSettings.FOLDER);
    Optional<Path> folder =
        Optional.ofNullable(services.state().lessonFolder().get())
            .or(() -> Optional.of(own).filter(text -> !text.isEmpty()).map(Path::of));
    reading.request(
        Work.interactive("Open capsule", () -> OpenedCapsule.read(file, session.library(), folder)),
        opened -> restore(opened, tell),
        session::fail);
  }

  private void restore(OpenedCapsule opened, Runnable tell) {
    Capsule capsule = opened.capsule();
    opened.models().troubles().forEach(services.messages()::error);
    // the library is read anew later; what is in it can be used at once
    opened.models().entries().values().forEach(session::know);
    if (!capsule.moments().isEmpty()) {
      lecture.replaceAll(opened.moments());
    }
    lecture.leave();
    Facts state = opened.state();
    Map<String, Object> settings = StateOrder.settable(state, any -> true);
    long mine = ++opening;
    visit(
        mine,
        List.copyOf(settings.keySet()),
        new LinkedHashMap<>(),
        () -> {
          applied.enter(settings, Map.of());
          if (services.state().presenting().get()) {
            // elsewhere no key would uncover it
            lecture.resume(state);
          }
          takeUpLesson(opened);
          tell.run();
          follow(mine, 0, capsule.data());
        });
  }

  /**
   * Tabs take settings only after they were built, and their parts and pages after they were in
   * view. One after the other, so that in between the window is painted and answers.
   *
   * @param back what chose the parts before
   */
  private void visit(long mine, List<String> names, Map<String, Object> back, Runnable then) {
    if (mine != opening) {
      return;
    }
    for (int n = 0; n < names.size(); n++) {
      if (visit(names.get(n), back)) {
        List<String> rest = names.subList(n + 1, names.size());
        session.fx().execute(() -> visit(mine, rest, back, then));
        return;
      }
    }
    back.forEach(lab::take);
    then.run();
  }

  /** Whether the place of a setting had to be built. */
  private boolean visit(String name, Map<String, Object> back) {
    Optional<Place> unseen = Place.of(name).filter(place -> !lab.canTake(name));
    unseen.ifPresent(
        place -> {
          lab.prepare(place.tab());
          String chooser = place.chooser();
          if (!chooser.isEmpty() && lab.canTake(chooser)) {
            lab.now().get(chooser).ifPresent(part -> back.putIfAbsent(chooser, part));
            lab.take(chooser, place.part());
          }
        });
    return unseen.isPresent();
  }

  private void follow(long mine, int looks, Optional<DataUsed> data) {
    if (mine != opening) {
      return;
    }
    applied.keep();
    boolean loading = session.isLoading() || session.data().get() == null;
    if ((applied.isPending() || loading) && looks < LOOKS) {
      CompletableFuture.delayedExecutor(LOOK_MILLIS, TimeUnit.MILLISECONDS, session.fx())
          .execute(() -> follow(mine, looks + 1, data));
      return;
    }
    applied.trouble().ifPresent(services.messages()::error);
    data.flatMap(used -> difference(used, session.data().get()))
        .ifPresent(services.messages()::error);
    applied.forget();
  }

  /** What is different about the images, in one sentence. */
  private static Optional<String> difference(DataUsed used, DataSet here) {
    if (here == null || !here.id().equals(used.id())) {
      return Optional.of(
          "The capsule was made with "
              + used.name()
              + ", which is not here, so its numbers will not come out the same; choose the folder"
              + " of "
              + used.name()
              + " in the status bar and open the capsule again.");
    }
    return here.sha256().equals(used.sha256())
        ? Optional.empty()
        : Optional.of(
            "The capsule was made with other images of "
                + used.name()
                + " than those here, so its numbers will not come out the same; use the files that"
                + " it was made with.");
  }

  private void takeUpLesson(OpenedCapsule opened) {
    opened
        .capsule()
        .lesson()
        .ifPresent(
            state ->
                opened
                    .lesson()
                    .ifPresentOrElse(
                        lesson -> lessons.takeUp(lesson, state.progress()),
                        () ->
                            services
                                .messages()
                                .error(
                                    "The capsule is about the lesson “"
                                        + state.id()
                                        + "”, which is not here; choose the folder with that"
                                        + " lesson (Ctrl+L) and open the capsule again.")));
  }
}
