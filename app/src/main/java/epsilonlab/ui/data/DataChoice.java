package epsilonlab.ui.data;

import epsilonlab.data.DataSet;
import epsilonlab.data.DataSets;
import epsilonlab.data.DownloadJob;
import epsilonlab.job.Job;
import epsilonlab.ui.DataHolder;
import epsilonlab.ui.Failures;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Which data set is worked on. One that is not on this machine is offered for download, once a
 * choice. Belongs to the FX thread; needs no screen.
 */
public final class DataChoice {
  /**
   * A line of the menu.
   *
   * @param id the data set, or empty for a folder that the user chooses
   * @param title what the user reads
   */
  public record Option(String id, String title) {
    /** Whether it stands for a folder. */
    public boolean isFolder() {
      return id.isEmpty();
    }
  }

  private final LabServices services;
  private final LabSession session;
  private final DataHolder holder;
  private final Function<String, Job<?, DataSet>> download;
  private final List<Option> options = new ArrayList<>();
  private final ObjectProperty<Option> selected = new SimpleObjectProperty<>();
  private final Set<String> downloading = new HashSet<>();
  private boolean following;

  /** Follows the session, and sets its data set. */
  public DataChoice(LabServices services) {
    this(services, services.session());
  }

  /** Follows a part of the window that has a data set of its own, and sets it. */
  public DataChoice(LabServices services, DataHolder holder) {
    this(services, holder, id -> new DownloadJob(id, services.session().home().downloads()));
  }

  DataChoice(LabServices services, DataHolder holder, Function<String, Job<?, DataSet>> download) {
    this.services = services;
    this.session = services.session();
    this.holder = holder;
    this.download = download;
    for (String id : DataSets.names()) {
      options.add(new Option(id, id.equals("mnist") ? "MNIST digits" : DataSets.title(id)));
    }
    options.add(new Option("", "A folder…"));
    holder.data().addListener((property, before, now) -> follow());
    selected.addListener((property, before, now) -> choose(now));
    follow();
  }

  /** What can be chosen. */
  public List<Option> options() {
    return List.copyOf(options);
  }

  /** What is chosen; while it is loaded already the new one, after a failure the old one again. */
  public ObjectProperty<Option> selected() {
    return selected;
  }

  private void follow() {
    DataSet now = holder.data().get();
    following = true;
    selected.set(
        now == null
            ? null
            : options.stream().filter(any -> any.id().equals(now.id())).findFirst().orElse(null));
    following = false;
  }

  // a box that has just told of its value must not be told another one at once
  private void followSoon() {
    session.fx().execute(this::follow);
  }

  private void choose(Option option) {
    if (following || option == null) {
      return;
    }
    if (option.isFolder()) {
      chooseFolder();
      return;
    }
    Optional<Path> folder = session.folder();
    Path cache = session.home().downloads();
    holder.load(
        "Load " + option.title(),
        () -> DataSource.find(folder, option.id(), cache),
        failure -> {
          followSoon();
          if (Failures.cause(failure) instanceof DataSource.Missing) {
            offerDownload(option);
          } else {
            session.fail(failure);
          }
        });
  }

  private void chooseFolder() {
    Optional<Path> chosen = services.dialogs().chooseFolder("The folder of a data set");
    followSoon();
    DataSet now = holder.data().get();
    String preferred = now == null ? "" : now.id();
    chosen.ifPresent(
        dir ->
            holder.load(
                "Load " + dir,
                () -> {
                  DataSet found = DataSource.inFolder(dir, preferred);
                  session.fx().execute(() -> session.setFolder(dir));
                  return found;
                },
                session::fail));
  }

  private void offerDownload(Option option) {
    String title = DataSets.title(option.id());
    if (downloading.contains(option.id())) {
      services.messages().info(title + " is being downloaded already.");
      return;
    }
    int answer =
        services
            .dialogs()
            .choose(
                title + " is not on this machine. Download it?",
                "The lab fetches it from DJL's server into its own folder, once. If you have the"
                    + " files already, choose their folder instead.",
                List.of("Download", "Choose a folder…", "Cancel"));
    if (answer == 1) {
      chooseFolder();
    } else if (answer == 0) {
      download(option.id());
    }
  }

  /** Fetches a data set from its server, as a job, and uses it when it is there. */
  public void download(String id) {
    if (!downloading.add(id)) {
      return;
    }
    services
        .jobs()
        .submit(download.apply(id))
        .future()
        .whenComplete(
            (loaded, failure) ->
                session
                    .fx()
                    .execute(
                        () -> {
                          downloading.remove(id);
                          // the window tells of a failed job in its own words
                          if (failure == null) {
                            holder.useData(loaded);
                          }
                        }));
  }
}
