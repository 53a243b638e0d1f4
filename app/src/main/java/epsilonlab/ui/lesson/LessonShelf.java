package epsilonlab.ui.lesson;

import epsilonlab.engine.LabException;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.LessonSettings;
import epsilonlab.lesson.Lessons;
import epsilonlab.lesson.run.LessonProgress;
import epsilonlab.ui.FileType;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The lessons to choose from: those that the lab brings along and those in a folder of one's own.
 * Files are read in jobs. Belongs to the FX thread; needs no screen.
 */
final class LessonShelf {
  private final LabServices services;
  private final LabSession session;
  private final Latest<Stock> loading;
  private final Latest<Lesson> reading;
  private final ReadOnlyObjectWrapper<Stock> stock = new ReadOnlyObjectWrapper<>(Stock.NONE);

  /**
   * A lesson on offer. One that is read anew from the same text is the same one.
   *
   * @param own whether it comes from the user's own folder
   * @param done how many of its steps are done
   */
  record Entry(Lesson lesson, boolean own, int done) {
    boolean isDone() {
      return done == lesson.steps().size();
    }

    private List<Object> marks() {
      return List.of(lesson.id(), lesson.fingerprint(), own, done);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Entry entry && entry.marks().equals(marks());
    }

    @Override
    public int hashCode() {
      return marks().hashCode();
    }
  }

  /**
   * What is on offer; {@link #NONE} until it is read.
   *
   * @param faults a sentence for each file that could not be read
   */
  record Stock(List<Entry> entries, List<String> faults) {
    static final Stock NONE = new Stock(List.of(), List.of());
  }

  LessonShelf(LabServices services) {
    this.services = services;
    session = services.session();
    loading = new Latest<>(session.jobs(), session.fx());
    reading = new Latest<>(session.jobs(), session.fx());
  }

  /** What is on offer; nothing until {@link #load}. */
  ReadOnlyObjectProperty<Stock> stock() {
    return stock.getReadOnlyProperty();
  }

  /** The folder of one's own lessons. */
  Optional<Path> folder() {
    Path given = services.state().lessonFolder().get();
    String remembered = session.settings().get(LessonSettings.FOLDER);
    return Optional.ofNullable(given)
        .or(() -> Optional.of(remembered).filter(text -> !text.isEmpty()).map(Path::of));
  }

  /** Reads all lessons and how far the student is in each. */
  void load() {
    load(found -> {});
  }

  /**
   * The same before anybody has asked, so that nobody has to wait; does nothing once it is done.
   */
  void prepare() {
    if (stock.get() == Stock.NONE) {
      load(Work::following, found -> {});
    }
  }

  private void load(Consumer<Stock> then) {
    load(Work::interactive, then);
  }

  private void load(BiFunction<String, Callable<Stock>, Work<Stock>> work, Consumer<Stock> then) {
    Optional<Path> own = folder();
    LessonProgress progress = new LessonProgress(session.home());
    loading.request(
        work.apply("Read the lessons", () -> read(own, progress)),
        found -> {
          stock.set(found);
          then.accept(found);
        },
        session::fail);
  }

  private static Stock read(Optional<Path> own, LessonProgress progress) {
    List<Entry> entries = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    Lessons.shipped().forEach(lesson -> entries.add(entry(lesson, false, progress)));
    if (own.isPresent()) {
      try {
        Lessons.Shelf shelf = Lessons.folder(own.get());
        shelf.lessons().forEach(lesson -> entries.add(entry(lesson, true, progress)));
        faults.addAll(shelf.faults());
      } catch (LabException unreadable) {
        faults.add(unreadable.getMessage());
      }
    }
    return new Stock(List.copyOf(entries), List.copyOf(faults));
  }

  private static Entry entry(Lesson lesson, boolean own, LessonProgress progress) {
    return new Entry(lesson, own, progress.stepsDone(lesson));
  }

  /** Hands over a lesson on offer, which is found among them at the next start. */
  void open(Entry entry, Consumer<Lesson> open) {
    session.settings().set(LessonSettings.OPEN_FILE, "");
    open.accept(entry.lesson());
  }

  /** Lets the user choose a lesson file; it is handed over when it is read. */
  void openFile(Consumer<Lesson> open) {
    services
        .dialogs()
        .chooseFileToOpen("Open a lesson", List.of(new FileType("Lesson", List.of("*.md"))))
        .ifPresent(file -> openFile(file, open));
  }

  private void openFile(Path file, Consumer<Lesson> open) {
    reading.request(
        Work.interactive("Read a lesson", () -> Lessons.read(file)),
        lesson -> {
          session.settings().set(LessonSettings.OPEN_FILE, file.toAbsolutePath().toString());
          open.accept(lesson);
        },
        session::fail);
  }

  /** Lets the user choose the folder of their own lessons. */
  void chooseFolder() {
    services
        .dialogs()
        .chooseFolder("Folder with your own lessons")
        .ifPresent(
            dir -> {
              services.state().lessonFolder().set(null);
              session.settings().set(LessonSettings.FOLDER, dir.toAbsolutePath().toString());
              load();
            });
  }

  /** Hands over the lesson that was open when the lab was last closed, if it is still there. */
  void last(Consumer<Lesson> open) {
    String id = session.settings().get(LessonSettings.OPEN);
    String file = session.settings().get(LessonSettings.OPEN_FILE);
    if (id.isEmpty()) {
      return;
    }
    if (!file.isEmpty()) {
      openFile(Path.of(file), open);
      return;
    }
    load(
        found ->
            found.entries().stream()
                .filter(entry -> entry.lesson().id().equals(id))
                .findFirst()
                .ifPresent(entry -> open.accept(entry.lesson())));
  }
}
