package epsilonlab.ui.photo;

import epsilonlab.engine.LabException;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.photo.Photo;
import epsilonlab.ui.Failures;
import epsilonlab.ui.LabSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The picture that is attacked, and the samples beside it: those of the course's data, where they
 * are, and what the user opened last. Belongs to the FX thread; needs no screen.
 */
final class PhotoChoice {
  /** How many samples there is room for. */
  static final int SHOWN = 8;

  private static final String FOLDER = "imagenet-mobilenet/photos";
  private static final List<String> SAMPLES =
      List.of("tusker", "elephant", "cat", "dog", "pizza", "shuttle", "model-t", "coffee");

  private final LabSession session;
  private final Latest<Opened> opening;
  private final Latest<List<Opened>> loadingSamples;
  private final ObservableList<Opened> samples = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Opened> photo = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");

  /**
   * A picture that was read.
   *
   * @param path of its file
   * @param photo what the network is shown of it
   */
  record Opened(Path path, Photo photo) {}

  PhotoChoice(LabSession session) {
    this.session = session;
    this.opening = new Latest<>(session.jobs(), session.fx());
    this.loadingSamples = new Latest<>(session.jobs(), session.fx());
    loadSamples();
    String last = session.settings().get(PhotoKept.PHOTO);
    Path first = last.isEmpty() ? sample("tusker") : Path.of(last);
    if (Files.isRegularFile(first)) {
      open(first);
    }
  }

  /** The picture; null while there is none. */
  ReadOnlyObjectProperty<Opened> photo() {
    return photo.getReadOnlyProperty();
  }

  /** What is offered beside it. */
  ObservableList<Opened> samples() {
    return samples;
  }

  /** What is wrong with the last file, or empty. */
  ReadOnlyStringProperty complaint() {
    return complaint.getReadOnlyProperty();
  }

  private Path sample(String name) {
    return session.folder().orElse(Path.of("")).resolve(FOLDER).resolve(name + "-224.png");
  }

  /** Reads a picture and uses it when it is there. */
  void open(Path path) {
    complaint.set("");
    opening.request(
        Work.following("Open " + path.getFileName(), () -> new Opened(path, Photo.read(path))),
        this::use,
        failure -> complaint.set(Failures.sentence(failure)));
  }

  /** Uses a sample. */
  void use(Opened opened) {
    complaint.set("");
    session.settings().set(PhotoKept.PHOTO, opened.path().toAbsolutePath().toString());
    if (samples.stream().noneMatch(known -> known.path().equals(opened.path()))) {
      samples.add(0, opened);
      if (samples.size() > SHOWN) {
        samples.remove(SHOWN, samples.size());
      }
      remember(opened.path());
    }
    photo.set(opened);
  }

  private void remember(Path path) {
    if (SAMPLES.stream().anyMatch(name -> sample(name).equals(path))) {
      return;
    }
    List<String> recent = new ArrayList<>(session.settings().get(PhotoKept.RECENT_PHOTOS));
    String text = path.toAbsolutePath().toString();
    recent.remove(text);
    recent.add(0, text);
    session
        .settings()
        .set(PhotoKept.RECENT_PHOTOS, List.copyOf(recent.subList(0, Math.min(4, recent.size()))));
  }

  /** Uses the next sample, or the one before; nothing where there are none. */
  void step(int by) {
    if (samples.isEmpty()) {
      return;
    }
    int now = samples.indexOf(photo.get());
    use(samples.get(Math.floorMod(now + by, samples.size())));
  }

  private void loadSamples() {
    List<Path> wanted =
        Stream.concat(
                session.settings().get(PhotoKept.RECENT_PHOTOS).stream().map(Path::of),
                SAMPLES.stream().map(this::sample))
            .toList();
    loadingSamples.request(
        Work.following("Sample photos", () -> read(wanted)), this::offer, session::fail);
  }

  private void offer(List<Opened> read) {
    for (Opened opened : read) {
      boolean known = samples.stream().anyMatch(one -> one.path().equals(opened.path()));
      if (!known && samples.size() < SHOWN) {
        samples.add(opened);
      }
    }
  }

  private static List<Opened> read(List<Path> paths) {
    List<Opened> read = new ArrayList<>();
    for (Path path : paths) {
      if (read.size() < SHOWN && Files.isRegularFile(path)) {
        try {
          read.add(new Opened(path, Photo.read(path)));
        } catch (LabException spoiled) {
          // what cannot be read any more is not offered
        }
      }
    }
    return read;
  }
}
