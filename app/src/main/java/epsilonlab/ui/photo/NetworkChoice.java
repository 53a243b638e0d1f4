package epsilonlab.ui.photo;

import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.photo.ClassNames;
import epsilonlab.photo.NetworkFile;
import epsilonlab.photo.Normalization;
import epsilonlab.photo.PhotoNetwork;
import epsilonlab.ui.Dialogs;
import epsilonlab.ui.Failures;
import epsilonlab.ui.LabSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The network that is attacked. Its file holds code: it is read and hashed first, and run only
 * after the user has allowed a file of this hash, once. Belongs to the FX thread; needs no screen.
 */
final class NetworkChoice {
  private static final String COURSE = "imagenet-mobilenet/mobilenet.pt";
  private static final int KEPT = 6;

  private final LabSession session;
  private final Dialogs dialogs;
  private final Latest<NetworkFile> reading;
  private final Latest<PhotoNetwork> loading;
  private final ObservableList<Path> known = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Path> path = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PhotoNetwork> network = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Normalization> normalization = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Path> classes = new ReadOnlyObjectWrapper<>();
  private NetworkFile file;
  // what the class names did not fit; other names may
  private NetworkFile refused;

  NetworkChoice(LabSession session, Dialogs dialogs) {
    this.session = session;
    this.dialogs = dialogs;
    this.reading = new Latest<>(session.jobs(), session.fx());
    this.loading = new Latest<>(session.jobs(), session.fx());
    normalization.set(session.settings().get(PhotoKept.NORMALIZATION));
    normalization.addListener((property, before, now) -> normalizationChanged(now));
    String names = session.settings().get(PhotoKept.CLASSES);
    classes.set(names.isEmpty() || !Files.isRegularFile(Path.of(names)) ? null : Path.of(names));
    session.settings().get(PhotoKept.RECENT_NETWORKS).stream()
        .map(Path::of)
        .filter(Files::isRegularFile)
        .forEach(known::add);
    session.folder().map(folder -> folder.resolve(COURSE)).ifPresent(this::offer);
    String last = session.settings().get(PhotoKept.NETWORK);
    if (!last.isEmpty() && Files.isRegularFile(Path.of(last))) {
      read(Path.of(last), false);
    }
  }

  private void offer(Path course) {
    if (Files.isRegularFile(course) && !known.contains(course)) {
      known.add(course);
    }
  }

  /** The files that are offered. */
  ObservableList<Path> known() {
    return known;
  }

  /** The file in use; null while there is none. */
  ReadOnlyObjectProperty<Path> path() {
    return path.getReadOnlyProperty();
  }

  /** The network in use; null while there is none. */
  ReadOnlyObjectProperty<PhotoNetwork> network() {
    return network.getReadOnlyProperty();
  }

  /** What is wrong with the file, or empty. */
  ReadOnlyStringProperty complaint() {
    return complaint.getReadOnlyProperty();
  }

  /** How the network wants colours. */
  ObjectProperty<Normalization> normalization() {
    return normalization;
  }

  /** The file of the class names; null for the built-in ones. */
  ReadOnlyObjectProperty<Path> classes() {
    return classes.getReadOnlyProperty();
  }

  private void normalizationChanged(Normalization now) {
    session.settings().set(PhotoKept.NORMALIZATION, now);
    reload();
  }

  /** Uses other class names; null for the built-in ones. */
  void useClasses(Path names) {
    classes.set(names);
    session
        .settings()
        .set(PhotoKept.CLASSES, names == null ? "" : names.toAbsolutePath().toString());
    if (refused != null) {
      load(refused);
    } else {
      reload();
    }
  }

  /** Reads a file, asks if it may run where it was not asked before, and uses it then. */
  void open(Path chosen) {
    read(chosen, true);
  }

  private void read(Path chosen, boolean mayAsk) {
    complaint.set("");
    reading.request(
        Work.following("Read " + chosen.getFileName(), () -> NetworkFile.read(chosen)),
        read -> {
          if (isAllowed(read, mayAsk)) {
            load(read);
          }
        },
        failure -> complaint.set(Failures.sentence(failure)));
  }

  private boolean isAllowed(NetworkFile read, boolean mayAsk) {
    List<String> allowed = session.settings().get(PhotoKept.ALLOWED);
    if (allowed.contains(read.sha256())) {
      return true;
    }
    if (!mayAsk || !asked(read)) {
      return false;
    }
    List<String> more = new ArrayList<>(allowed);
    more.add(read.sha256());
    session.settings().set(PhotoKept.ALLOWED, List.copyOf(more));
    return true;
  }

  private boolean asked(NetworkFile read) {
    return dialogs.choose(
            "Run the code in " + read.name() + "?",
            "A TorchScript file holds code besides the weights, and it runs when it is opened."
                + " Allow it only if you trust where the file came from. The lab asks once for each"
                + " file, and again if it changes.",
            List.of("Allow and open", "Cancel"))
        == 0;
  }

  private void reload() {
    if (file != null) {
      load(file);
    }
  }

  private void load(NetworkFile read) {
    complaint.set("");
    Normalization scaling = normalization.get();
    Path names = classes.get();
    loading.request(
        Work.following(
            "Open " + read.name(),
            () ->
                PhotoNetwork.load(
                    session.compute().join(),
                    read,
                    scaling,
                    names == null ? ClassNames.imageNet() : ClassNames.read(names))),
        loaded -> use(read, loaded),
        failure -> {
          refused = read;
          complaint.set(Failures.sentence(failure));
        });
  }

  private void use(NetworkFile read, PhotoNetwork loaded) {
    PhotoNetwork before = network.get();
    file = read;
    refused = null;
    path.set(read.path());
    String text = read.path().toAbsolutePath().toString();
    session.settings().set(PhotoKept.NETWORK, text);
    if (!known.contains(read.path())) {
      known.add(0, read.path());
    }
    List<String> recent =
        known.stream().map(one -> one.toAbsolutePath().toString()).limit(KEPT).toList();
    session.settings().set(PhotoKept.RECENT_NETWORKS, recent);
    network.set(loaded);
    if (before != null) {
      session
          .jobs()
          .submit(
              Work.following(
                  "Close " + before.name(),
                  () -> {
                    before.close();
                    return null;
                  }));
    }
  }
}
